/**
 * A part of a list that an issue goes to: by language, by the day of joining, by other lists of the same purpose. Never by
 * what people opened, clicked or bought: nothing of that is kept, and the type has no place for it (a test reads this
 * file). Pure; the same rule as SQL stands in domain/messages/views/recipients/segment.ts, and a test compares the two.
 *
 *     { languages: ["en"], joinedFrom: "2026-01-01", notOn: ["5f0c7a52-…"] }
 */
import type { FieldProblem } from "../../../refusal.ts";
import { isDay } from "../../consent/rules/days.ts";
import type { Lang } from "../../institution/rules.ts";

/** Everything that is said must hold of a person. An empty part is no part. */
export interface Segment {
  /** Mail in one of these. */
  languages?: readonly Lang[];
  /** `YYYY-MM-DD`, both included: since when the person is on this list. */
  joinedFrom?: string;
  joinedTo?: string;
  /** Ids of lists of the same purpose: on every one of them as well. */
  alsoOn?: readonly string[];
  /** On none of these. */
  notOn?: readonly string[];
}

/** What is asked of a person. */
export interface Member {
  language: string;
  /** Day since which he is on the list. */
  joined: string;
  /** Ids of the lists that he is on, as one who gets their mail. */
  lists: ReadonlySet<string>;
}

/** Whether the person belongs to it. */
export function inSegment(segment: Segment | undefined, member: Member): boolean {
  const { languages = [], joinedFrom, joinedTo, alsoOn = [], notOn = [] } = segment ?? {};
  return (
    (languages.length === 0 || languages.some((lang) => lang === member.language)) &&
    (joinedFrom === undefined || member.joined >= joinedFrom) &&
    (joinedTo === undefined || member.joined <= joinedTo) &&
    alsoOn.every((id) => member.lists.has(id)) &&
    !notOn.some((id) => member.lists.has(id))
  );
}

/** The segment without empty parts, in one order; undefined where it is the whole list. */
export function tidySegment(segment: Segment | undefined): Segment | undefined {
  const { languages = [], joinedFrom = "", joinedTo = "", alsoOn = [], notOn = [] } = segment ?? {};
  const tidy: Segment = {
    ...(languages.length > 0 && { languages: [...new Set(languages)].sort() }),
    ...(joinedFrom !== "" && { joinedFrom }),
    ...(joinedTo !== "" && { joinedTo }),
    ...(alsoOn.length > 0 && { alsoOn: [...new Set(alsoOn)].sort() }),
    ...(notOn.length > 0 && { notOn: [...new Set(notOn)].sort() }),
  };
  return Object.keys(tidy).length > 0 ? tidy : undefined;
}

/** So many lists may be named on either side. */
export const MOST_LISTS = 20;

/** What is wrong with it. `lists`: ids of the other lists of the same purpose, the only ones that may be named. */
export function segmentProblems(
  segment: Segment | undefined,
  office: { languages: readonly Lang[]; lists: readonly string[] },
): FieldProblem[] {
  const { languages = [], joinedFrom, joinedTo, alsoOn = [], notOn = [] } = segment ?? {};
  const problems: FieldProblem[] = [];
  if (languages.some((lang) => !office.languages.includes(lang)))
    problems.push({ field: "segment.languages", code: "form.choose" });
  for (const [field, day] of [
    ["segment.joinedFrom", joinedFrom],
    ["segment.joinedTo", joinedTo],
  ] as const)
    if (day !== undefined && !isDay(day)) problems.push({ field, code: "issues.not_a_day" });
  if (joinedFrom && joinedTo && joinedFrom > joinedTo)
    problems.push({ field: "segment.joinedTo", code: "issues.joined_order" });
  for (const [field, ids] of [
    ["segment.alsoOn", alsoOn],
    ["segment.notOn", notOn],
  ] as const)
    if (ids.length > MOST_LISTS || ids.some((id) => !office.lists.includes(id)))
      problems.push({ field, code: "issues.other_purpose" });
  if (alsoOn.some((id) => notOn.includes(id))) problems.push({ field: "segment.notOn", code: "issues.list_on_both" });
  return problems;
}
