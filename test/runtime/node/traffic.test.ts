import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createTraffic } from "../../../src/runtime/node/traffic.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A request, and the way to end it. */
function request(traffic: ReturnType<typeof createTraffic>) {
  let end: () => void = () => {};
  const answered = traffic.during(
    () =>
      new Promise<void>((done) => {
        end = done;
      }),
  );
  return {
    end: () => {
      end();
      return answered;
    },
  };
}
const asked = (calm: Promise<void>) => {
  const seen = { calm: false };
  void calm.then(() => {
    seen.calm = true;
  });
  return seen;
};

it("is calm at once where nobody waits for an answer", async () => {
  const traffic = createTraffic();
  await request(traffic).end();
  const bulk = asked(traffic.calm());
  await vi.advanceTimersByTimeAsync(0);
  expect(bulk.calm).toBe(true);
});

it("bulk work stands behind everybody who waits for an answer, and goes on when the last has got it", async () => {
  const traffic = createTraffic();
  const [first, second] = [request(traffic), request(traffic)];
  const bulk = [asked(traffic.calm()), asked(traffic.calm())];
  await first.end();
  await vi.advanceTimersByTimeAsync(50);
  expect(bulk.map(({ calm }) => calm)).toEqual([false, false]);
  await second.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(bulk.map(({ calm }) => calm)).toEqual([true, true]);
});

it("a request that failed is over too", async () => {
  const traffic = createTraffic();
  await expect(traffic.during(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  const bulk = asked(traffic.calm());
  await vi.advanceTimersByTimeAsync(0);
  expect(bulk.calm).toBe(true);
});

it("a request that lasts holds bulk work up for a tenth of a second only", async () => {
  const traffic = createTraffic();
  const slow = request(traffic);
  const bulk = asked(traffic.calm());
  await vi.advanceTimersByTimeAsync(99);
  expect(bulk.calm).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(bulk.calm).toBe(true);
  await slow.end();
});
