/**
 * "Send at": an issue is frozen as it is and waits for its time, by the institution's clock. Until then another time can be
 * chosen, or it is taken back. Leaves `issue.scheduled` in the proof log.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import type { Pilot } from "../../campaigns/rules.ts";
import { commit } from "../../commit.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { goingFacts } from "../acts/going.ts";
import { readyToGo } from "../acts/ready.ts";
import { notSentOverWrite } from "../acts/take-back.ts";
import { scheduleMoment } from "../rules/schedule.ts";
import { scheduleWrite } from "../store/sending.ts";

export interface ScheduleIssueInput {
  id: string;
  version: number;
  /** `YYYY-MM-DD` and `9.30` or `09:30`, in the institution's time zone. */
  day: string;
  time: string;
  pilot?: Pilot;
}

/** Plans it. Refuses what sending would refuse, a time that is over, and one that the clocks skip. */
export async function scheduleIssue(
  deps: Deps,
  actor: Actor,
  input: ScheduleIssueInput,
): Promise<{ id: string; at: number } | Refusal> {
  const no = may(actor, "campaign.send");
  if (no) return no;
  const ready = await readyToGo(deps, input);
  if (isRefusal(ready)) return ready;
  const { issue, frozen, audience, institution } = ready;
  const now = deps.clock.now();
  const moment = scheduleMoment(input, { timeZone: institution.timeZone, now });
  if ("code" in moment) return refuseForm([moment]);
  const { id, version } = issue;
  const start = new Date(moment.at).toISOString();
  const facts = { ...goingFacts(issue, frozen, audience), start, by: actorLabel(actor), ...viaOf(actor) };
  const approval = institution.secondPerson === true;
  const done = await commit(deps, {
    change: [scheduleWrite({ id, version, frozen, approval, notBefore: moment.at }), notSentOverWrite(id, now)],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at: now, typ: "issue.scheduled", facts })],
  });
  return done === "done" ? { id, at: moment.at } : refuse("form.stale");
}
