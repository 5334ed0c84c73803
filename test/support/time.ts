/** A clock that begins on a fixed day and moves only when it is asked, a millisecond each time, or when a test moves it. */
import { type Clock, realPause } from "../../src/platform/clock.ts";

export interface TestClock extends Clock {
  /** Moves on by this much. */
  pass(time: { days?: number; hours?: number; minutes?: number; seconds?: number; ms?: number }): void;
  /** Moves on to this instant, if it has not passed. */
  reach(ms: number): void;
}

export const START = Date.UTC(2026, 10, 22, 8);

export function testClock(startAt = START): TestClock {
  let now = startAt;
  return {
    now: () => ++now,
    async pause(ms, signal) {
      if (!signal?.aborted) now += ms;
    },
    elapse: realPause,
    pass({ days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 }) {
      now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms;
    },
    reach(ms) {
      now = Math.max(now, ms);
    },
  };
}
