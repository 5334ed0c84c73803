/** "Justify or delete": somebody says why a thing is kept, and until when, or that it goes. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { dayOf } from "../consent/rules/days.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { dayProblems, JUSTIFY_YEARS, reasonProblems, tidy } from "./rules/input.ts";
import { decideCaseWrite } from "./store/review.ts";
import { readCase } from "./views/review.ts";

export interface CaseInput {
  id: string;
  decision: string;
  reason: string;
  /** Of a justification: its last day. */
  until: string;
}

export async function decideCase(deps: Deps, actor: Actor, input: CaseInput): Promise<{ id: string } | Refusal> {
  const no = may(actor, "retention.decide");
  if (no) return no;
  const office = await readInstitutionRow(deps.db);
  if (!office) return refuse("institution.missing");
  const found = await readCase(deps.db, input.id);
  if (!found || found.closedAt !== null) return refuse("retention.case_over");
  const { id, decision } = input;
  if (decision !== "justified" && decision !== "delete")
    return refuseForm([{ field: "decision", code: "form.choose" }]);
  const at = deps.clock.now();
  const today = dayOf(at, office.profile.timeZone);
  const problems = [
    ...reasonProblems(input.reason),
    ...(decision === "justified" ? dayProblems("until", input.until, today, JUSTIFY_YEARS) : []),
  ];
  if (problems.length > 0) return refuseForm(problems);
  const reason = tidy(input.reason);
  const until = decision === "justified" ? input.until : null;
  const by = actorLabel(actor);
  const { kind, subject } = found;
  const facts = { case: id, kind, subject, decision, ...(until && { until }), reason, by, ...viaOf(actor) };
  const done = await commit(deps, {
    change: [decideCaseWrite({ id, decision, reason, until, by, at })],
    proof: [actEvidence(deps, { log: office.logOrigin, at, typ: "review.decided", facts })],
  });
  return done === "done" ? { id } : refuse("retention.case_over");
}
