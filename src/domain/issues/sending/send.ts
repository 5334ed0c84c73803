/**
 * "Send": an issue goes out now. Its inputs are frozen, and the people are counted again; from here the jobs do the work that
 * they do for every mailing. Leaves `issue.sent` in the proof log.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { Pilot } from "../../campaigns/rules.ts";
import { commit } from "../../commit.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { goingFacts } from "../acts/going.ts";
import { readyToGo } from "../acts/ready.ts";
import { notSentOverWrite } from "../acts/take-back.ts";
import { sameAudience } from "../rules/schedule.ts";
import { sendWrite } from "../store/sending.ts";

export interface SendIssueInput {
  id: string;
  version: number;
  /** How many the sender saw that get it; if they are clearly more or fewer by now, the page is shown again. */
  audience?: number;
  /** Absent: everybody at once. */
  pilot?: Pilot;
}

/** Sends. Refuses an incomplete draft, one without the approval that the institution wants, and an empty audience. */
export async function sendIssue(
  deps: Deps,
  actor: Actor,
  input: SendIssueInput,
): Promise<{ id: string; audience: number } | Refusal> {
  const no = may(actor, "campaign.send");
  if (no) return no;
  const ready = await readyToGo(deps, input);
  if (isRefusal(ready)) return ready;
  const { issue, frozen, audience, institution } = ready;
  if (input.audience !== undefined && !sameAudience(input.audience, audience.mailed))
    return refuse("campaigns.audience_changed", { values: { audience: audience.mailed } });
  const at = deps.clock.now();
  const { id, version } = issue;
  const facts = { ...goingFacts(issue, frozen, audience), by: actorLabel(actor), ...viaOf(actor) };
  const done = await commit(deps, {
    change: [
      sendWrite({ id, version, frozen, at, approval: institution.secondPerson === true }),
      notSentOverWrite(id, at),
    ],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "issue.sent", facts })],
  });
  if (done === "stale") return refuse("form.stale");
  await deps.queue.enqueue({ kind: "plan", mailingId: id });
  return { id, audience: audience.mailed };
}
