/** "Send the rest now": a person ends the wait after the pilot. Leaves `mailing.rest-begun` in the proof log. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { mayRelease } from "../rules/waves.ts";
import { releaseWrite } from "../store/waves.ts";
import { readMailing } from "../views.ts";

/** Lets it go. Refuses a mailing that does not wait after a pilot. */
export async function releaseRest(deps: Deps, actor: Actor, input: { id: string }): Promise<{ id: string } | Refusal> {
  const no = may(actor, "campaign.send");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing) return refuse("campaigns.unknown");
  const refusal = mayRelease(mailing);
  if (refusal) return refusal;
  const at = deps.clock.now();
  const facts = { mailing: mailing.id, by: actorLabel(actor), ...viaOf(actor) };
  const done = await commit(deps, {
    change: [releaseWrite(mailing.id)],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "mailing.rest-begun", facts })],
  });
  if (done === "stale") return refuse("campaigns.no_pilot_waits");
  await deps.queue.enqueue({ kind: "deliver", mailingId: mailing.id });
  return { id: mailing.id };
}
