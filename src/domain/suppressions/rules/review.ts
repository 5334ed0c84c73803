/**
 * When a tag's day comes. Pure.
 *
 * A tag serves one end: not to mail that address. It is decided anew on its review day (GDPR Art. 5(1)(e)), by a person. Where
 * nobody decides: a tag whose purpose is over has lost its reason and goes at once; the tags of people who asked for silence
 * (complaint, "never", death) stand another year at a time while mail for the purpose goes out, because the wish has no end
 * (Art. 21(3)) and no mail may break it for want of a decision; all others go 90 days after their day, alarmed about before.
 */
import { later } from "../../consent/rules/days.ts";
import { type Reason, SILENCE } from "../rules.ts";

/** So long before its day a tag is announced to those who decide. */
export const ANNOUNCED_DAYS = 30;
/** So long after its day a tag still stands and waits for a decision. */
export const GRACE_DAYS = 90;
/** What silence of the office adds to the tags of people who asked for silence. */
export const STANDS_ON_MONTHS = 12;
/** The longest a decision may prolong. */
export const MOST_MONTHS = 60;

export type Due = "ends-now" | "stands-on" | "ends-later";

/** What becomes of tags of this reason whose day has come, if nobody decides. `lives`: mail for their scope still goes out. */
export function dueOf(reason: Reason, lives: boolean): Due {
  if (!lives) return "ends-now";
  return SILENCE.includes(reason) ? "stands-on" : "ends-later";
}

/** The day whose night ends it. */
export const lastDayFor = (reviewDay: string): string => later(reviewDay, { days: GRACE_DAYS });
