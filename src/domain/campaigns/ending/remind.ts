/**
 * A person has the silent reminded after all, where the reminder of the plan missed its day and does not come by itself:
 * the program did not live, the database is an older copy, or the campaign went out too late for it. Leaves
 * `mailing.reminder-begun` in the proof log.
 */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { countToRemind } from "../../messages/views/audience.ts";
import { type Actor, actorLabel, may } from "../../staff/rules.ts";
import { remindAct } from "../acts/remind.ts";
import { mayRemind } from "../rules/reminder.ts";
import { readMailing } from "../views.ts";

/** Begins it. Refuses where none was planned, it went out or comes by itself, and where too few days are left to answer. */
export async function remindByHand(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<{ id: string; reminder: string } | Refusal> {
  const no = may(actor, "campaign.send");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing?.frozen) return refuse("campaigns.unknown");
  const { frozen } = mailing;
  const running = { ...mailing, frozen, deadlineDay: frozen.deadlineDay };
  const refusal = mayRemind(running, deps.clock.now(), frozen.institution.timeZone);
  if (refusal) return refusal;
  if ((await countToRemind(deps.db, mailing)) === 0) return refuse("campaigns.nobody_to_remind");
  const { id, change, proof } = await remindAct(deps, { ...mailing, frozen }, actorLabel(actor));
  if ((await commit(deps, { change, proof })) === "stale") return refuse("campaigns.reminded_already");
  await deps.queue.enqueue({ kind: "plan", mailingId: id });
  return { id: mailing.id, reminder: id };
}
