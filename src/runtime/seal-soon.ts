/**
 * Whoever answered can have his proof a second later. A burst of answers is sealed once: who finds a turn that has yet to
 * begin leaves his entry to it. Only a moment is shared, never a promise: if the request that should have sealed was ended,
 * the moment passes, and the next answer, or the turn of the clock, seals.
 */
import type { Clock } from "../platform/clock.ts";

/** How long others may join, ms. */
const GATHER_MS = 250;

/** One for each process or isolate. What it gives resolves when the sealing is done or left to somebody else. */
export function createSealSoon(): (clock: Pick<Clock, "now" | "pause">, seal: () => Promise<void>) => Promise<void> {
  let begins = 0;
  return async (clock, seal) => {
    const now = clock.now();
    if (now < begins) return;
    begins = now + GATHER_MS;
    await clock.pause(GATHER_MS);
    await seal();
  };
}
