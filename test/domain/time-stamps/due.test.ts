/** When a stamp is due, and since when one is missing. */
import { describe, expect, it } from "vitest";
import {
  coveredSize,
  dueSince,
  isDue,
  missingSince,
  type Standing,
  utcDay,
} from "../../../src/domain/time-stamps/rules/due.ts";
import { kindOf } from "../../../src/domain/time-stamps/rules/failure.ts";
import { TIME_STAMP_FAULTS } from "../../../src/domain/time-stamps/rules/verify.ts";

const LOG = "jaunumi.ministrija.example/log";
const at = (text: string) => Date.parse(`2026-11-${text}Z`);
const standing = (more: Partial<Standing>): Standing => ({
  last: undefined,
  head: { size: 10, origin: LOG },
  uncoveredAt: undefined,
  attempt: undefined,
  ...more,
});
const last = { day: "2026-11-22", size: 9, origin: LOG };

describe("a stamp is due", () => {
  it("as soon as the first head is signed", () => {
    const fresh = standing({ uncoveredAt: at("22T10:00:00") });
    expect(isDue(fresh, at("22T09:59:59"))).toBe(false);
    expect(isDue(fresh, at("22T10:00:00"))).toBe(true);
    expect(isDue(standing({ head: undefined }), at("22T10:00:00"))).toBe(false);
  });

  it("for what came on a day that has one: from the next midnight, UTC", () => {
    const one = standing({ last, uncoveredAt: at("22T10:00:00") });
    expect(dueSince(one)).toBe(at("23T00:00:00"));
    expect([isDue(one, at("22T23:59:59")), isDue(one, at("23T00:00:00"))]).toEqual([false, true]);
  });

  it("for what came after a pause of days: at once", () => {
    expect(dueSince(standing({ last, uncoveredAt: at("27T10:00:00") }))).toBe(at("27T10:00:00"));
  });

  it("never for the entry that records the last one; for everything under another origin", () => {
    expect(coveredSize(standing({ last }))).toBe(10);
    expect(coveredSize(standing({ last, head: { size: 10, origin: `${LOG}/0badcafe` } }))).toBe(0);
    expect(coveredSize(standing({}))).toBe(0);
  });

  it("not while a failed try waits, unless its pause cannot be ours", () => {
    const waits = (nextAt: number) => standing({ uncoveredAt: at("22T10:00:00"), attempt: { nextAt } });
    expect(isDue(waits(at("22T11:00:00")), at("22T10:30:00"))).toBe(false);
    expect(isDue(waits(at("22T11:00:00")), at("22T11:00:00"))).toBe(true);
    expect(isDue(waits(at("25T11:00:00")), at("22T10:30:00"))).toBe(true);
  });
});

it("one is called missing after a quarter of an hour, and from when it was due", () => {
  const one = standing({ last, uncoveredAt: at("22T10:00:00") });
  expect(missingSince(one, at("23T00:15:00"))).toBeUndefined();
  expect(missingSince(one, at("23T00:15:01"))).toBe(at("23T00:00:00"));
  expect(missingSince(standing({ last }), at("30T00:00:00"))).toBeUndefined();
});

it("a day is one of UTC", () => expect(utcDay(at("22T23:59:59"))).toBe("2026-11-22"));

it("every reason belongs to a group that has a sentence", () => {
  const kinds = [...TIME_STAMP_FAULTS, "no_answer", "status", "refused", "clock", "unauthorized"].map(kindOf);
  expect(new Set(kinds)).toEqual(new Set(["unreachable", "unauthorized", "refused", "clock", "untrusted", "wrong"]));
  expect([kindOf("untrusted"), kindOf("chain-validity"), kindOf("revoked"), kindOf("imprint")]).toEqual([
    "untrusted",
    "untrusted",
    "wrong",
    "wrong",
  ]);
});
