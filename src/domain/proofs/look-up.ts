/**
 * The officer or the auditor looks a person up by the exact address: the records of somebody who is held, at once. Of
 * somebody who is not, nothing is said, not even whether a sealed proof exists: that is asked by opening (open-sealed.ts), with
 * a reason. Every look has its lines in the read log before anything is shown, and there are only so many in an hour.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuseForm } from "../../refusal.ts";
import { normaliseAddress } from "../people/rules.ts";
import { findPerson } from "../people/views.ts";
import { commitReading, mayRead, recordRefused } from "../read-log/acts/record.ts";
import { type Actor, actorLabel } from "../staff/rules.ts";
import { type ProofFile, readProofFile } from "./acts/file.ts";
import { lookLines } from "./acts/lines.ts";
import { tooMany } from "./rules/opening.ts";
import { notTooOftenHolds } from "./store/opening.ts";
import { readHeldRecords } from "./views/chain.ts";
import { looksTooOften } from "./views/openings.ts";

export interface HeldProofs extends ProofFile {
  personId: string;
}

/** Looks. `held` is absent where nobody with this address is held. */
export async function lookUpProofs(
  deps: Deps,
  actor: Actor,
  input: { address: string },
): Promise<{ held?: HeldProofs } | Refusal> {
  const no = await mayRead(deps, actor, "proof.look-up", { act: "proofs.look-up" });
  if (no) return no;
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) return refuseForm([{ field: "address", code: address.code }]);
  const at = deps.clock.now();
  const by = actorLabel(actor);
  const often = () => recordRefused(deps, actor, { act: "proofs.look-up" }, tooMany());
  if (await looksTooOften(deps.db, by, at)) return often();
  const personId = await findPerson(deps, address.normalised);
  const records = personId === undefined ? [] : await readHeldRecords(deps.db, personId);
  const lines = lookLines({ act: "proofs.look-up", subject: personId, records, found: personId !== undefined });
  const recorded = await commitReading(deps, actor, lines, { change: [notTooOftenHolds(by, at)], proof: [] });
  if (recorded === "stale") return often();
  if (personId === undefined) return {};
  const { normalised: email } = address;
  return { held: { personId, ...(await readProofFile(deps, recorded, { personId, records, email })) } };
}
