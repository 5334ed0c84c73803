/**
 * Whoever opened a sealed proof reads it again within a day, without the address: it was proved when it was opened. Every
 * time is on record.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { type ProofFile, readProofFile } from "./acts/file.ts";
import { lookLines } from "./acts/lines.ts";
import { ownOpening } from "./acts/own-opening.ts";

/** Reads again. */
export async function lookAgain(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<({ id: string } & ProofFile) | Refusal> {
  const no = may(actor, "proof.open");
  if (no) return no;
  const at = deps.clock.now();
  const by = actorLabel(actor);
  const opening = await ownOpening(deps, actor, input.id);
  if (isRefusal(opening)) return opening;
  if (opening.state !== "opened") return refuse("proofs.second_person_missing");
  const { id, reason } = opening;
  const records = opening.records ?? [];
  const change = lookLines(deps, { by, act: "proofs.look-again", subject: id, records, reason, at });
  await commit(deps, { change, proof: [] });
  return { id, ...(await readProofFile(deps, { records })) };
}
