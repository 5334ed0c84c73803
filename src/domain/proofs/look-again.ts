/**
 * Whoever opened a sealed proof reads it again within a day, without the address: it was proved when it was opened. Every
 * time is on record.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { mayRead, recordReading, recordRefused } from "../read-log/acts/record.ts";
import type { Actor } from "../staff/rules.ts";
import { type ProofFile, readProofFile } from "./acts/file.ts";
import { lookLines } from "./acts/lines.ts";
import { ownOpening } from "./acts/own-opening.ts";

/** Reads again. */
export async function lookAgain(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<({ id: string } & ProofFile) | Refusal> {
  const no = await mayRead(deps, actor, "proof.open", { act: "proofs.look-again" });
  if (no) return no;
  const opening = await ownOpening(deps, actor, input.id);
  if (isRefusal(opening)) return recordRefused(deps, actor, { act: "proofs.look-again" }, opening);
  if (opening.state !== "opened") return refuse("proofs.second_person_missing");
  const { id, ground } = opening;
  const reason = `${ground}: ${opening.reason}`;
  const records = opening.records ?? [];
  const lines = lookLines({ act: "proofs.look-again", subject: id, records, reason });
  const recorded = await recordReading(deps, actor, ...lines);
  return { id, ...(await readProofFile(deps, recorded, { records })) };
}
