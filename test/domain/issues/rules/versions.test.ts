import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { thinned, type VersionHead } from "../../../../src/domain/issues/rules/versions.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = 1_000 * 24 * HOUR;
const head = (n: number, at: number, change: Partial<VersionHead> = {}): VersionHead => ({
  n,
  how: "saved",
  auto: true,
  by: "staff:ilze",
  at,
  ...change,
});

describe("versions that the program saved by itself", () => {
  it("stay every five minutes for an hour, every hour for a day, then every day", () => {
    const every = (step: number, from: number, count: number) =>
      Array.from({ length: count }, (_, i) => NOW - from + i * step);
    const times = [...every(20 * MINUTE, 72 * HOUR, 144), ...every(MINUTE, 24 * HOUR - MINUTE, 1_439)];
    const versions = times.map((at, i) => head(i + 1, at));
    const gone = new Set(thinned(versions, NOW));
    const left = versions.filter((v) => !gone.has(v.n));
    const ages = (from: number, to: number) => left.filter((v) => NOW - v.at >= from && NOW - v.at < to).length;
    expect([ages(0, HOUR), ages(HOUR, 24 * HOUR), ages(24 * HOUR, 96 * HOUR)]).toEqual([12, 24, 2]);
  });

  it("are thinned for each author alone, and the last of each step stays", () => {
    const versions = [
      head(1, NOW - 4 * MINUTE),
      head(2, NOW - 3 * MINUTE, { by: "staff:anna" }),
      head(3, NOW - 2 * MINUTE),
      head(4, NOW - MINUTE),
    ];
    const gone = thinned(versions, NOW);
    expect(gone).toContain(1);
    expect(gone).not.toContain(2);
    expect(gone).not.toContain(4);
  });

  it("never take along what a person saved, fetched back, began or typed beside another's save, nor the newest", () => {
    const how = fc.constantFrom("saved", "aside", "restored", "reused" as const);
    const version = fc.record({ how, auto: fc.boolean(), by: fc.constantFrom("a", "b"), at: fc.nat(NOW) });
    fc.assert(
      fc.property(fc.array(version, { maxLength: 60 }), (rows) => {
        const versions = rows.map((row, i) => ({ ...row, n: i + 1 }) as VersionHead);
        const gone = thinned(versions, NOW);
        for (const n of gone) expect(versions[n - 1]).toMatchObject({ auto: true, how: "saved" });
        expect(gone).not.toContain(versions.length);
        // Thinning again finds nothing more.
        expect(
          thinned(
            versions.filter((v) => !gone.includes(v.n)),
            NOW,
          ),
        ).toEqual([]);
      }),
    );
  });
});
