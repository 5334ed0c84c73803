/** What a "yes" commits: the event with the text that was shown, the record's step, and the proven subscription. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { stepOnYes } from "../rules/answer.ts";
import type { LiveSubscription, Standing } from "../rules/standing.ts";
import { provenWrite, recordWrites } from "../store.ts";
import { actOnRecord, type Door, type ShownNotice } from "./events.ts";

export interface GiveAct {
  change: Write[];
  proof: Evidence[];
  eid: string;
}

/** Assembles the act; undefined if the consent is already given (nothing to write, no second event). */
export function giveAct(
  deps: Deps,
  standing: Standing,
  subscription: LiveSubscription,
  door: Door,
  at: number,
  shown: ShownNotice,
): GiveAct | undefined {
  const record = standing.records.find((r) => r.purposeId === subscription.purposeId);
  const step = stepOnYes(subscription.state, record?.state);
  if (step.does !== "give") {
    // The purpose is consented to already; only this list's row may still wait for its proof.
    if (!record || subscription.state === "active") return undefined;
    return { change: [provenWrite(deps.db, subscription.id, record.id)], proof: [], eid: "" };
  }
  const made = actOnRecord(deps, standing, subscription, record, step, door, at, shown);
  return {
    change: [...recordWrites(deps.db, made.step), provenWrite(deps.db, subscription.id, made.step.id)],
    proof: [made.evidence],
    eid: made.evidence.eid,
  };
}
