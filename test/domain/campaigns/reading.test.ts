import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  lastOfDays,
  type Reading,
  readingDue,
  readingOf,
  thinned,
} from "../../../src/domain/campaigns/rules/reading.ts";
import { dayOf } from "../../../src/domain/consent/rules/days.ts";
import { apart } from "../../../src/http/staff/charts/scale.ts";

const MINUTE = 60_000;
const reading = (at: number): Reading =>
  readingOf(
    at,
    {
      ...{ audience: 12, waiting: 1, sent: 8, yes: 2, no: 1, bounced: 1, silent: 1, skipped: 2, failed: 1, unknown: 0 },
      ...{ expired: 1, elsewhere: 0, kept: 1, left: 1 },
    },
    { answered: 2 },
  );

describe("a reading", () => {
  it("adds up, before and after the closing: whom it ended or kept was silent", () => {
    const { sent, yes, no, bounced, silent, audience, skipped, failed, unknown, waiting } = reading(1);
    expect(yes + no + bounced + silent).toBe(sent);
    expect(sent + skipped + failed + unknown + waiting).toBe(audience);
  });

  it("is due every quarter of an hour for two days, then every hour, never before the start", () => {
    const start = 1_000_000_000_000;
    expect(readingDue(start, undefined, start - 1)).toBe(false);
    expect(readingDue(start, undefined, start)).toBe(true);
    expect(readingDue(start, start, start + 14 * MINUTE)).toBe(false);
    expect(readingDue(start, start, start + 15 * MINUTE)).toBe(true);
    const later = start + 49 * 60 * MINUTE;
    expect(readingDue(start, later - 59 * MINUTE, later)).toBe(false);
    expect(readingDue(start, later - 60 * MINUTE, later)).toBe(true);
  });
});

describe("readings of a campaign", () => {
  it("by day are the last of each day in the institution's zone", () => {
    const at = (hour: number) => Date.UTC(2026, 10, 22, hour);
    const days = lastOfDays(
      [9, 21, 22, 23].map((h) => reading(at(h))),
      (ms) => dayOf(ms, "Europe/Riga"),
    );
    expect(days.map((r) => r.at)).toEqual([at(21), at(23)]);
  });

  it("thinned keep the first, the last and their order, and are never more than asked for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 2, max: 200 }), (n, most) => {
        const all = Array.from({ length: n }, (_, i) => reading(i));
        const few = thinned(all, most).map((r) => r.at);
        expect(few.length).toBe(Math.min(n, most));
        expect([few[0], few.at(-1)]).toEqual([0, n - 1]);
        expect(few).toEqual([...new Set(few)].sort((a, b) => a - b));
      }),
    );
  });
});

describe("labels beside a chart", () => {
  it("never lie on each other while there is room, and keep their order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 5 }), (wanted) => {
        const placed = apart(wanted, 16, 20, 280);
        const order = wanted.map((y, i) => ({ y, at: placed[i] as number })).sort((a, b) => a.y - b.y);
        for (const [i, label] of order.entries()) {
          expect(label.at).toBeLessThanOrEqual(280);
          if (i > 0) expect(label.at - (order[i - 1] as { at: number }).at).toBeGreaterThanOrEqual(16);
        }
      }),
    );
  });
});
