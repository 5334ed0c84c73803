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
  /** The age that was stated at sign-up, in years; at least this. */
  age?: number;
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
  /** Of a "no" that deleted the address: what its certificate said. */
  erasure?: { proof: string; mark: string; backups: string };
  requested?: string;
  _sd?: string[];
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
