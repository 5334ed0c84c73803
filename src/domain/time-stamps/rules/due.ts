/**
 * When a time stamp is due. One a day (UTC), as soon as there is something that none covers: entries of yesterday a moment
 * after midnight, the first ones after a pause soon after they are sealed. So nothing waits longer than a day, and a log
 * that rests costs no stamps. The entry that records a stamp needs none of its own.
 */

const DAY_MS = 86_400_000;
/** Below this a delay is nothing to tell anybody of. */
export const LATE_MS = 15 * 60_000;
/** After this people are told. */
export const ALERT_MS = 2 * DAY_MS;
const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

export interface Standing {
  /** The newest stamp. */
  last: { day: string; size: number; origin: string } | undefined;
  /** The newest sealed head. */
  head: { size: number; origin: string } | undefined;
  /** When the first head was sealed that no stamp covers; undefined where there is none. */
  uncoveredAt: number | undefined;
  /** Failed tries since the last stamp. */
  attempt: { nextAt: number } | undefined;
}

/** The day of an instant, UTC: `2026-11-22`. */
export const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Up to which size a head needs no stamp of its own: what the last one covers, and the entry that records it. */
export function coveredSize({ last, head }: Pick<Standing, "last" | "head">): number {
  return last && head && last.origin === head.origin ? last.size + 1 : 0;
}

/** Since when a stamp is due; in the future if today's is made already; undefined if everything is covered. */
export function dueSince({ last, uncoveredAt }: Pick<Standing, "last" | "uncoveredAt">): number | undefined {
  if (uncoveredAt === undefined) return undefined;
  return last ? Math.max(uncoveredAt, Date.parse(last.day) + DAY_MS) : uncoveredAt;
}

/** Whether to ask for one now. */
export function isDue(standing: Standing, now: number): boolean {
  const since = dueSince(standing);
  // A clock that was ahead has left a pause that is too long.
  const pausing =
    standing.attempt && standing.attempt.nextAt > now && standing.attempt.nextAt - now <= LONGEST_PAUSE_MS;
  return since !== undefined && since <= now && !pausing;
}

/** Since when one is missing, in a way that people should know of. */
export function missingSince(standing: Standing, now: number): number | undefined {
  const since = dueSince(standing);
  return since !== undefined && now - since > LATE_MS ? since : undefined;
}

/** How long after the n-th failed try (from 1) the next one comes: a minute, doubled up to an hour. */
export const pauseAfter = (tries: number): number =>
  Math.min(MINUTE_MS * 2 ** Math.min(tries - 1, 10), LONGEST_PAUSE_MS);
