/**
 * Whether a person is told the names of those who looked at his data: only the officer decides, with a reason, because the
 * names are data of colleagues (CJEU C-579/21, points 76 to 83). Without a decision he is told when, why and in which role.
 * A decision holds for the lines there are; it is in the proof log, without the person.
 */
import type { Deps } from "../../deps.ts";
import { type FieldProblem, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { isHeld } from "../people/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { reasonProblems, tidyReason } from "../proofs/rules/opening.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { MOST_LINES } from "./rules/acts.ts";
import { namingWrite } from "./store.ts";
import { readLinesAbout } from "./views/lines.ts";

export const NAMINGS = ["told", "withheld"] as const;
export type NamingDecision = (typeof NAMINGS)[number];

/** Decides. */
export async function decideNames(
  deps: Deps,
  actor: Actor,
  input: { personId: string; decision: string; reason: string },
): Promise<{ id: string; decision: NamingDecision } | Refusal> {
  const no = may(actor, "reading.name");
  if (no) return no;
  const decision = NAMINGS.find((one) => one === input.decision);
  const problems: FieldProblem[] = [
    ...(decision ? [] : [{ field: "decision", code: "form.choose" } as const]),
    ...reasonProblems("reason", input.reason),
  ];
  if (!decision || problems.length > 0) return refuseForm(problems);
  const { personId } = input;
  if (!(await isHeld(deps.db, personId))) return refuse("people.unknown");
  const at = deps.clock.now();
  const id = deps.ids.uuid();
  const reason = tidyReason(input.reason);
  const lines = (await readLinesAbout(deps.db, { personId, records: [] }, MOST_LINES)).length;
  const by = actorLabel(actor);
  const facts = { decision: id, verdict: decision, reason, lines, by, ...viaOf(actor) };
  const proof = [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "reading.names-decided", facts })];
  const done = await commit(deps, { change: namingWrite({ id, personId, decision, reason, by, at }), proof });
  if (done === "stale") return refuse("people.unknown");
  await deps.queue.enqueue({ kind: "seal" });
  return { id, decision };
}
