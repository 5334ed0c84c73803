/**
 * Opening the sealed proof of somebody who left, by one person alone: only where the institution asks for no second one. The
 * address finds the records (link tag), is proved against each event, and is kept nowhere. Leaves `vault.opened` in the proof
 * log in the commit that opens, and lines in the read log.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { readInstitution } from "../institution/views.ts";
import { commitReading, mayRead, recordRefused } from "../read-log/acts/record.ts";
import { type Actor, actorLabel } from "../staff/rules.ts";
import { type ProofFile, readProofFile } from "./acts/file.ts";
import { lookLines } from "./acts/lines.ts";
import { openedEvidence } from "./acts/opened.ts";
import { readAsking, tooMany } from "./rules/opening.ts";
import { notTooOftenHolds, openWrite } from "./store/opening.ts";
import { readSealedRecords } from "./views/chain.ts";
import { looksTooOften } from "./views/openings.ts";

export interface OpeningInput {
  /** As typed. */
  address: string;
  ground: string;
  reason: string;
}

/** What an address opened; no id where there is no sealed proof (then nothing was opened and nothing is kept). */
export interface Opened extends ProofFile {
  id?: string;
}

/** Opens. Refuses where a second person must agree first. */
export async function openSealed(deps: Deps, actor: Actor, input: OpeningInput): Promise<Opened | Refusal> {
  const no = await mayRead(deps, actor, "proof.open", { act: "proofs.open" });
  if (no) return no;
  const office = await readInstitution(deps.db);
  if (office?.secondPersonOpens) return refuse("proofs.second_person_missing");
  const asking = readAsking(input);
  if (isRefusal(asking)) return asking;
  const { normalised, ground, reason } = asking;
  const at = deps.clock.now();
  const by = actorLabel(actor);
  const often = () => recordRefused(deps, actor, { act: "proofs.open" }, tooMany());
  if (await looksTooOften(deps.db, by, at)) return often();

  const records = await readSealedRecords(deps, normalised);
  const found = records.length > 0;
  const id = deps.ids.uuid();
  const lines = lookLines({
    act: "proofs.open",
    subject: found ? id : undefined,
    records,
    reason: `${ground}: ${reason}`,
  });
  const opening = { id, ground, reason, by, at, records };
  const recorded = await commitReading(deps, actor, lines, {
    change: [notTooOftenHolds(by, at), ...(found ? [openWrite(deps.db, opening)] : [])],
    proof: found ? [await openedEvidence(deps, actor, { ...opening, askedAt: at })] : [],
  });
  if (recorded === "stale") return often();
  if (!found) return { chains: [], imports: [] };
  await deps.queue.enqueue({ kind: "seal" });
  return { id, ...(await readProofFile(deps, recorded, { records, email: normalised })) };
}
