/**
 * Failures that were ours: the provider would not take the mail, or it could not be made ready. The address had no part in
 * them, so once the cause is repaired the mail may be planned anew. Pure.
 */
import { FAILED_THERE } from "./life.ts";

/** Families of codes, as SQLite's GLOB writes them. */
export const OURS = ["provider.*", "mail.*"] as const;

/** With the provider, and not sent there: it may still try by itself, so this is no failure of ours. */
export const NOT_OURS = FAILED_THERE;

/** Whether this reason of a failed message is one of ours. */
export function isOurs(reason: string): boolean {
  return reason !== NOT_OURS && OURS.some((family) => reason.startsWith(family.slice(0, -1)));
}
