/**
 * A person has what failed through a fault of ours sent after all: e-mails that the provider would not take, or that could
 * not be made ready. None of them was ever with the provider, so nobody can get one twice; whoever may not be mailed any
 * more is skipped as always. Leaves `mailing.failed-planned` in the proof log.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { isTooLate } from "../campaigns/rules/ending.ts";
import { readMailing } from "../campaigns/views.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { mayDecideUnknown } from "./rules/unknown.ts";
import { planAnewWrites } from "./store/failed.ts";
import { readFailedOfOurs } from "./views/failed.ts";

export interface PlanAnewInput {
  mailingId: string;
  /** How many the person saw that it is about. */
  n: number;
}

/** Plans them. Refuses where the mailing is over, where none is left, and where the number is another one by now. */
export async function planAnew(
  deps: Deps,
  actor: Actor,
  { mailingId, n }: PlanAnewInput,
): Promise<{ id: string; messages: number } | Refusal> {
  const no = may(actor, "delivery.decide");
  if (no) return no;
  const mailing = await readMailing(deps.db, mailingId);
  if (!mailing?.frozen) return refuse("campaigns.unknown");
  const at = deps.clock.now();
  const { timeZone } = mailing.frozen.institution;
  const over = isTooLate(mailing, at, timeZone);
  const refusal = mayDecideUnknown("again", mailing.state, over);
  if (refusal) return refusal;
  const failed = await readFailedOfOurs(deps.db, mailingId);
  if (failed.n === 0) return refuse("messages.nothing_left");
  if (failed.n !== n) return refuse("messages.number_stale", { values: { n: failed.n } });
  const reasons = Object.fromEntries(failed.reasons.map((one) => [one.reason, one.n]));
  const facts = { mailing: mailingId, messages: n, reasons, by: actorLabel(actor), ...viaOf(actor) };
  const done = await commit(deps, {
    change: planAnewWrites(mailingId, n),
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "mailing.failed-planned", facts })],
  });
  if (done === "stale") return refuse("form.stale");
  if (mailing.state !== "paused") await deps.queue.enqueue({ kind: "deliver", mailingId });
  return { id: mailingId, messages: n };
}
