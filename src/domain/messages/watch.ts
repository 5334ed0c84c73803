/**
 * The stop rule, asked after every bad sign and by the engine, through the whole of a mailing: it stands still by itself
 * when too many complain, too many addresses are dead, somebody refuses us for policy, one domain refuses in a wave, or the
 * provider does not take the mails themselves.
 * In the pilot of a campaign it is stricter. Only a person lets it go on; then the rule counts anew.
 */
import type { Deps } from "../../deps.ts";
import { standStillAct } from "../campaigns/acts/stand-still.ts";
import type { OwnReason } from "../campaigns/rules/hold.ts";
import type { Wave } from "../campaigns/rules/waves.ts";
import { commit } from "../commit.ts";
import { type Signs, stopReason, worthCounting } from "./rules/stop.ts";
import {
  countPilot,
  countSent,
  readBadSigns,
  readHighCounters,
  readNotTaken,
  readSurgeFrom,
  readWatched,
} from "./views/stop.ts";

/** Pauses the mailing if it must be, and says why. Cheap when there is no bad sign. */
export async function watchMailing(deps: Deps, mailingId: string): Promise<OwnReason | undefined> {
  const mailing = await readWatched(deps, mailingId);
  if (!mailing) return undefined;
  const reason = stopReason(await signsOf(deps, { id: mailingId, ...mailing }));
  if (!reason) return undefined;
  const change = standStillAct(deps, { id: mailingId, reason, at: deps.clock.now() });
  const done = await commit(deps, { change, proof: [] });
  if (done === "stale") return undefined;
  await deps.queue.enqueue({ kind: "tell" });
  return reason;
}

async function signsOf(deps: Deps, mailing: { id: string; resumedAt: number | null; wave: Wave }): Promise<Signs> {
  const since = mailing.resumedAt ?? 0;
  const { complaints, faults, policy, refusedHere } = await readBadSigns(deps, mailing.id, since);
  const { notTaken, notTakenInARow } = await readNotTaken(deps, mailing.id, since);
  const bad = complaints + faults + policy + notTaken;
  const counting = bad > 0 && worthCounting(bad);
  const sent = counting ? await countSent(deps, mailing.id) : Number.POSITIVE_INFINITY;
  const sentSince = counting && since > 0 ? await countSent(deps, mailing.id, since) : sent;
  const surge = await surges(deps, mailing);
  return {
    resumed: since > 0,
    complaints,
    sent: sent + refusedHere,
    sentSince: sentSince + refusedHere,
    faults,
    policy,
    notTaken,
    notTakenInARow,
    surge,
    // Its few people are worth counting at every sign.
    pilot: mailing.wave !== null && bad > 0 ? await countPilot(deps, mailing.id) : undefined,
  };
}

async function surges(deps: Deps, mailing: { id: string; resumedAt: number | null }): Promise<boolean> {
  const now = deps.clock.now();
  for (const counter of await readHighCounters(deps, mailing, now))
    if (counter.refused >= (await readSurgeFrom(deps, mailing, counter, now))) return true;
  return false;
}
