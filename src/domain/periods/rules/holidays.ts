/**
 * The public holidays of Latvia (law "Par svētku, atceres un atzīmējamām dienām", s. 1), computed for any year. Pure.
 *
 * Days that a law gives for one year alone, and the closing day of the Song Festival, are not among them. A holiday that is
 * not known here makes a term that is counted here end earlier than the law says, never later.
 */
import { Temporal } from "temporal-polyfill";

/** Month and day of those that have one. */
const FIXED = ["01-01", "05-01", "05-04", "06-23", "06-24", "11-18", "12-24", "12-25", "12-26", "12-31"];
/** Where one of these falls on a Saturday or Sunday, the next working day is free instead. */
const REPLACED = ["05-04", "11-18"];

/** Easter Sunday by the Gregorian calendar (the anonymous algorithm of 1876, in Meeus, Astronomical Algorithms, ch. 8). */
export function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return Temporal.PlainDate.from({ year, month, day }).toString();
}

const years = new Map<number, ReadonlySet<string>>();

/** Every public holiday of a year, `YYYY-MM-DD`. */
export function holidaysOf(year: number): ReadonlySet<string> {
  const known = years.get(year);
  if (known) return known;
  const sunday = Temporal.PlainDate.from(easter(year));
  const may = Temporal.PlainDate.from({ year, month: 5, day: 1 });
  // The second Sunday of May.
  const mothers = may.add({ days: ((7 - may.dayOfWeek) % 7) + 7 });
  const moving = [sunday.add({ days: -2 }), sunday, sunday.add({ days: 1 }), mothers, sunday.add({ days: 49 })];
  const days = new Set([...FIXED.map((day) => `${year}-${day}`), ...moving.map(String)]);
  for (const day of REPLACED.map((day) => `${year}-${day}`)) {
    if (!isWeekend(day)) continue;
    let instead = Temporal.PlainDate.from(day).add({ days: 1 });
    while (isWeekend(instead.toString()) || days.has(instead.toString())) instead = instead.add({ days: 1 });
    days.add(instead.toString());
  }
  years.set(year, days);
  return days;
}

/** Saturday or Sunday. */
export const isWeekend = (day: string): boolean => Temporal.PlainDate.from(day).dayOfWeek > 5;

/** Neither public holiday, Saturday nor Sunday (Regulation 1182/71, Art. 2(2)). */
export const isWorkingDay = (day: string): boolean => !isWeekend(day) && !holidaysOf(Number(day.slice(0, 4))).has(day);
