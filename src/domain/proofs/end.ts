/**
 * The second stage of erasure (PROOF 6.5): on the day that was told to the person the sealed proof itself is destroyed, with
 * its keys, its events and the tag by which an address found it. What stays is the log's leaf, which without the key says
 * nothing about anybody, and an entry that says how many proofs ended. Does not touch suppression: a tag has its own day.
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { dayOf, endOfDay, later } from "../consent/rules/days.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { overWrites } from "./store/over.ts";
import { readOver } from "./views/over.ts";

/** Proofs in one commit, so that no statement holds the database for long. */
const PAGE = 500;

/** Ends one page of proofs; enqueues itself while there is more. Safe to run twice. */
export async function endProofs(deps: Deps): Promise<void> {
  const office = await readInstitutionRow(deps.db);
  if (!office) return;
  const at = deps.clock.now();
  const { timeZone, proofMonths } = office.profile;
  const day = dayOf(at, timeZone);
  const endedBefore = endOfDay(later(day, { months: -proofMonths }), timeZone);
  const over = await readOver(deps.db, { day, endedBefore, most: PAGE });
  const { records, events, subscriptions } = over;
  if (records.length + subscriptions.length === 0) return;
  const facts = { stage: 2, records: records.length, events };
  const proof =
    records.length > 0 ? [actEvidence(deps, { log: office.logOrigin, at, typ: "erasure.executed", facts })] : [];
  // Stale: somebody has come back meanwhile; the next turn reads anew.
  await commit(deps, { change: overWrites({ records, subscriptions, day }), proof });
  deps.afterErasure();
  if (proof.length > 0) await deps.queue.enqueue({ kind: "seal" });
  if (Math.max(records.length, subscriptions.length) === PAGE) await deps.queue.enqueue({ kind: "retain" });
}
