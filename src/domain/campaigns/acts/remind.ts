/** What the beginning of a reminder commits, whether its day has come or a person makes up for a missed one. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { lastDay } from "../rules/ending.ts";
import type { FrozenMailing } from "../rules.ts";
import { remindWrites } from "../store/waves.ts";
import type { Mailing } from "../views.ts";

/**
 * One more mail to the silent, as a mailing of its own that carries the links of the campaign. Stale if it was reminded
 * of already, or does not wait for answers any more. Whoever commits it enqueues `plan` for `id`.
 */
export async function remindAct(
  deps: Deps,
  mailing: Mailing & { frozen: FrozenMailing },
  by: string,
): Promise<{ id: string; change: Write[]; proof: Evidence[] }> {
  const at = deps.clock.now();
  const id = deps.ids.uuid();
  const { timeZone } = mailing.frozen.institution;
  const { day } = lastDay({ ...mailing, deadlineDay: mailing.frozen.deadlineDay }, timeZone);
  const frozen: FrozenMailing = {
    ...mailing.frozen,
    kind: "reminder",
    answersTo: mailing.id,
    askedDay: dayOf(mailing.sentAt ?? at, timeZone),
    deadlineDay: day,
  };
  const facts = { mailing: mailing.id, reminder: id, whom: mailing.draft.reminder?.whom ?? "", by };
  return {
    id,
    change: remindWrites({ id, campaign: mailing, frozen, by, at }),
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "mailing.reminder-begun", facts })],
  };
}
