/**
 * Periods as ISO 8601 durations of one or two parts, for example `P7D`, `P36M`, `PT20H`, `PT1H30M`: parts of the calendar
 * (years, months, weeks, days) or parts of the clock, never both. Pure.
 */
import { Temporal } from "temporal-polyfill";
import type { FieldProblem } from "../../../refusal.ts";
import { dayOf, later } from "../../consent/rules/days.ts";

/** What is over at a moment: rows whose time is not after `ms`, and whose day is not after `day`. */
export interface Cutoff {
  ms: number;
  /** `YYYY-MM-DD` in the institution's time zone. */
  day: string;
}

const FORM = /^(?:P(?=\d)(?:\d{1,2}Y)?(?:\d{1,3}M)?(?:\d{1,3}W)?(?:\d{1,4}D)?|PT(?=\d)(?:\d{1,4}H)?(?:\d{1,5}M)?)$/;

/** Whether a text is such a period. */
export const isPeriod = (text: string): boolean => FORM.test(text);

/** A period that no wall clock changes, in ms: the life of a link, as the code of the link counts it. */
export const exactly = (ms: number): string => `PT${Math.round(ms / 60_000)}M`;

/**
 * What a period makes over at `now`. By the calendar: a row of 31 August is over `P1M` later at the same time of the last day of
 * September. Throws on a text that is no period: a fault of ours.
 */
export function cutoffOf(period: string, now: number, zone: string): Cutoff {
  if (!isPeriod(period)) throw new RangeError("not a period");
  const back = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).subtract(period);
  return { ms: back.epochMilliseconds, day: back.toPlainDate().toString() };
}

/** Days of a period, a month counted as 30 and a year as 365: to compare periods, never to delete by. */
export function roughDays(period: string): number {
  const { years, months, weeks, days, hours, minutes } = Temporal.Duration.from(period);
  return years * 365 + months * 30 + weeks * 7 + days + hours / 24 + minutes / 1440;
}

/** The day on which what begins on `day` is over. */
export const overOn = (day: string, period: string): string =>
  Temporal.PlainDate.from(day).add(Temporal.Duration.from(period)).toString();

/** The next night by the institution's clock: nightly runs begin at this hour. */
export const NIGHT_HOUR = 2;

/** The day whose nightly run is due at this moment: before two o'clock it is still yesterday's. */
export function nightOf(now: number, zone: string): string {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const today = dayOf(now, zone);
  return hour >= NIGHT_HOUR ? today : later(today, { days: -1 });
}

/** When the run of a day begins, ms. */
export const nightAt = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: { hour: NIGHT_HOUR } }).epochMilliseconds;

/** When the next run after this moment begins, ms. */
export const nextNightAt = (now: number, zone: string): number => nightAt(later(nightOf(now, zone), { days: 1 }), zone);

/** What is wrong with a period that the institution types in: whole days or months within the bounds of the rule. */
export function periodProblems(period: string, [least, most]: readonly [string, string]): FieldProblem[] {
  if (!isPeriod(period) || roughDays(period) <= 0) return [{ field: "period", code: "retention.period" }];
  const days = roughDays(period);
  return days < roughDays(least) || days > roughDays(most) ? [{ field: "period", code: "retention.bounds" }] : [];
}
