/**
 * "By mistake": the address of a person who has just left, sealed to his own browser for ten minutes. It stands in a
 * hidden field of the page after the "no" and nowhere with us; posting it is a new consent to the text shown beside it.
 */
import type { Deps } from "../../../deps.ts";
import { base64url, unbase64url } from "../../../platform/encoding.ts";

export const RETURN_MINUTES = 10;

export interface Returning {
  address: string;
  name: string;
  language: "lv" | "en";
  listId: string;
  /** The subscription that ended at `at` and would live again: the form works once, and old links stay his. */
  subscriptionId: string;
  personId: string;
  /** The mailing whose link was pressed, if it was one. */
  mailingId?: string | undefined;
  /** Leaf of the event of the "no": while it is the record's newest, nothing else was said since. */
  leaf: string;
  /** Notice shown beside the button. */
  noticeSha256: string;
  at: number;
}

const place = { table: "return", column: "form", row: "ten-minutes" };

/** Seals what the form will bring back. */
export function sealReturn(vault: Deps["vault"], returning: Returning): string {
  return base64url(vault.seal(place, JSON.stringify(returning)));
}

/** Opens a seal; undefined if it is not ours, was changed, or is older than ten minutes. */
export function openReturn(vault: Deps["vault"], seal: string, now: number): Returning | undefined {
  const bytes = unbase64url(seal);
  if (!bytes || bytes.length < 32 || bytes.length > 2000) return undefined;
  try {
    const returning = JSON.parse(vault.open(place, bytes)) as Returning;
    const age = now - returning.at;
    return age >= 0 && age <= RETURN_MINUTES * 60_000 ? returning : undefined;
  } catch {
    return undefined;
  }
}
