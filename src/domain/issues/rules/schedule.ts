/**
 * When an issue goes out, as a person types it: a day and a time by the institution's clock. A time that the clocks skip in
 * spring is refused, one that comes twice in autumn means the first. Pure.
 */
import { Temporal } from "temporal-polyfill";
import { ASLEEP_MS } from "../../pulse/rules.ts";

/** An issue is planned so far ahead at most. */
export const MOST_DAYS = 366;

/** The moment (ms), whether the clock shows this time twice that day; or the code of what is wrong, and the field. */
export function scheduleMoment(
  typed: { day: string; time: string },
  office: { timeZone: string; now: number },
): { at: number; twice: boolean } | { field: "day" | "time"; code: `issues.${string}` } {
  const { timeZone, now } = office;
  const hhmm = /^(\d{1,2})[:.](\d\d)$/.exec(typed.time.trim());
  const day = dayOf(typed.day.trim());
  if (!day) return { field: "day", code: "issues.not_a_day" };
  const [hour, minute] = [Number(hhmm?.[1] ?? 24), Number(hhmm?.[2] ?? 0)];
  if (hour > 23 || minute > 59) return { field: "time", code: "issues.not_a_time" };
  const wall = day.toPlainDateTime({ hour, minute });
  const moment = (disambiguation: "earlier" | "later") =>
    wall.toZonedDateTime(timeZone, { disambiguation }).toInstant().epochMilliseconds;
  const [first, last] = [moment("earlier"), moment("later")];
  // Of a time that does not exist, both readings show another time of day.
  const shown = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(timeZone).toPlainDateTime();
  if (!shown.equals(wall)) return { field: "time", code: "issues.no_such_time" };
  if (first <= now) return { field: "time", code: "issues.time_past" };
  if (first - now > MOST_DAYS * 86_400_000) return { field: "day", code: "issues.too_far" };
  return { at: first, twice: last !== first };
}

function dayOf(text: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? Temporal.PlainDate.from(text, { overflow: "reject" }) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What becomes of a planned issue at this moment: it waits, begins, or was missed. One whose time is an hour ago is no news
 * any more: nothing overdue goes out by itself.
 */
export function scheduleStep(at: number, now: number): "wait" | "begin" | "missed" {
  if (now < at) return "wait";
  return now - at < ASLEEP_MS ? "begin" : "missed";
}

/** People come and go while somebody reads the page: so far the number may differ from the one that was shown. */
export const sameAudience = (shown: number, now: number): boolean =>
  Math.abs(shown - now) <= Math.max(5, Math.ceil(shown / 100));
