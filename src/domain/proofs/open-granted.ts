/**
 * Opening a sealed proof to which a second person has agreed: whoever asked types the address again, and it must be the one
 * that was asked for. Leaves `vault.opened` in the proof log in the commit that opens, and lines in the read log.
 */
import type { Deps } from "../../deps.ts";
import { sameBytes } from "../../platform/encoding.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { normaliseAddress } from "../people/rules.ts";
import { commitReading, mayRead, recordRefused } from "../read-log/acts/record.ts";
import { type Actor, actorLabel } from "../staff/rules.ts";
import { type ProofFile, readProofFile } from "./acts/file.ts";
import { lookLines } from "./acts/lines.ts";
import { openedEvidence } from "./acts/opened.ts";
import { ownOpening } from "./acts/own-opening.ts";
import { tooMany } from "./rules/opening.ts";
import { notTooOftenHolds, openGrantedWrite } from "./store/opening.ts";
import { readSealedRecords } from "./views/chain.ts";
import { looksTooOften } from "./views/openings.ts";

/** Opens, once. A request that found nothing is used up too; then nothing was opened, and the proof log has no entry. */
export async function openGranted(
  deps: Deps,
  actor: Actor,
  input: { id: string; address: string },
): Promise<({ id: string } & ProofFile) | Refusal> {
  const no = await mayRead(deps, actor, "proof.open", { act: "proofs.open" });
  if (no) return no;
  const at = deps.clock.now();
  const by = actorLabel(actor);
  const opening = await ownOpening(deps, actor, input.id);
  if (isRefusal(opening)) return recordRefused(deps, actor, { act: "proofs.open" }, opening);
  const { state } = opening;
  if (state !== "granted") return refuse(state === "asked" ? "proofs.second_person_missing" : "proofs.decided_already");
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) return refuseForm([{ field: "address", code: address.code }]);
  if (await looksTooOften(deps.db, by, at)) return recordRefused(deps, actor, { act: "proofs.open" }, tooMany());
  const { tag } = opening;
  const same = tag !== null && deps.vault.linkTags(address.normalised).some((one) => sameBytes(one.tag, tag));
  const records = same ? await readSealedRecords(deps, address.normalised) : [];
  const { id, ground, reason, askedAt, decidedBy: grantedBy } = opening;
  const change = [notTooOftenHolds(by, at), ...(same ? [openGrantedWrite(deps.db, { id, at, records })] : [])];
  const opened = { id, ground, reason, records, askedAt, at, grantedBy };
  const proof = records.length > 0 ? [await openedEvidence(deps, actor, opened)] : [];
  const lines = lookLines({ act: "proofs.open", subject: id, records, reason: `${ground}: ${reason}` });
  const recorded = await commitReading(deps, actor, lines, { change, proof });
  if (recorded === "stale") return refuse("proofs.decided_already");
  if (!same) return refuseForm([{ field: "address", code: "proofs.another_address" }]);
  await deps.queue.enqueue({ kind: "seal" });
  return { id, ...(await readProofFile(deps, recorded, { records, email: address.normalised })) };
}
