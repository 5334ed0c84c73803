/**
 * What campaigns do by themselves, by the calendar: the silent are reminded, staff are told of the deletion that is to
 * come, and after the last day the campaign closes. Called by the sweep, after the heartbeat; safe to run twice or at the
 * same time. What needs a person is never done here (rules/ending.ts).
 */
import type { Deps } from "../../../deps.ts";
import { raiseWrite } from "../../alerts/store.ts";
import { commit } from "../../commit.ts";
import { CLOSING_ALERT, closingAct } from "../acts/closing.ts";
import { remindAct } from "../acts/remind.ts";
import { endingStep } from "../rules/ending.ts";
import { remindsNow } from "../rules/reminder.ts";
import type { FrozenMailing } from "../rules.ts";
import { announcedWrite } from "../store/ending.ts";
import { readWaiting } from "../views/waiting.ts";
import type { Mailing } from "../views.ts";

type Sent = Mailing & { frozen: FrozenMailing };

/** Looks at every campaign that waits for answers. Cheap when none does. */
export async function tendCampaigns(deps: Deps): Promise<void> {
  for (const mailing of await readWaiting(deps.db)) {
    if (!mailing.frozen) continue;
    const sent: Sent = { ...mailing, frozen: mailing.frozen, deadlineDay: mailing.frozen.deadlineDay };
    const { timeZone } = sent.frozen.institution;
    const running = { ...sent, deadlineDay: sent.frozen.deadlineDay };
    const now = deps.clock.now();
    if (remindsNow(running, now, timeZone)) await remind(deps, sent);
    const step = endingStep(running, now, timeZone);
    if (step === "announce") await announce(deps, sent);
    if (step === "close") await close(deps, sent);
  }
}

async function announce(deps: Deps, { id }: Sent): Promise<void> {
  const at = deps.clock.now();
  const alert = raiseWrite({ id: deps.ids.uuid(), code: CLOSING_ALERT, subject: id, at });
  const done = await commit(deps, { change: [announcedWrite(id, at), alert], proof: [] });
  if (done === "done") await deps.queue.enqueue({ kind: "tell" });
}

async function close(deps: Deps, mailing: Sent): Promise<void> {
  const { change, proof } = await closingAct(deps, mailing, "system:deadline");
  if ((await commit(deps, { change, proof })) === "stale") return;
  await deps.queue.enqueue({ kind: "erase-page", mailingId: mailing.id });
}

async function remind(deps: Deps, mailing: Sent): Promise<void> {
  const { id, change, proof } = await remindAct(deps, mailing, "system:calendar");
  if ((await commit(deps, { change, proof })) === "done") await deps.queue.enqueue({ kind: "plan", mailingId: id });
}
