/**
 * Is a DKIM signature of one domain a signature of the sender's? Relaxed alignment (RFC 7489 §3.1.1): both have the same
 * organizational domain, the one below a public suffix. Without it the mail fails DMARC, however well it is signed. Pure.
 */
import { getDomain } from "tldts";

/** `d=` of the signature, and the domain of the From address. Both in A-labels. */
export function isAligned(signing: string, sender: string): boolean {
  const [a, b] = [organizational(signing), organizational(sender)];
  return a !== undefined && a === b;
}

/** `news.ministry.gov.lv` → `ministry.gov.lv`; undefined for a public suffix itself, which nobody signs for. */
function organizational(domain: string): string | undefined {
  return getDomain(domain.toLowerCase().replace(/\.$/, ""), { allowPrivateDomains: true }) ?? undefined;
}

/** The domain of an address. */
export const domainOfSender = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();
