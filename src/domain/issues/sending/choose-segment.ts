/**
 * To which part of its list an issue goes. It is a part of the draft like its texts: another choice is another version, and
 * what a second person has approved must be approved again.
 */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { readInstitution } from "../../institution/views.ts";
import { readLists } from "../../lists/views.ts";
import { type Actor, actorLabel, authorLabels, may } from "../../staff/rules.ts";
import { saveAct } from "../acts/saving.ts";
import { type Segment, segmentProblems, tidySegment } from "../rules/segment.ts";
import { readIssue } from "../views.ts";

/** Chooses it; undefined: the whole list. Refuses lists of other purposes, days that are none, and what is no draft any more. */
export async function chooseSegment(
  deps: Deps,
  actor: Actor,
  input: { id: string; version: number; segment: Segment | undefined },
): Promise<{ version: number } | Refusal> {
  const no = may(actor, "campaign.write");
  if (no) return no;
  const [issue, office, lists] = await Promise.all([
    readIssue(deps.db, input.id),
    readInstitution(deps.db),
    readLists(deps.db),
  ]);
  if (!issue || !office) return refuse("issues.unknown");
  if (issue.state !== "draft") return refuse("issues.sent_already");
  if (issue.version !== input.version) return refuse("form.stale");
  const segment = tidySegment(input.segment);
  const others = lists.filter((list) => list.purposeId === issue.purposeId && list.id !== issue.listId);
  const problems = segmentProblems(segment, { languages: office.languages, lists: others.map((list) => list.id) });
  if (problems.length > 0) return refuseForm(problems);
  const { segment: before, ...rest } = issue.draft;
  if (JSON.stringify(tidySegment(before)) === JSON.stringify(segment)) return { version: issue.version };
  const draft = { ...rest, ...(segment && { segment }) };
  const by = actorLabel(actor);
  const change = await saveAct(deps, issue, {
    ...{ title: issue.title, draft, by, how: "saved", auto: false },
    authors: authorLabels(actor),
  });
  return (await commit(deps, { change, proof: [] })) === "done" ? { version: issue.version + 1 } : refuse("form.stale");
}
