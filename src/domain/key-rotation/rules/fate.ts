/** What may be done with a key, from what still needs it. Pure. */
import { dayOf, later } from "../../consent/rules/days.ts";
import type { RowRing } from "./places.ts";

/** Rows that need a key, by what becomes of them. */
export interface KeyRows {
  moved: number;
  ends: number;
  stays: number;
}

export interface KeyFacts {
  ring: RowRing | "TOKEN_KEYS" | "LOG_SIGNING_KEYS";
  id: string;
  /** Place in the ring, 0 in front; undefined: the settings do not hold it. */
  place: number | undefined;
  rows: KeyRows;
  newestFrom: number | null;
  newestTo: number | null;
  emptySince: number | null;
  goneAt: number | null;
}

/**
 * newest: what is made now is under it. waiting: put behind, never in front yet. missing: rows need it and the settings do not
 * hold it. moving: its rows are being moved. ending: its rows end by themselves within days. staying: its rows cannot be
 * moved and end on their own days. always: never to be destroyed. log: `log status` tells. backups: no row needs it, a backup
 * that may still be needed does, until `day`. free: nothing needs it. gone: destroyed.
 */
export type Fate =
  | "newest"
  | "waiting"
  | "missing"
  | "moving"
  | "ending"
  | "staying"
  | "always"
  | "log"
  | "backups"
  | "free"
  | "gone";

/** Backups, as the institution states them. */
export interface Backups {
  timeZone: string;
  restoreWindowDays: number;
}

/** What may be done with the key now; with `backups` and `free`, the day from which nothing needs it. */
export function fateOf(
  key: KeyFacts,
  { timeZone, restoreWindowDays }: Backups,
  now: number,
): { fate: Fate; day?: string } {
  const { moved, ends, stays } = key.rows;
  if (key.ring === "LOG_SIGNING_KEYS") return { fate: "log" };
  if (key.place === undefined) return { fate: moved + ends + stays > 0 ? "missing" : "gone" };
  if (key.place === 0) return { fate: "newest" };
  if (key.ring === "TOKEN_KEYS") return { fate: "always" };
  if (moved > 0) return { fate: "moving" };
  if (stays > 0) return { fate: "staying" };
  if (ends > 0) return { fate: "ending" };
  if (key.newestTo === null) return { fate: "waiting" };
  // A backup of the moment before the last row went still holds that row.
  const day = later(dayOf(key.emptySince ?? now, timeZone), { days: restoreWindowDays });
  return { fate: key.emptySince !== null && day <= dayOf(now, timeZone) ? "free" : "backups", day };
}

/**
 * The day from which no backup can hold what was erased on `erasedDay` in a form that opens: when the oldest backup that may be
 * restored is younger, or, if that comes first, when every key that can have sealed it was destroyed. Every day that a person
 * or a colleague is told comes from here.
 */
export function backupsCleanFrom(erasedDay: string, restoreWindowDays: number, keyDestroyedDay?: string): string {
  const expired = later(erasedDay, { days: restoreWindowDays });
  if (keyDestroyedDay === undefined || keyDestroyedDay >= expired) return expired;
  return keyDestroyedDay > erasedDay ? keyDestroyedDay : erasedDay;
}
