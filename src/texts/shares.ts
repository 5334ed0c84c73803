/**
 * Shares of a whole as people read them: rounded together by the largest remainder (Hamilton's method), so that a
 * column of parts that make up the whole adds up to 100 % exactly. Pure.
 *
 *     showShares([1, 1, 1], 3, "lv")        ["33,4 %", "33,3 %", "33,3 %"]
 *     showShares([19999, 1], 20000, "en")   [">99.9%", "<0.1%"]: what is there is never shown as nothing
 */
import { showPercent } from "./dates.ts";
import type { Lang } from "./say.ts";

/** Tenths of a percent. */
const UNITS = 1000;

/**
 * Units for each part, in their order: each is its exact share rounded down or up, and for parts that make up the whole
 * the sum is exactly `units`. A part of the same size never gets less than a smaller one. Parts are whole numbers ≥ 0.
 */
export function largestRemainder(parts: readonly number[], whole: number, units = UNITS): number[] {
  if (whole <= 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / whole) * units);
  const given = exact.map(Math.floor);
  const sum = parts.reduce((total, part) => total + part, 0);
  // Parts of something larger leave out what is not shown: as many units as they have together.
  let left = Math.round((sum / whole) * units) - given.reduce((total, n) => total + n, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, rest: share - Math.floor(share), part: parts[index] ?? 0 }))
    .sort((a, b) => b.rest - a.rest || b.part - a.part || a.index - b.index);
  for (const { index, rest } of byRemainder) {
    if (left <= 0 || rest === 0) break;
    given[index] = (given[index] ?? 0) + 1;
    left -= 1;
  }
  return given;
}

/** The parts in percent with at most one decimal. */
export function showShares(parts: readonly number[], whole: number, lang: Lang): string[] {
  return largestRemainder(parts, whole).map((units, index) => {
    const part = parts[index] ?? 0;
    if (units === 0 && part > 0) return `<${showPercent(1 / UNITS, lang)}`;
    if (units === UNITS && part < whole) return `>${showPercent((UNITS - 1) / UNITS, lang)}`;
    return showPercent(units / UNITS, lang);
  });
}
