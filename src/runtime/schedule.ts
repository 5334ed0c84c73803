/**
 * What happens by the clock, in both runtimes: on Workers a cron trigger (wrangler.toml names the same lines; a test
 * compares), on Node a timer. Every job finds its work in rows, so an extra or a missed turn does no harm.
 */
import type { Job } from "../jobs.ts";

export interface Turn {
  name: string;
  /** Cron line of the Worker. */
  cron: string;
  /** Pause between turns on Node, milliseconds. */
  everyMs: number;
  job: Job;
}

export const SCHEDULE: readonly Turn[] = [
  // On Workers an answer is also sealed right after the response; the turn catches what that lost.
  { name: "seal", cron: "* * * * *", everyMs: 2_000, job: { kind: "seal" } },
  { name: "recover", cron: "* * * * *", everyMs: 30_000, job: { kind: "recover" } },
  // A campaign is read every quarter of an hour; the turn finds which are due.
  { name: "readings", cron: "* * * * *", everyMs: 60_000, job: { kind: "readings" } },
  // Once a day it asks an authority, and again where that failed; the turn finds when it is due. Last of its minute: it waits for others.
  { name: "time-stamp", cron: "* * * * *", everyMs: 60_000, job: { kind: "time-stamp" } },
  // Every hour, so that what is to be gone after seven days is; one read when there is nothing.
  { name: "retain", cron: "17 * * * *", everyMs: 3_600_000, job: { kind: "retain" } },
  // A day of the read log goes into the proof log within an hour of its end.
  { name: "read-digest", cron: "17 * * * *", everyMs: 3_600_000, job: { kind: "read-digest" } },
  // Rows under old keys come under the newest; a few look-ups when there are none. On Node also at once after each start.
  { name: "rotate", cron: "17 * * * *", everyMs: 3_600_000, job: { kind: "rotate" } },
  // Once a night it looks at everybody; the turn finds when it is due, and takes up one that was cut off.
  { name: "suppression-sweep", cron: "17 * * * *", everyMs: 3_600_000, job: { kind: "suppression-sweep" } },
];

/** The jobs of one cron line. */
export function jobsOf(cron: string): Job[] {
  return SCHEDULE.filter((turn) => turn.cron === cron).map((turn) => turn.job);
}
