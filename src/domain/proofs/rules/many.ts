/** What a bundle of many is of, as it is asked for: a campaign, or a purpose and its first and last day. Pure. */
import type { FieldProblem } from "../../../refusal.ts";
import { endOfDay, isDay, later } from "../../consent/rules/days.ts";

/** Days in the institution's time zone, both included. */
export type ManyAsked =
  | { kind: "campaign"; mailingId: string }
  | { kind: "purpose"; purposeId: string; firstDay: string; lastDay: string };

/** What is wrong with the days. */
export function rangeProblems(asked: ManyAsked): FieldProblem[] {
  if (asked.kind !== "purpose") return [];
  const { firstDay, lastDay } = asked;
  const field = isDay(firstDay) ? "lastDay" : "firstDay";
  return isDay(firstDay) && isDay(lastDay) && firstDay <= lastDay ? [] : [{ field, code: "proofs.range" }];
}

/** First moment of the first day, and the first one after the last day, ms. */
export const momentsOf = (firstDay: string, lastDay: string, zone: string): { from: number; to: number } => ({
  from: endOfDay(later(firstDay, { days: -1 }), zone) + 1,
  to: endOfDay(lastDay, zone) + 1,
});
