/** What is wrong with what staff type in about retention. Reasons go into the proof log, so they name nobody's address. Pure. */
import type { FieldProblem } from "../../../refusal.ts";
import { isDay, later } from "../../consent/rules/days.ts";

const REASON_MIN = 10;
const REASON_MAX = 1_000;

/** A reason that somebody else understands years later. */
export function reasonProblems(reason: string, field = "reason"): FieldProblem[] {
  const { length } = reason.trim();
  if (length < REASON_MIN) return [{ field, code: "retention.reason_short", values: { min: REASON_MIN } }];
  if (length > REASON_MAX) return [{ field, code: "form.too_long", values: { max: REASON_MAX } }];
  return reason.includes("@") ? [{ field, code: "retention.reason_address" }] : [];
}

/** As it is kept: trimmed, in NFC (PROOF 6.2). */
export const tidy = (text: string): string => text.trim().normalize("NFC");

/** A day after today, and not more than so many years away: nothing is kept without an end. */
export function dayProblems(field: string, day: string, today: string, years: number): FieldProblem[] {
  if (!isDay(day) || day <= today) return [{ field, code: "retention.day" }];
  return day > later(today, { months: years * 12 }) ? [{ field, code: "retention.day_far", values: { years } }] : [];
}

/** Longest hold and longest justification: after that somebody decides anew. */
export const HOLD_YEARS = 5;
export const JUSTIFY_YEARS = 2;

/** Ceiling and days to answer that the institution may set. */
export const CEILING = { least: 1, most: 10_000_000 };
export const ANSWER_DAYS = { least: 7, most: 90, usual: 30 };
