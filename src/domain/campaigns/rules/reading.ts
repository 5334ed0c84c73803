/**
 * How a campaign stood at one moment, and when the next moment is worth keeping. A chart is drawn from readings alone: each
 * is counted whole from the messages, so that no sum of changes can drift. Pure.
 */

/** The people of a campaign by what became of them; `silent` are all who were reached and have not answered. */
export interface Reading {
  at: number;
  audience: number;
  waiting: number;
  sent: number;
  yes: number;
  no: number;
  bounced: number;
  silent: number;
  skipped: number;
  failed: number;
  unknown: number;
  /** The skipped by the code of their reason. */
  skippedWhy: Record<string, number>;
}

/** What `readNumbers` counts, as far as a reading needs it. */
export interface Counted extends Omit<Reading, "at" | "skippedWhy"> {
  expired: number;
  elsewhere: number;
  kept: number;
  left: number;
}

/** A reading of these counts. Whom the closing ended or kept was silent; the chart goes on to say so. */
export function readingOf(at: number, n: Counted, skippedWhy: Record<string, number>): Reading {
  const { audience, waiting, sent, yes, no, bounced, skipped, failed, unknown } = n;
  const silent = n.silent + n.expired + n.elsewhere + n.kept + n.left;
  return { at, audience, waiting, sent, yes, no, bounced, silent, skipped, failed, unknown, skippedWhy };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Whether a reading is due: every quarter of an hour in the first two days, when most people answer, then every hour. */
export function readingDue(sentAt: number, lastAt: number | undefined, now: number): boolean {
  if (now < sentAt) return false;
  const pause = now - sentAt < 48 * HOUR ? 15 * MINUTE : HOUR;
  return lastAt === undefined || now - lastAt >= pause;
}

/** The last reading of each day, and the newest: what a table of days shows. `dayOf` is the institution's calendar. */
export function lastOfDays<T extends { at: number }>(readings: readonly T[], dayOf: (ms: number) => string): T[] {
  const days = new Map<string, T>();
  for (const reading of readings) days.set(dayOf(reading.at), reading);
  return [...days.values()];
}

/** At most `most` readings that keep the first, the last and the shape between: a chart has only so many pixels. */
export function thinned<T>(readings: readonly T[], most: number): T[] {
  if (readings.length <= most) return [...readings];
  const step = (readings.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => readings[Math.round(i * step)] as T);
}
