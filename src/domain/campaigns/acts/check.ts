/** What keeps a draft from being sent at this moment: its fields, in the institution's calendar, and the mail they make. */
import type { Deps } from "../../../deps.ts";
import type { FieldProblem } from "../../../refusal.ts";
import { dayOf, daysBetween } from "../../consent/rules/days.ts";
import type { Institution, Lang } from "../../institution/rules.ts";
import { approvalProblems, reviewProblems } from "../rules/review.ts";
import { draftProblems, type FrozenMailing } from "../rules.ts";
import type { Mailing } from "../views.ts";

/**
 * The problems of a draft, field by field, and what others have not said of it yet; none means that it can be sent. `frozen`:
 * what would go out now, where that is known.
 */
export function sendProblems(mailing: Mailing, institution: Institution, now: number, frozen?: FrozenMailing) {
  const today = dayOf(now, institution.timeZone);
  const { title, draft, deadlineDay, kind } = mailing;
  const problems = draftProblems(
    { ...draft, title, deadlineDay, kind },
    { languages: institution.languages, today, daysUntil: (day) => daysBetween(today, day) },
  );
  const wants = { approval: institution.secondPerson === true };
  return [...problems, ...reviewProblems(mailing, wants), ...(frozen ? approvalProblems(mailing, frozen, wants) : [])];
}

/** What the linter says of the mail, the first thing of each language. `language`: only of this one. */
export function mailProblems(deps: Pick<Deps, "render">, frozen: FrozenMailing, language?: Lang): FieldProblem[] {
  const found = deps.render.problems(frozen).filter((p) => language === undefined || p.language === language);
  return found
    .filter((p, i) => found.findIndex((other) => other.language === p.language) === i)
    .map((p) => ({ field: `mail.${p.language}`, code: "campaigns.mail_unfit", values: { ...p } }));
}
