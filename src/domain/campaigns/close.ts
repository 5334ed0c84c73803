/**
 * Closes a campaign whose deadline is over: from here, page by page, the addresses of those who did not answer are
 * deleted. Silence is not consent, and it takes no proven consent away; people who were not reached are not silent.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { endOfDay } from "../consent/rules/days.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { mayClose } from "./rules.ts";
import { closeWrite } from "./store.ts";
import { readMailing, readNumbers } from "./views.ts";

/** Begins the closing. The decision belongs to an admin; the number is counted at this moment. */
export async function closeCampaign(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<{ id: string; silent: number } | Refusal> {
  const no = may(actor, "campaign.close");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing?.frozen) return refuse(mailing ? "campaigns.not_sent_yet" : "campaigns.unknown");
  const at = deps.clock.now();
  const { timeZone } = mailing.frozen.institution;
  const refusal = mayClose(mailing.state, at > endOfDay(mailing.frozen.deadlineDay, timeZone));
  if (refusal) return refusal;
  const { silent, yes, no: refused } = await readNumbers(deps.db, mailing.id);
  const done = await commit(deps, {
    change: [closeWrite(mailing.id)],
    proof: [
      actEvidence(deps, {
        log: await readLogOrigin(deps.db),
        at,
        typ: "mailing.closed",
        facts: { mailing: mailing.id, yes, no: refused, silent, by: actorLabel(actor) },
      }),
    ],
  });
  if (done === "stale") return refuse("campaigns.closed_already");
  await deps.queue.enqueue({ kind: "erase-page", mailingId: mailing.id });
  return { id: mailing.id, silent };
}
