/**
 * The reviewer decides about tags whose day has come, all of one purpose and reason at once: they stand on until another day,
 * with a reason, or they end. The day, the number and the reason are in the proof log; the work goes page by page. While one
 * decision is carried out nobody makes another about the same tags.
 */
import type { Deps } from "../../../deps.ts";
import { type FieldProblem, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { dayOf, later } from "../../consent/rules/days.ts";
import { readInstitutionRow } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { ANNOUNCED_DAYS, MOST_MONTHS } from "../rules/review.ts";
import { EVERYTHING, WORDS_MAX } from "../rules.ts";
import { decidedWrites } from "../store/review.ts";
import { readDue } from "../views/review.ts";

export interface Decision {
  scope: string;
  reason: string;
  decision: "prolong" | "end";
  /** How long they stand on, counted from today. */
  months: number;
  note: string;
  /** The number that the page showed: another one is decided about anew. */
  n: number;
}

/** Records the decision and begins with it. Refuses where somebody else has just decided. */
export async function decideReview(deps: Deps, actor: Actor, input: Decision): Promise<{ id: string } | Refusal> {
  const no = may(actor, "suppression.review");
  if (no) return no;
  const office = await readInstitutionRow(deps.db);
  if (!office) return refuse("institution.missing");
  const note = input.note.trim();
  const { decision, scope, reason } = input;
  const problems: FieldProblem[] = [];
  if (note === "") problems.push({ field: "note", code: "form.required" });
  if (note.length > WORDS_MAX) problems.push({ field: "note", code: "form.too_long", values: { max: WORDS_MAX } });
  if (note.includes("@")) problems.push({ field: "note", code: "suppressions.address_in_words" });
  const whole = Number.isInteger(input.months) && input.months >= 1 && input.months <= MOST_MONTHS;
  if (decision === "prolong" && !whole)
    problems.push({ field: "months", code: "institution.number", values: { from: 1, to: MOST_MONTHS } });
  if (decision !== "prolong" && decision !== "end") problems.push({ field: "decision", code: "form.choose" });
  if (problems.length > 0) return refuseForm(problems);

  const at = deps.clock.now();
  const today = dayOf(at, office.profile.timeZone);
  const upTo = later(today, { days: ANNOUNCED_DAYS });
  const group = (await readDue(deps.db, upTo)).find((g) => g.scope === scope && g.reason === reason);
  if (!group) return refuse("suppressions.nothing_due");
  if (group.n !== input.n) return refuse("suppressions.number_changed", { values: { n: group.n } });
  const id = deps.ids.uuid();
  const until = decision === "prolong" ? later(upTo, { months: input.months }) : null;
  const by = actorLabel(actor);
  const row = {
    id,
    scope,
    reason,
    upTo,
    decision,
    until,
    note,
    by,
    n: group.n,
    done: 0,
    state: "running" as const,
    at,
  };
  const facts = {
    scope: scope === EVERYTHING ? "everything" : scope,
    reason,
    decision,
    n: group.n,
    ...(until !== null && { until }),
    why: note,
    by,
    ...viaOf(actor),
  };
  const proof = [actEvidence(deps, { log: office.logOrigin, at, typ: "suppression.reviewed", facts })];
  if ((await commit(deps, { change: decidedWrites(deps.db, row), proof })) === "stale")
    return refuse("suppressions.decided_meanwhile");
  await deps.queue.enqueue({ kind: "suppression-review", reviewId: id });
  await deps.queue.enqueue({ kind: "seal" });
  return { id };
}
