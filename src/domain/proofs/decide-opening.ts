/**
 * The second person agrees to a request to open a sealed proof, or refuses it. Never the one who asked. Leaves
 * `vault.opening-granted` or `vault.opening-refused` in the proof log; opens nothing.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { reasonProblems, stageOf, tidyReason } from "./rules/opening.ts";
import { grantWrite, refuseWrite } from "./store/opening.ts";
import { readOpening } from "./views/openings.ts";

export type OpeningDecision = { id: string; decision: "grant" } | { id: string; decision: "refuse"; note: string };

/** Decides, once. */
export async function decideOpening(
  deps: Deps,
  actor: Actor,
  input: OpeningDecision,
): Promise<{ id: string; decision: "grant" | "refuse" } | Refusal> {
  const no = may(actor, "proof.grant-opening");
  if (no) return no;
  const opening = await readOpening(deps.db, input.id);
  if (!opening) return refuse("proofs.opening_unknown");
  const at = deps.clock.now();
  const stage = stageOf(opening, at);
  if (stage === "ended") return refuse("proofs.opening_ended");
  if (stage !== "asked") return refuse("proofs.decided_already");
  const by = actorLabel(actor);
  if (opening.askedBy === by) return refuse("proofs.own_request");
  const note = input.decision === "refuse" ? tidyReason(input.note) : undefined;
  const problems = note === undefined ? [] : reasonProblems("note", note);
  if (problems.length > 0) return refuseForm(problems);

  const { id } = opening;
  const facts = { opening: id, ground: opening.ground, asker: opening.askedBy, by, ...viaOf(actor) };
  const log = await readLogOrigin(deps.db);
  const done = await commit(
    deps,
    note === undefined
      ? {
          change: [grantWrite(deps.db, { id, by, at })],
          proof: [actEvidence(deps, { log, at, typ: "vault.opening-granted", facts })],
        }
      : {
          change: [refuseWrite(deps.db, { id, by, at, note })],
          proof: [actEvidence(deps, { log, at, typ: "vault.opening-refused", facts: { ...facts, note } })],
        },
  );
  if (done === "stale") return refuse("proofs.decided_already");
  await deps.queue.enqueue({ kind: "seal" });
  return { id, decision: input.decision };
}
