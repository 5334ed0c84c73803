import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestRemainder, showShares } from "../../src/texts/shares.ts";

const seen = (shares: string[]) => shares.map((share) => share.replaceAll("\u00a0", "~"));
const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

describe("shares of a whole", () => {
  it("add up to 100 % for every three parts of up to 30", () => {
    for (let a = 0; a <= 30; a++)
      for (let b = 0; b <= 30; b++)
        for (let c = 0; c <= 30; c++) {
          if (a + b + c === 0) continue;
          const units = largestRemainder([a, b, c], a + b + c);
          if (total(units) !== 1000) expect([a, b, c, units]).toEqual("1000 in all");
        }
  });

  it("add up to 100 %, each within a tenth of its exact share, and never turn the order round", () => {
    const parts = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 8 }).filter((all) => total(all) > 0);
    fc.assert(
      fc.property(parts, (all) => {
        const whole = total(all);
        const units = largestRemainder(all, whole);
        expect(total(units)).toBe(1000);
        for (const [i, part] of all.entries()) {
          expect(Math.abs((units[i] as number) - (part / whole) * 1000)).toBeLessThan(1);
          for (const [j, other] of all.entries())
            if (part > other) expect(units[i] as number).toBeGreaterThanOrEqual(units[j] as number);
        }
      }),
    );
  });

  it("of parts that are less than the whole add up to what they are together, rounded", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 5_000 }), { minLength: 1, maxLength: 6 }),
        fc.nat({ max: 5_000 }),
        (all, rest) => {
          const whole = total(all) + rest;
          fc.pre(whole > 0);
          expect(total(largestRemainder(all, whole))).toBe(Math.round((total(all) / whole) * 1000));
        },
      ),
    );
  });

  it("are written with one decimal; what is there is not nothing, and what is not all is not 100 %", () => {
    expect(seen(showShares([1, 1, 1], 3, "lv"))).toEqual(["33,4~%", "33,3~%", "33,3~%"]);
    expect(seen(showShares([1, 0, 7], 8, "lv"))).toEqual(["12,5~%", "0~%", "87,5~%"]);
    expect(seen(showShares([19_999, 1, 0], 20_000, "lv"))).toEqual([">99,9~%", "<0,1~%", "0~%"]);
    expect(showShares([5], 5, "en")).toEqual(["100%"]);
    expect(showShares([0, 0], 0, "en")).toEqual(["0%", "0%"]);
  });
});
