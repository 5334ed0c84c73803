/** Jobs that failed as often as they may. Pure. */
import type { Job } from "../../jobs.ts";

/** The job as its row is named: ids only, without the turn of its chain, its members in one order. */
export function letterOf(job: Job): string {
  const { turn: _turn, ...rest } = job as Job & { turn?: string };
  return JSON.stringify(Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** The job of a row; its kind may be one that this version does not know. */
export function jobOf(letter: string): Job {
  return JSON.parse(letter) as Job;
}
