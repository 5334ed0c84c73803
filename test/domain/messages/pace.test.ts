import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  alertOf,
  holdsPrompt,
  intervalOf,
  type Lane,
  LONG_BLOCK_MS,
  nextSlot,
  pausesMailing,
} from "../../../src/domain/messages/rules/pace.ts";

const START = Date.UTC(2026, 10, 22, 8);

/** Hand-overs of a lane that asks whenever it may, for so many seconds. */
function busy(perSecond: number, seconds: number, lanes: readonly Lane[]): Record<Lane, number> {
  const done: Record<Lane, number> = { prompt: 0, bulk: 0 };
  const intervalUs = intervalOf(perSecond);
  let tatUs = 0;
  for (let ms = START; ms < START + seconds * 1000; ms++)
    for (const lane of lanes) {
      const slot = nextSlot({ tatUs, intervalUs }, ms, lane);
      if ("waitMs" in slot) continue;
      tatUs = slot.tatUs;
      done[lane]++;
    }
  return done;
}

describe("the pace", () => {
  it.each([1, 2, 5, 40])("mailings use at most four fifths of %i hand-overs a second", (perSecond) => {
    const { bulk } = busy(perSecond, 60, ["bulk"]);
    expect(bulk).toBeLessThanOrEqual(perSecond * 60 * 0.8 + 1);
    expect(bulk).toBeGreaterThanOrEqual(Math.floor(perSecond * 60 * 0.8) - 1);
  });

  it.each([1, 2, 5, 40])(
    "both lanes together stay within %i a second, but for one second's worth at the start",
    (rate) => {
      const { prompt, bulk } = busy(rate, 60, ["prompt", "bulk"]);
      expect(prompt + bulk).toBeLessThanOrEqual(rate * 61 + 1);
    },
  );

  it("somebody who waits for his mail goes before a mailing that uses all it may", () => {
    const intervalUs = intervalOf(2);
    const first = nextSlot({ tatUs: 0, intervalUs }, START, "bulk");
    expect(first).toHaveProperty("tatUs");
    const tatUs = (first as { tatUs: number }).tatUs;
    expect(nextSlot({ tatUs, intervalUs }, START, "bulk")).toEqual({ waitMs: 624 });
    expect(nextSlot({ tatUs, intervalUs }, START, "prompt")).toHaveProperty("tatUs");
  });

  it("a wait that was waited is enough, in every lane, at every rate", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 10_000, noNaN: true }),
        fc.integer({ min: -5_000_000, max: 60_000_000 }),
        fc.constantFrom<Lane>("prompt", "bulk"),
        (perSecond, aheadUs, lane) => {
          const pace = { tatUs: START * 1000 + aheadUs, intervalUs: intervalOf(perSecond) };
          const slot = nextSlot(pace, START, lane);
          if ("waitMs" in slot) {
            expect(slot.waitMs).toBeGreaterThan(0);
            expect(nextSlot(pace, START + slot.waitMs, lane)).toHaveProperty("tatUs");
          } else if (aheadUs <= 1_000_000 + pace.intervalUs)
            expect(slot.tatUs).toBeGreaterThan(Math.max(pace.tatUs, START * 1000));
          // Nothing of ours is so far ahead: a clock was wrong, and the pace begins anew.
          else expect(slot.tatUs).toBeGreaterThan(START * 1000);
        },
      ),
    );
  });
});

describe("a provider that wants nothing", () => {
  it.each([
    ["provider.setup", "provider.setup", false, true],
    ["provider.quota_day", "provider.quota", true, false],
    ["provider.quota_month", "provider.quota", true, false],
    ["provider.rate_limit", undefined, true, false],
    ["provider.unreachable", undefined, false, true],
    ["provider.busy", undefined, false, true],
  ])(
    "with %s is told as %s; keeps prompt mail back: %s; pauses a mailing after an hour: %s",
    (code, alert, prompt, pause) => {
      expect(alertOf(code)).toBe(alert);
      expect(holdsPrompt(code)).toBe(prompt);
      const block = { code, since: START, until: START + 1 };
      expect(pausesMailing(block, START + LONG_BLOCK_MS - 1)).toBe(false);
      expect(pausesMailing(block, START + LONG_BLOCK_MS)).toBe(pause);
    },
  );
});
