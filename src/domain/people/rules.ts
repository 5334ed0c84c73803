/**
 * What an address is. `normaliseAddress` is the only gate through which a typed address enters (DESIGN 6): the key it
 * returns is what every tag is computed from, so a changed rule would orphan all old tags: the vectors in
 * test/domain/people/rules.test.ts pin it.
 */
import { type Refusal, refuse } from "../../refusal.ts";

export interface NormalisedAddress {
  /** The key: trimmed, NFC, domain as lower-case A-label, local part lower-cased; no dot or plus folding. For tags only. */
  readonly normalised: string;
  /** Where mail goes: the local part as typed, the domain as lower-case A-label. */
  readonly address: string;
}

/** Octets of a path without its brackets (RFC 5321 4.5.3.1.3, erratum 1690). */
const MAX_OCTETS = 254;
/** RFC 5321 4.5.3.1.1. */
const MAX_LOCAL = 64;
/** RFC 5322 3.2.3 atext and dots. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]+$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const ASCII = /^[\x20-\x7e]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the purpose
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const INVISIBLE = /\p{Cf}/u;
const SEVERAL = /@[^@]*[\s,;<>|][^@]*@/;
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;

/**
 * Checks an address as typed, then normalises it. Never throws; refuses with one `address.…` code per reason, in the
 * order in which a person would notice the fault. The typed text is in neither result nor refusal beyond the fields above.
 */
export function normaliseAddress(typed: string): NormalisedAddress | Refusal {
  if (CONTROL.test(typed)) return refuse("address.control");
  const text = typed.trim();
  if (text === "") return refuse("address.empty");
  if (INVISIBLE.test(text)) return refuse("address.invisible");
  if (SEVERAL.test(text)) return refuse("address.several");
  if (/[<>]/.test(text)) return refuse("address.with_name");
  const at = text.lastIndexOf("@");
  if (at < 0) return refuse("address.no_at");
  if (octets(text) > MAX_OCTETS) return refuse("address.too_long");
  const local = text.slice(0, at);
  const domain = asciiDomain(text.slice(at + 1));
  const no = checkLocal(local);
  if (no) return no;
  if (typeof domain !== "string") return domain;
  const address = `${local}@${domain}`;
  return address.length > MAX_OCTETS
    ? refuse("address.too_long")
    : { normalised: `${local.toLowerCase()}@${domain}`, address };
}

function checkLocal(local: string): Refusal | undefined {
  if (local === "") return refuse("address.no_local");
  if (local.startsWith('"') || local.endsWith('"')) return refuse("address.quoted_local");
  if (local.includes("@")) return refuse("address.two_ats");
  if (/\s/u.test(local)) return refuse("address.space");
  // As typed, before NFC: U+212A KELVIN SIGN would become an ASCII K, and somebody else's address.
  if (!ASCII.test(local)) return refuse("address.non_ascii_local");
  if (!LOCAL.test(local)) return refuse("address.local_characters");
  if (/^\.|\.$|\.\./.test(local)) return refuse("address.local_dots");
  if (local.length > MAX_LOCAL) return refuse("address.local_too_long");
  return undefined;
}

/** The lower-case A-label form of a domain as typed, or why there is none. */
function asciiDomain(typed: string): string | Refusal {
  if (typed === "") return refuse("address.no_domain");
  if (/^\[/.test(typed) || IPV4.test(typed)) return refuse("address.ip_literal");
  if (/\s/u.test(typed)) return refuse("address.space");
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(typed)) return refuse("address.domain_characters");
  if (/^\.|\.$|\.\./.test(typed)) return refuse("address.domain_dots");
  if (!typed.includes(".")) return refuse("address.no_dot");
  const domain = ASCII.test(typed) ? typed.toLowerCase() : toAsciiDomain(typed);
  if (domain === undefined) return refuse("address.domain_characters");
  const labels = domain.split(".");
  if (!labels.every((label) => LABEL.test(label)) || /^\d+$/.test(labels.at(-1) as string))
    return refuse("address.domain_labels");
  return domain;
}

/**
 * Non-ASCII labels to A-labels (UTS 46, by the platform's URL parser, the same in Node and workerd). A label that turns
 * into plain ASCII was a look-alike (K, full-width letters): refused, so that what is read is what is written to.
 */
function toAsciiDomain(typed: string): string | undefined {
  const url = `http://${typed.normalize("NFC")}/`;
  if (!URL.canParse(url)) return undefined;
  const ascii = new URL(url).hostname;
  const before = typed.split(".");
  const after = ascii.split(".");
  const honest =
    before.length === after.length &&
    before.every((label, i) => (ASCII.test(label) ? label.toLowerCase() === after[i] : after[i]?.startsWith("xn--")));
  return honest ? ascii : undefined;
}

const encoder = new TextEncoder();

function octets(text: string): number {
  return ASCII.test(text) ? text.length : encoder.encode(text).length;
}

/** Domain of an address that `normaliseAddress` accepted, lower-case A-label. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/**
 * An address as lists show it: `liga@pasts.example` → `li••@pasts.example`. At most two characters and at most half of
 * the local part; always two dots, so that its length is not told.
 */
export function maskAddress(address: string): string {
  const local = address.slice(0, address.lastIndexOf("@"));
  return `${local.slice(0, Math.min(2, Math.floor(local.length / 2)))}••@${domainOf(address)}`;
}

/** Where the sealed address and name of an `address` row live (platform/vault.ts). */
export const addressPlace = (addressId: string) => ({ table: "address", column: "sealed", row: addressId });
