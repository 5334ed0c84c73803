/** Ends a legal hold before its day: from the next night on, what it kept goes by its own term. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { reasonProblems, tidy } from "./rules/input.ts";
import { endWrite } from "./store/holds.ts";

export async function endHold(
  deps: Deps,
  actor: Actor,
  input: { id: string; reason: string },
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "retention.hold");
  if (no) return no;
  const problems = reasonProblems(input.reason);
  if (problems.length > 0) return refuseForm(problems);
  const { id } = input;
  const at = deps.clock.now();
  const by = actorLabel(actor);
  const reason = tidy(input.reason);
  const log = await readLogOrigin(deps.db);
  const done = await commit(deps, {
    change: [endWrite({ id, by, at, reason })],
    proof: [actEvidence(deps, { log, at, typ: "hold.ended", facts: { hold: id, reason, by, ...viaOf(actor) } })],
  });
  return done === "done" ? { id } : refuse("retention.hold_over");
}
