/**
 * Closes a campaign whose last day is over: from here, page by page, the addresses of those who did not answer are
 * deleted. Silence is not consent, and it takes no proven consent away; people who were not reached are not silent.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { closingAct } from "./acts/closing.ts";
import { lastMoment, mayClose } from "./rules/ending.ts";
import { readMailing } from "./views.ts";

/** Begins the closing before it begins by itself. The decision belongs to an admin; the officer may have stopped it. */
export async function closeCampaign(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<{ id: string; silent: number } | Refusal> {
  const no = may(actor, "campaign.close");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing?.frozen || mailing.kind === "reminder")
    return refuse(mailing ? "campaigns.not_sent_yet" : "campaigns.unknown");
  const { deadlineDay, institution } = mailing.frozen;
  const over = deps.clock.now() > lastMoment({ ...mailing, deadlineDay }, institution.timeZone);
  const refusal = mayClose(mailing.state, over, mailing.ending?.opinion);
  if (refusal) return refusal;
  const { change, proof, silent } = await closingAct(deps, mailing, actorLabel(actor));
  if ((await commit(deps, { change, proof })) === "stale") return refuse("form.stale");
  await deps.queue.enqueue({ kind: "erase-page", mailingId: mailing.id });
  return { id: mailing.id, silent };
}
