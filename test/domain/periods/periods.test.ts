/**
 * Terms of the law: the check values of the requirements, examples that authorities have published, and what must hold on every
 * day of thirty years.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../../src/domain/periods/rules/holidays.ts";
import {
  hoursFrom,
  momentOf,
  monthsAfter,
  remaining,
  termOf,
  wallOf,
  workingDayFrom,
  workingDaysBefore,
  workingDayUntil,
} from "../../../src/domain/periods/rules.ts";

const ZONE = "Europe/Riga";
const plus = (day: string, n: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

describe("a month", () => {
  it.each([
    // received, same date, due by law, thirty days, extended
    ["2026-01-15", "2026-02-15", "2026-02-16", "2026-02-14", "2026-04-15"],
    ["2026-01-31", "2026-02-28", "2026-03-02", "2026-03-02", "2026-04-30"],
    ["2026-03-03", "2026-04-03", "2026-04-07", "2026-04-02", "2026-06-03"],
    ["2026-03-31", "2026-04-30", "2026-04-30", "2026-04-30", "2026-06-30"],
    ["2026-04-04", "2026-05-04", "2026-05-05", "2026-05-04", "2026-07-06"],
    ["2026-05-23", "2026-06-23", "2026-06-25", "2026-06-22", "2026-08-24"],
    ["2026-10-18", "2026-11-18", "2026-11-19", "2026-11-17", "2027-01-18"],
    ["2026-11-24", "2026-12-24", "2026-12-28", "2026-12-24", "2027-02-24"],
    ["2028-01-31", "2028-02-29", "2028-02-29", "2028-03-01", "2028-05-02"],
    ["2028-10-18", "2028-11-18", "2028-11-21", "2028-11-17", "2029-01-18"],
  ])("of a request of %s ends as the table of the requirements says", (received, same, law, thirty, extended) => {
    expect(monthsAfter(received, 1)).toBe(same);
    expect(plus(received, 30)).toBe(thirty);
    expect(termOf(received)).toMatchObject({ law, extended });
  });

  it.each([
    // EDPB Guidelines 01/2022 on the right of access, section on the time limit: the same date; no such date in the next month.
    ["2022-03-05", "2022-04-05"],
    ["2022-08-31", "2022-09-30"],
  ])("of a request of %s ends on %s, as the European Data Protection Board explains", (received, law) => {
    expect(termOf(received).law).toBe(law);
  });

  it("the end of a leap February is its 29th, of another its 28th", () => {
    expect(monthsAfter("2027-01-29", 1)).toBe("2027-02-28");
    expect(monthsAfter("2028-01-29", 1)).toBe("2028-02-29");
    expect(monthsAfter("2100-01-30", 1)).toBe("2100-02-28");
    expect(monthsAfter("2027-11-30", 3)).toBe("2028-02-29");
  });

  it("on every day of thirty years: ends on a working day, within the law, the aim never after it", () => {
    for (let day = "2020-01-01"; day < "2050-01-01"; day = plus(day, 1)) {
      const { aim, law, extended } = termOf(day);
      const same = monthsAfter(day, 1);
      const ok =
        isWorkingDay(law) &&
        isWorkingDay(aim) &&
        isWorkingDay(extended) &&
        aim <= law &&
        aim > day &&
        law >= same &&
        law < extended &&
        // Nothing but days off lies between the same date and the end.
        [...Array(20).keys()].every((n) => plus(same, n) >= law || !isWorkingDay(plus(same, n)));
      expect([day, aim, law, extended, ok]).toEqual([day, aim, law, extended, true]);
    }
  });

  it("the aim is thirty days where that is earlier, and the working day before", () => {
    expect(termOf("2026-01-15").aim).toBe("2026-02-13");
    expect(termOf("2028-01-31").aim).toBe("2028-02-29");
    expect(termOf("2026-11-24").aim).toBe("2026-12-23");
  });

  it("working days on, back, and counted back", () => {
    expect(workingDayFrom("2026-12-24")).toBe("2026-12-28");
    expect(workingDayUntil("2026-12-27")).toBe("2026-12-23");
    expect(workingDaysBefore("2026-12-28", 3)).toBe("2026-12-21");
    expect(workingDaysBefore("2026-04-07", 1)).toBe("2026-04-02");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 12 }), (at, n) => {
        const day = workingDayFrom(plus("2020-01-01", at));
        const before = workingDaysBefore(day, n);
        const between = [...Array(60).keys()].map((i) => plus(before, i)).filter((d) => d < day && isWorkingDay(d));
        return between.length === n && isWorkingDay(before);
      }),
    );
  });
});

describe("hours", () => {
  it("count through weekends, holidays and the changes of the clock", () => {
    const friday = momentOf("2026-10-23", "15:30", ZONE) ?? 0;
    // The clock goes back on 25 October 2026: 72 hours later it shows an hour less.
    expect(wallOf(hoursFrom(friday, 72), ZONE)).toEqual({ day: "2026-10-26", time: "14:30" });
    // And forward on 29 March 2026.
    const spring = momentOf("2026-03-27", "15:30", ZONE) ?? 0;
    expect(wallOf(hoursFrom(spring, 72), ZONE)).toEqual({ day: "2026-03-30", time: "16:30" });
    const christmas = momentOf("2026-12-24", "10:00", ZONE) ?? 0;
    expect(wallOf(hoursFrom(christmas, 72), ZONE)).toEqual({ day: "2026-12-27", time: "10:00" });
    const leap = momentOf("2028-02-27", "23:59", ZONE) ?? 0;
    expect(wallOf(hoursFrom(leap, 72), ZONE)).toEqual({ day: "2028-03-01", time: "23:59" });
  });

  it("end never later than the regulation lets them: it leaves the hour of the event out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_600_000_000_000, max: 2_600_000_000_000 }), fc.constantFrom(12, 72), (at, n) => {
        // Art. 3(1), (2)(a): from the beginning of the next hour to the end of the last one.
        const nextHour = Math.floor(at / 3_600_000) * 3_600_000 + 3_600_000;
        const legal = nextHour + n * 3_600_000;
        const ours = hoursFrom(at, n);
        return ours <= legal && legal - ours <= 3_600_000 && ours - at === n * 3_600_000;
      }),
    );
  });

  it("what is left is said in whole minutes and never too much", () => {
    const at = 1_795_381_200_000;
    expect(remaining(at, at - 1)).toEqual({ over: false, hours: 0, minutes: 0 });
    expect(remaining(at, at)).toEqual({ over: false, hours: 0, minutes: 0 });
    expect(remaining(at, at - 3_600_000)).toEqual({ over: false, hours: 1, minutes: 0 });
    expect(remaining(at, at - 3_599_999)).toEqual({ over: false, hours: 0, minutes: 59 });
    expect(remaining(at, at - 72 * 3_600_000)).toEqual({ over: false, hours: 72, minutes: 0 });
    expect(remaining(at, at + 1)).toEqual({ over: true, hours: 0, minutes: 0 });
    expect(remaining(at, at + 61 * 60_000)).toEqual({ over: true, hours: 1, minutes: 1 });
  });
});

describe("a wall clock", () => {
  it("is read in the zone, with point or colon", () => {
    expect(momentOf("2026-11-22", "15:30", ZONE)).toBe(Date.parse("2026-11-22T13:30:00Z"));
    expect(momentOf("2026-07-01", "9.05", ZONE)).toBe(Date.parse("2026-07-01T06:05:00Z"));
    expect(momentOf("2026-11-22", "00:00", "UTC")).toBe(Date.parse("2026-11-22T00:00:00Z"));
  });

  it("an hour that happens twice is the first; one that is left out, the one before", () => {
    expect(momentOf("2026-10-25", "03:30", ZONE)).toBe(Date.parse("2026-10-25T00:30:00Z"));
    expect(momentOf("2026-03-29", "03:30", ZONE)).toBe(Date.parse("2026-03-29T00:30:00Z"));
  });

  it("what is no time is none", () => {
    for (const [day, time] of [
      ["2026-02-30", "10:00"],
      ["2026-13-01", "10:00"],
      ["", ""],
      ["2026-11-22", "24:30"],
      ["2026-11-22", "10:60"],
      ["2026-11-22", "rīt"],
      ["22.11.2026.", "10:00"],
    ] as const)
      expect([day, time, momentOf(day, time, ZONE)]).toEqual([day, time, undefined]);
  });

  it("goes there and back on every hour of a year but the one that happens twice", () => {
    for (let at = Date.parse("2026-01-01T00:00:00Z"); at < Date.parse("2027-01-01T00:00:00Z"); at += 3_600_000) {
      const { day, time } = wallOf(at, ZONE);
      const back = momentOf(day, time, ZONE);
      const second = at === Date.parse("2026-10-25T01:00:00Z");
      expect([day, time, back]).toEqual([day, time, second ? at - 3_600_000 : at]);
    }
  });
});
