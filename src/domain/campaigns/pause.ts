/**
 * "Pause": nothing more of a mailing goes out from this moment. What is already with the provider stays with it. Leaves
 * `mailing.paused` in the proof log, as its counterpart does: who stopped, who let it go on.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { pauseWrites } from "./store/hold.ts";
import { readMailing } from "./views.ts";

/** Pauses. Paused already is not a refusal. Refuses a mailing that is not under way. */
export async function pauseMailing(deps: Deps, actor: Actor, input: { id: string }): Promise<{ id: string } | Refusal> {
  const no = may(actor, "mailing.pause");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing) return refuse("campaigns.unknown");
  if (mailing.state === "paused") return { id: mailing.id };
  const at = deps.clock.now();
  const facts = { mailing: mailing.id, by: actorLabel(actor), ...viaOf(actor) };
  const done = await commit(deps, {
    change: pauseWrites(mailing.id, "person", at),
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "mailing.paused", facts })],
  });
  return done === "done" ? { id: mailing.id } : refuse("campaigns.not_under_way");
}
