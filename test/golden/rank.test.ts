/** The statistics of the enumeration drill, against published values. */
import { expect, it } from "vitest";
import { above, chiSquaredAbove, kruskalWallis } from "../drill/enumerate/rank.ts";

it.each([
  // Tables of chi-squared: upper 5 %, 1 % and 0.1 % points.
  [3.841, 1, 0.05],
  [14.067, 7, 0.05],
  [18.475, 7, 0.01],
  [24.322, 7, 0.001],
  [2.167, 7, 0.95],
])("chi-squared above %f with %i degrees of freedom is %f", (x, k, p) => {
  expect(chiSquaredAbove(x, k)).toBeCloseTo(p, 3);
});

it("tells apart what differs, and nothing else, also where values are equal", () => {
  const low = [1, 2, 3, 4, 5, 6, 7, 8];
  const high = [11, 12, 13, 14, 15, 16, 17, 18];
  // H = 12/(16·17) · (36²/8 + 100²/8) − 3·17 = 11.294
  expect(kruskalWallis([low, high])).toBeCloseTo(chiSquaredAbove(11.2941, 1), 6);
  expect(kruskalWallis([low, [...low]])).toBe(1);
  expect([above(low, high), above(high, low), above(low, low)]).toEqual([0, 1, 0.5]);
  expect(
    kruskalWallis([
      [1, 1, 1, 2],
      [1, 1, 2, 2],
      [1, 2, 2, 2],
    ]),
  ).toBeGreaterThan(0.2);
});
