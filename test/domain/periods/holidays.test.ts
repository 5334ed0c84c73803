/** Public holidays of Latvia against published days: Easter from almanacs, days in lieu from the national calendars. */
import { describe, expect, it } from "vitest";
import { easter, holidaysOf, isWorkingDay } from "../../../src/domain/periods/rules/holidays.ts";

describe("Easter", () => {
  it("falls where almanacs say, the earliest and the latest of the calendar among them", () => {
    const published = {
      1818: "1818-03-22",
      1943: "1943-04-25",
      1954: "1954-04-18",
      1981: "1981-04-19",
      2000: "2000-04-23",
      2008: "2008-03-23",
      2019: "2019-04-21",
      2024: "2024-03-31",
      2025: "2025-04-20",
      2026: "2026-04-05",
      2027: "2027-03-28",
      2028: "2028-04-16",
      2029: "2029-04-01",
      2038: "2038-04-25",
      2285: "2285-03-22",
    };
    for (const [year, day] of Object.entries(published)) expect([year, easter(Number(year))]).toEqual([year, day]);
  });

  it("is a Sunday between 22 March and 25 April in every year of four centuries", () => {
    for (let year = 1900; year < 2300; year++) {
      const day = easter(year);
      expect([day, new Date(`${day}T00:00:00Z`).getUTCDay()]).toEqual([day, 0]);
      expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
    }
  });
});

describe("a year", () => {
  it("2026, whole", () => {
    expect([...holidaysOf(2026)].sort()).toEqual([
      "2026-01-01",
      "2026-04-03",
      "2026-04-05",
      "2026-04-06",
      "2026-05-01",
      "2026-05-04",
      "2026-05-10",
      "2026-05-24",
      "2026-06-23",
      "2026-06-24",
      "2026-11-18",
      "2026-12-24",
      "2026-12-25",
      "2026-12-26",
      "2026-12-31",
    ]);
  });

  it("gives a day in lieu for 4 May and 18 November on a weekend, and for nothing else", () => {
    // 4 May 2024 was a Saturday, 18 November 2023 too; 4 May 2025 a Sunday.
    expect(isWorkingDay("2024-05-06")).toBe(false);
    expect(isWorkingDay("2023-11-20")).toBe(false);
    expect(isWorkingDay("2025-05-05")).toBe(false);
    expect(isWorkingDay("2028-11-20")).toBe(false);
    expect(isWorkingDay("2028-11-21")).toBe(true);
    // Christmas 2027 falls on a weekend; Monday 27 December is a working day. So is 1 May on a Saturday in 2027.
    expect(isWorkingDay("2027-12-27")).toBe(true);
    expect(isWorkingDay("2027-05-03")).toBe(true);
    for (let year = 2000; year < 2100; year++) {
      const extra = [...holidaysOf(year)].filter((day) => /-(05-0[56]|11-(19|20))$/.test(day));
      // No other holiday falls on these days: Mother's Day is 8 May at the earliest.
      expect(extra.every((day) => [1].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toBe(true);
    }
  });

  it("knows 15 holidays, 17 at most with days in lieu, less where two fall together", () => {
    for (let year = 1991; year < 2200; year++) {
      const n = holidaysOf(year).size;
      expect([year, n >= 13 && n <= 17]).toEqual([year, true]);
    }
  });
});
