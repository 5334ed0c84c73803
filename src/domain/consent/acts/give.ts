/** What a "yes" commits: the event with the text that was shown, the record's step, and the proven subscription. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { knownWrite } from "../../messages/store/decide.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { stepOnYes } from "../rules/answer.ts";
import type { LiveSubscription, Standing } from "../rules/standing.ts";
import { oweWrite } from "../store/receipt.ts";
import { provenWrites, recordWrites } from "../store.ts";
import { actOnRecord, type Door, type ShownNotice } from "./events.ts";

export interface GiveAct {
  change: Write[];
  proof: Evidence[];
  eid: string;
}

/** Assembles the act; undefined if the consent is already given (nothing to write, no second event). `unanswered`: the campaign waits for this answer. */
export function giveAct(
  deps: Deps,
  standing: Standing,
  subscription: LiveSubscription,
  door: Door,
  at: number,
  shown: ShownNotice,
  unanswered: boolean,
): GiveAct | undefined {
  const record = standing.records.find((r) => r.purposeId === subscription.purposeId);
  const step = stepOnYes(subscription.state, record?.state, unanswered);
  if (step.does !== "give") return undefined;
  const about = { lists: [subscription.listSlug] };
  const made = actOnRecord(deps, standing, subscription, record, step, door, at, shown, about);
  return {
    change: [
      ...recordWrites(deps.db, made.step),
      ...provenWrites(deps.db, subscription.id, made.step.id, door.mailing),
      ...(door.mailing ? [knownWrite(door.mailing, at)] : []),
      oweWrite(deps.db, { eid: made.evidence.eid, subscriptionId: subscription.id, at }),
    ],
    proof: [made.evidence],
    eid: made.evidence.eid,
  };
}
