/** Another time for an issue that waits for its own. Leaves `issue.moved` in the proof log. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { scheduleMoment } from "../rules/schedule.ts";
import { moveWrite } from "../store/sending.ts";
import { readIssue } from "../views.ts";

/** Moves it. `from`: the moment that the person saw. Refuses one that has begun, and a time that is over. */
export async function moveIssue(
  deps: Deps,
  actor: Actor,
  input: { id: string; from: number; day: string; time: string },
): Promise<{ id: string; at: number } | Refusal> {
  const no = may(actor, "campaign.send");
  if (no) return no;
  const issue = await readIssue(deps.db, input.id);
  if (!issue) return refuse("issues.unknown");
  if (issue.state !== "scheduled" || !issue.frozen) return refuse("issues.not_scheduled");
  const now = deps.clock.now();
  const moment = scheduleMoment(input, { timeZone: issue.frozen.institution.timeZone, now });
  if ("code" in moment) return refuseForm([moment]);
  const iso = (ms: number) => new Date(ms).toISOString();
  const times = { from: iso(input.from), start: iso(moment.at) };
  const facts = { mailing: issue.id, ...times, by: actorLabel(actor), ...viaOf(actor) };
  const done = await commit(deps, {
    change: [moveWrite(issue.id, input.from, moment.at)],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at: now, typ: "issue.moved", facts })],
  });
  return done === "done" ? { id: issue.id, at: moment.at } : refuse("form.stale");
}
