/** How often and how late a failed job is tried again, in both runtimes. wrangler.toml repeats `TRIES - 1`; a test compares. */

/** Attempts in all. After the last one the job goes to the dead-letter queue; the sweep finds its rows all the same. */
export const TRIES = 6;

/** Pause after the failed attempt of this number (1 is the first), seconds: 5, 10, 20, 40, 80. */
export function pauseSeconds(attempt: number): number {
  return 5 * 2 ** Math.max(0, attempt - 1);
}
