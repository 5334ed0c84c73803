/**
 * Periods of the law, as Regulation (EEC, Euratom) No 1182/71, Art. 3, counts them. Pure. Days are `YYYY-MM-DD` in the
 * institution's zone; a day as an end means its last hour.
 *
 *     termOf("2026-01-31").law                       "2026-03-02": 28 February is a Saturday
 *     hoursFrom(Date.parse("2026-11-20T09:10Z"), 72) 2026-11-23T09:10Z: weekends count
 */
import { Temporal } from "temporal-polyfill";
import { isWorkingDay } from "./rules/holidays.ts";

const HOUR_MS = 3_600_000;

/** The day of an event is not counted (Art. 3(1)); a period in months ends on the same date, or on the last of its month (3(2)(c)). */
export function monthsAfter(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** The day itself, or the next working day where it is none (Art. 3(4)): for periods that are not in hours. */
export function workingDayFrom(day: string): string {
  let at = Temporal.PlainDate.from(day);
  while (!isWorkingDay(at.toString())) at = at.add({ days: 1 });
  return at.toString();
}

/** The day itself, or the working day before it: for aims of one's own, which must not pass what they aim at. */
export function workingDayUntil(day: string): string {
  let at = Temporal.PlainDate.from(day);
  while (!isWorkingDay(at.toString())) at = at.add({ days: -1 });
  return at.toString();
}

/** So many working days before a day. */
export function workingDaysBefore(day: string, n: number): string {
  let at = day;
  for (let left = n; left > 0; left--)
    at = workingDayUntil(Temporal.PlainDate.from(at).subtract({ days: 1 }).toString());
  return at;
}

/** The three days of a request that came on a day. */
export interface Term {
  /** What the institution aims at: 30 days, never later than the law, and on a working day. */
  aim: string;
  /** One month from receipt (GDPR Art. 12(3)). */
  law: string;
  /** With the extension by two further months: three from receipt, not from the extension. */
  extended: string;
}

/** Counts them. */
export function termOf(received: string): Term {
  const law = workingDayFrom(monthsAfter(received, 1));
  const thirty = Temporal.PlainDate.from(received).add({ days: 30 }).toString();
  return {
    aim: workingDayUntil(thirty < law ? thirty : law),
    law,
    extended: workingDayFrom(monthsAfter(received, 3)),
  };
}

/**
 * The end of a period in hours, counted from the minute of the event. Art. 3(1) would leave the hour of the event out and
 * give up to an hour more; nobody should plan with it. Weekends and holidays count (3(3)), and the end moves to no working day
 * (3(4) is not for hours). That every period of two days holds two working days (3(5)) is an argument for a lawyer, not a plan.
 */
export const hoursFrom = (at: number, hours: number): number => at + hours * HOUR_MS;

/** Hours and minutes up to a moment, whole minutes, rounded so that never too much is left; `over` when it has passed. */
export function remaining(until: number, now: number): { over: boolean; hours: number; minutes: number } {
  const over = now > until;
  const minutes = over ? Math.floor((now - until) / 60_000) : Math.floor((until - now) / 60_000);
  return { over, hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/**
 * A wall-clock time of the zone as a moment; undefined if there is no such time to be read. An hour that happens twice is the
 * first of the two, one that is left out the one before: a clock that starts from it ends too early, never too late.
 */
export function momentOf(day: string, time: string, timeZone: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d{1,2}[:.]\d\d$/.test(time)) return undefined;
  try {
    const [hour, minute] = time.split(/[:.]/).map(Number);
    const date = Temporal.PlainDate.from(day, { overflow: "reject" });
    const wall = date.toPlainDateTime(Temporal.PlainTime.from({ hour, minute }, { overflow: "reject" }));
    return wall.toZonedDateTime(timeZone, { disambiguation: "earlier" }).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** A moment as the fields of a form: day, and time of day as `15:30`. */
export function wallOf(at: number, timeZone: string): { day: string; time: string } {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return { day: wall.toPlainDate().toString(), time: wall.toPlainTime().toString({ smallestUnit: "minute" }) };
}
