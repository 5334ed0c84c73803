/**
 * What an event of a record says, by its members (PROOF 6.2): the only thing that a record, a receipt and a report are
 * derived from. `readEvent` has checked the bytes and the fixed members; here the others get their names.
 */
import type { EventHead } from "../../../proof-log/rules/event.ts";

export interface Statement extends EventHead {
  rec: string;
  prev: string | null;
  notice?: { id: string; ver: string; lang: string; sha256: string };
  form?: { id: string; ver: string; sha256: string };
  purposes: { id: string; ver: string; broader: string; decision: string }[];
  /** `eu-gdpr:A6-1-a` …; the institution says under which letter of GDPR Art. 6(1) it works. */
  basis: string;
  /** `dpv:ExpressedConsent`; of a consent only. */
  type?: string;
  method?: string;
  class?: string;
  lists?: string[];
  scope?: string;
  until?: string;
  channel?: string;
  subject?: string;
  mailing?: string;
  by?: string;
  reason?: string;
  requested?: string;
  _sd?: string[];
}

/**
 * Who vouches for an act (DESIGN, PROOF 7): the institution alone (it was imported, told to its staff, or reported by a mail
 * provider), or whoever held a link that went to the address. Never "this person": a link can be passed on.
 */
export type Voucher = "institution" | "link";

const OF_THE_INSTITUTION = new Set(["consent.imported", "consent.revoked", "consent.expired", "consent.requested"]);

/** Who vouches for what this event says. Whatever does not clearly come from a link is the institution's word. */
export function voucherOf(said: Pick<Statement, "typ" | "class" | "channel" | "by">): Voucher {
  const { typ, class: evidence, channel, by } = said;
  if (OF_THE_INSTITUTION.has(typ) || by !== undefined || evidence === "staff") return "institution";
  return channel === "page" || channel === "one-click" ? "link" : "institution";
}

/** The consent statuses of DPV 2.3 by what happened. An objection (GDPR Art. 21) is none: it ends no consent. */
export const STATUS: Readonly<Record<string, string>> = {
  "consent.requested": "dpv:ConsentRequested",
  "consent.given": "dpv:ConsentGiven",
  "consent.renewed": "dpv:RenewedConsentGiven",
  "consent.refused": "dpv:ConsentRefused",
  "consent.withdrawn": "dpv:ConsentWithdrawn",
  "consent.revoked": "dpv:ConsentRevoked",
  "consent.expired": "dpv:ConsentExpired",
  "consent.invalidated": "dpv:ConsentInvalidated",
  "consent.imported": "dpv:ConsentGiven",
};
