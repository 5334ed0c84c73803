import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Basis,
  type RecordState,
  type SubscriptionState,
  stepOnNo,
  stepOnYes,
} from "../../../src/domain/consent/rules/answer.ts";
import { dayOf, daysBetween, endOfDay, isDay, later } from "../../../src/domain/consent/rules/days.ts";
import { type LiveSubscription, split } from "../../../src/domain/consent/rules/standing.ts";

const SUBSCRIPTIONS: SubscriptionState[] = ["unproven", "active", "ended"];
const RECORDS: (RecordState | undefined)[] = [
  undefined,
  "requested",
  "given",
  "refused",
  "withdrawn",
  "revoked",
  "expired",
  "invalidated",
];
const BASES: Basis[] = ["a", "b", "c", "e", "f"];

describe("a yes", () => {
  it.each(SUBSCRIPTIONS.flatMap((s) => RECORDS.flatMap((r) => [true, false].map((u) => [s, r, u] as const))))(
    "on a %s subscription with a %s record gives consent once, renews it where a campaign waits for the answer (%s), and never on an ended link",
    (subscription, record, unanswered) => {
      const step = stepOnYes(subscription, record, unanswered);
      if (subscription === "ended" || (record === "given" && subscription === "active" && !unanswered))
        expect(step).toEqual({ does: "nothing" });
      else if (record === "given") expect(step).toEqual({ does: "give", typ: "consent.renewed", record: "given" });
      else expect(step).toEqual({ does: "give", typ: "consent.given", record: "given" });
    },
  );
});

describe("a no", () => {
  it.each(SUBSCRIPTIONS.flatMap((s) => RECORDS.flatMap((r) => BASES.map((b) => [s, r, b] as const))))(
    "on a %s subscription with a %s record on basis (%s) ends it with the right word",
    (subscription, record, basis) => {
      const step = stepOnNo(subscription, record, basis);
      if (subscription === "ended") expect(step.does).toBe("nothing");
      else if (record === "given") expect(step).toMatchObject({ typ: "consent.withdrawn", record: "withdrawn" });
      else if (basis === "a") expect(step).toMatchObject({ typ: "consent.refused", reason: "refused" });
      else expect(step).toMatchObject({ typ: "dsr.objected", reason: "withdrawn" });
    },
  );
});

describe("what ends and what remains", () => {
  const on = (id: string, purposeId: string) => ({ id, purposeId }) as LiveSubscription;
  const subscriptions = [on("1", "news"), on("2", "news"), on("3", "service")];

  it("ends every list of the purpose and no list of another", () => {
    const { ending, remaining } = split({ subscriptions }, "news", "list");
    expect(ending.map((s) => s.id)).toEqual(["1", "2"]);
    expect(remaining.map((s) => s.id)).toEqual(["3"]);
  });

  it("ends everything when the person asked for everything", () => {
    expect(split({ subscriptions }, "news", "everything").remaining).toEqual([]);
  });
});

describe("days in the institution's zone", () => {
  it("fall by the local calendar, also in the hour that only Riga calls tomorrow", () => {
    expect(dayOf(Date.UTC(2026, 10, 22, 21, 59, 59), "Europe/Riga")).toBe("2026-11-22");
    expect(dayOf(Date.UTC(2026, 10, 22, 22, 0, 0), "Europe/Riga")).toBe("2026-11-23");
  });

  it("last until 23:59:59.999 local time, on days of 23, 24 and 25 hours", () => {
    expect(endOfDay("2026-12-15", "Europe/Riga")).toBe(Date.UTC(2026, 11, 15, 21, 59, 59, 999));
    expect(endOfDay("2026-03-29", "Europe/Riga")).toBe(Date.UTC(2026, 2, 29, 20, 59, 59, 999));
    expect(endOfDay("2026-10-25", "Europe/Riga")).toBe(Date.UTC(2026, 9, 25, 21, 59, 59, 999));
  });

  it("count months by the calendar", () => {
    expect(later("2026-01-31", { months: 1 })).toBe("2026-02-28");
    expect(later("2024-02-29", { months: 36 })).toBe("2027-02-28");
  });

  it("know what is a day", () => {
    for (const yes of ["2026-11-22", "2024-02-29"]) expect(isDay(yes)).toBe(true);
    for (const no of ["2026-02-29", "2026-13-01", "22.11.2026", "2026-11-22T00:00", ""]) expect(isDay(no)).toBe(false);
  });

  it("are apart what adding days says", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2000, max: 2000 }),
        (days) => daysBetween("2026-11-22", later("2026-11-22", { days })) === days,
      ),
    );
  });
});
