/** Days counted in the institution's time zone, by the calendar (a month after 31 January is 28 or 29 February). */
import { Temporal } from "temporal-polyfill";

/** The day (`YYYY-MM-DD`) on which this moment falls in the zone. */
export function dayOf(ms: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The day that many months (or days) later. */
export function later(day: string, by: { months?: number; days?: number }): string {
  return Temporal.PlainDate.from(day).add(by).toString();
}

/** The last moment of a day in the zone: 23:59:59.999. */
export function endOfDay(day: string, timeZone: string): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone }).toInstant().epochMilliseconds - 1;
}

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}

/** Whole days from one day to another; negative if `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}
