/**
 * The look at who can do what, by date (R033). Pure. Everybody who has access gets an answer: keep it, change it, end it; and the
 * next look has a day, a quarter later unless somebody says otherwise, and never more than a year later.
 */
import { type FieldProblem, type Refusal, refuseForm } from "../../../refusal.ts";
import { daysBetween, isDay, later } from "../../consent/rules/days.ts";
import type { Role } from "../rules.ts";

export const VERDICTS = ["keep", "change", "end"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What somebody, or the key of a program, had at the moment of the look, and what was said of it. */
export interface Reviewed {
  /** User id; of a key `api:<id>`. */
  user: string;
  /** Of a key that of its maker. */
  role: Role;
  second: boolean;
  verdict: Verdict;
}

export interface AccessReview {
  id: string;
  /** `staff:<id>`. */
  by: string;
  at: number;
  /** `YYYY-MM-DD`. */
  nextDay: string;
  people: Reviewed[];
}

export const REVIEW_MONTHS = 3;
const MOST_DAYS = 366;

/** The day of the next look that the form offers. */
export const offeredDay = (today: string): string => later(today, { months: REVIEW_MONTHS });

/** Reads the form: an answer about everybody and every key, and a day after today and within a year. */
export function readReview(
  input: { verdicts: ReadonlyMap<string, string>; nextDay: string },
  office: {
    members: readonly { id: string; role: Role; secondFactor: boolean }[];
    /** Keys that hold: one stays or ends, it has no role to change. */
    keys?: readonly { id: string; role: Role }[];
    today: string;
  },
): { people: Reviewed[]; nextDay: string } | Refusal {
  const problems: FieldProblem[] = [];
  const people = office.members.flatMap(({ id, role, secondFactor }): Reviewed[] => {
    const verdict = VERDICTS.find((one) => one === input.verdicts.get(id));
    if (verdict) return [{ user: id, role, second: secondFactor, verdict }];
    problems.push({ field: `verdict.${id}`, code: "form.choose" });
    return [];
  });
  const keys = (office.keys ?? []).flatMap(({ id, role }): Reviewed[] => {
    const user = `api:${id}`;
    const verdict = (["keep", "end"] as const).find((one) => one === input.verdicts.get(user));
    if (verdict) return [{ user, role, second: false, verdict }];
    problems.push({ field: `verdict.${user}`, code: "form.choose" });
    return [];
  });
  const { nextDay } = input;
  if (!isDay(nextDay) || nextDay <= office.today || daysBetween(office.today, nextDay) > MOST_DAYS)
    problems.push({ field: "nextDay", code: "staff.review_day" });
  return problems.length > 0 ? refuseForm(problems) : { people: [...people, ...keys], nextDay };
}

/** What a look asked for and nobody has done yet: the account still has the role it had then. */
export function stillToDo(
  review: Pick<AccessReview, "people"> | undefined,
  members: readonly { id: string; role: Role; disabledAt: number | undefined }[],
): Reviewed[] {
  return (review?.people ?? []).filter(({ user, role, verdict }) => {
    const member = members.find(({ id }) => id === user);
    return verdict !== "keep" && member?.disabledAt === undefined && member?.role === role;
  });
}

/** Keys that the last look ended and nobody has revoked yet. */
export function keysToEnd(review: Pick<AccessReview, "people"> | undefined, live: readonly { id: string }[]): string[] {
  const ended = (review?.people ?? []).filter(({ verdict }) => verdict === "end").map(({ user }) => user);
  return live.map(({ id }) => id).filter((id) => ended.includes(`api:${id}`));
}

/** The day by which the next look is due: the one the last look named; before the first, a quarter after the first account. */
export function dueDay(last: Pick<AccessReview, "nextDay"> | undefined, firstDay: string): string {
  return last?.nextDay ?? later(firstDay, { months: REVIEW_MONTHS });
}
