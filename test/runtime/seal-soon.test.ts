import { describe, expect, it } from "vitest";
import { createSealSoon } from "../../src/runtime/seal-soon.ts";

/** A clock whose pauses end when it is told so. */
function handClock() {
  let now = 1_000_000;
  const waiting: { at: number; go: () => void }[] = [];
  return {
    now: () => now,
    pause: (ms: number) => new Promise<void>((go) => waiting.push({ at: now + ms, go })),
    async pass(ms: number) {
      now += ms;
      for (const one of waiting.splice(0)) if (one.at <= now) one.go();
      await new Promise(setImmediate);
    },
  };
}

describe("sealing soon after an answer", () => {
  it("seals a burst once, after all of it, and the next burst again", async () => {
    const clock = handClock();
    const sealSoon = createSealSoon();
    const sealed: number[] = [];
    const answer = () => void sealSoon(clock, async () => void sealed.push(clock.now()));
    for (let i = 0; i < 200; i++) answer();
    await clock.pass(250);
    expect(sealed).toEqual([1_000_250]);
    answer();
    answer();
    await clock.pass(250);
    expect(sealed).toEqual([1_000_250, 1_000_500]);
  });

  it("an answer in the instant when the sealing begins gets one of its own", async () => {
    const clock = handClock();
    const sealSoon = createSealSoon();
    let sealed = 0;
    const answer = () => void sealSoon(clock, async () => void sealed++);
    answer();
    await clock.pass(250);
    answer();
    await clock.pass(250);
    expect(sealed).toBe(2);
  });

  it("does not wait for ever for a request that was ended before it sealed", async () => {
    const clock = handClock();
    const sealSoon = createSealSoon();
    const ended = { ...clock, pause: () => new Promise<void>(() => {}) };
    let sealed = 0;
    void sealSoon(ended, async () => void sealed++);
    await clock.pass(300);
    void sealSoon(clock, async () => void sealed++);
    await clock.pass(250);
    expect(sealed).toBe(1);
  });
});
