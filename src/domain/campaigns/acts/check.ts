/** What keeps a draft from being sent at this moment, in the institution's calendar. */
import { dayOf, daysBetween } from "../../consent/rules/days.ts";
import type { Institution } from "../../institution/rules.ts";
import { draftProblems } from "../rules.ts";
import type { Mailing } from "../views.ts";

/** The problems of a draft, field by field; none means that it can be sent. */
export function sendProblems(mailing: Mailing, institution: Institution, now: number) {
  const today = dayOf(now, institution.timeZone);
  const { title, draft, deadlineDay } = mailing;
  return draftProblems(
    { ...draft, title, deadlineDay },
    { languages: institution.languages, today, daysUntil: (day) => daysBetween(today, day) },
  );
}
