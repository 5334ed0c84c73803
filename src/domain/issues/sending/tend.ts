/**
 * Issues whose time has come begin, by the calendar; one whose time passed while nobody looked is a draft again, and people
 * are told: nothing overdue goes out by itself (promise P7). Called by the sweep, after the heartbeat; safe to run twice or at
 * the same time. Leaves `issue.sent` or `issue.taken-back` in the proof log.
 */
import type { Deps } from "../../../deps.ts";
import { commit } from "../../commit.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { countIssueAudience } from "../../messages/views/recipients/left-out.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { goingFacts } from "../acts/going.ts";
import { notSentOverWrite, type TakenBack, takeBackAct } from "../acts/take-back.ts";
import { scheduleStep } from "../rules/schedule.ts";
import { beginWrite } from "../store/sending.ts";
import { readScheduled, type Scheduled } from "../views/scheduled.ts";

/** Looks at every issue that waits for its time. Cheap when none does. */
export async function tendIssues(deps: Deps): Promise<void> {
  for (const issue of await readScheduled(deps.db)) {
    const step = scheduleStep(issue.notBefore, deps.clock.now());
    if (step === "missed") await takeBack(deps, issue, "outage");
    if (step === "begin" && !(await begin(deps, issue))) await takeBack(deps, issue, "list");
  }
}

/** False if its list does not stand as it did. Somebody else's begin, or another time, is none of that: the next look sees it. */
async function begin(deps: Deps, issue: Scheduled): Promise<boolean> {
  const { id, frozen, notBefore, listId } = issue;
  const { timeZone } = frozen.institution;
  const now = deps.clock.now();
  const audience = await countIssueAudience(deps.db, {
    listId,
    listKind: frozen.list.kind,
    segment: frozen.segment,
    timeZone,
    today: dayOf(now, timeZone),
  });
  const start = new Date(notBefore).toISOString();
  const facts = { ...goingFacts(issue, frozen, audience), start, by: "system:calendar" };
  const done = await commit(deps, {
    change: [beginWrite({ id, notBefore, now, basis: frozen.purpose.basis }), notSentOverWrite(id, now)],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at: now, typ: "issue.sent", facts })],
  });
  if (done === "done") await deps.queue.enqueue({ kind: "plan", mailingId: id });
  return done === "done" || !(await isStill(deps, issue));
}

/** Whether it waits for the very same time. */
async function isStill({ db }: Deps, { id, notBefore }: Scheduled): Promise<boolean> {
  return (await readScheduled(db)).some((other) => other.id === id && other.notBefore === notBefore);
}

async function takeBack(deps: Deps, issue: Scheduled, why: TakenBack): Promise<void> {
  const act = takeBackAct(deps, issue, { log: await readLogOrigin(deps.db), why, by: "system:calendar" });
  if ((await commit(deps, act)) === "done") await deps.queue.enqueue({ kind: "tell" });
}
