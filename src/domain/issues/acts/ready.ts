/** What stands between a draft and its sending, asked by everything that approves, sends or plans it. */
import type { Deps } from "../../../deps.ts";
import { type FieldProblem, isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import type { Pilot } from "../../campaigns/rules.ts";
import { PILOT } from "../../campaigns/rules.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { keepingDecided } from "../../institution/rules/keeping.ts";
import type { Institution } from "../../institution/rules.ts";
import { readLists } from "../../lists/views.ts";
import { countIssueAudience, type IssueAudience } from "../../messages/views/recipients/left-out.ts";
import { approvalProblems } from "../rules/approval.ts";
import type { FrozenIssue } from "../rules/issue.ts";
import { segmentProblems } from "../rules/segment.ts";
import { type Issue, readIssue } from "../views.ts";
import { freezeIssue } from "./freeze.ts";
import { issueProblems } from "./problems.ts";

/** A draft with all that would go out now. */
export interface Ready {
  issue: Issue;
  frozen: FrozenIssue;
  institution: Institution;
  audience: IssueAudience;
  /** What keeps it from being sent, field by field; an open approval is one of them. */
  problems: FieldProblem[];
}

/** Reads it. Refuses what is no draft any more, another version than the one that was shown, and what cannot be frozen. */
export async function readReady(deps: Deps, input: { id: string; version?: number }): Promise<Ready | Refusal> {
  const issue = await readIssue(deps.db, input.id);
  if (!issue) return refuse("issues.unknown");
  if (issue.state !== "draft") return refuse("issues.sent_already");
  if (input.version !== undefined && issue.version !== input.version) return refuse("form.stale");
  const made = await freezeIssue(deps, issue);
  if (isRefusal(made)) return made;
  const { frozen, institution } = made;
  const lists = await readLists(deps.db);
  const others = lists.filter((list) => list.purposeId === frozen.purpose.id && list.id !== frozen.list.id);
  const problems = [
    ...issueProblems(deps, made),
    ...segmentProblems(frozen.segment, { languages: institution.languages, lists: others.map((list) => list.id) }),
    ...approvalProblems(issue, frozen, { approval: institution.secondPerson === true }),
  ];
  const { timeZone } = institution;
  const audience = await countIssueAudience(deps.db, {
    listId: issue.listId,
    listKind: frozen.list.kind,
    segment: frozen.segment,
    timeZone,
    today: dayOf(deps.clock.now(), timeZone),
  });
  return { issue, frozen, institution, audience, problems };
}

/** The same for whoever sends or plans it now. Refuses everything that is open, an empty audience, and waves that are none. */
export async function readyToGo(
  deps: Deps,
  input: { id: string; version: number; pilot?: Pilot },
): Promise<Ready | Refusal> {
  const ready = await readReady(deps, input);
  if (isRefusal(ready)) return ready;
  if (!keepingDecided(ready.institution, deps.config.mode)) return refuse("suppressions.keeping_unset");
  const problems = [...ready.problems, ...pilotProblems(input.pilot)];
  if (problems.length > 0) return refuseForm(problems);
  if (ready.audience.mailed <= 0) return refuse("issues.nobody");
  return input.pilot ? { ...ready, frozen: { ...ready.frozen, pilot: input.pilot } } : ready;
}

function pilotProblems(pilot: Pilot | undefined): FieldProblem[] {
  if (!pilot) return [];
  const no = (field: string, n: number, from: number, to: number): FieldProblem[] =>
    Number.isInteger(n) && n >= from && n <= to ? [] : [{ field, code: "campaigns.number", values: { from, to } }];
  return [
    ...no("pilot.size", pilot.size, 1, PILOT.most),
    ...no("pilot.waitHours", pilot.waitHours, 1, PILOT.longestHours),
  ];
}
