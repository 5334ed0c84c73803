/**
 * The end of a campaign is put off, once, with a reason: answers count until the new day, and the deletion is announced
 * anew before it. A mailing that stands still is given a new last day so, and can go on even where the old one is over.
 * Mails that are made from now on name the new day. Leaves `mailing.postponed` in the proof log.
 */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { overWrite } from "../../alerts/store.ts";
import { commit } from "../../commit.ts";
import { dayOf, isDay } from "../../consent/rules/days.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { CLOSING_ALERT } from "../acts/closing.ts";
import { lastDay, mayPostpone, reasonProblems } from "../rules/ending.ts";
import { postponeWrites } from "../store/ending.ts";
import { readMailing, readNumbers } from "../views.ts";

export interface PostponeInput {
  id: string;
  /** The new last day, `YYYY-MM-DD`. */
  to: string;
  reason: string;
}

/**
 * Puts it off. Refuses a second time, a day that is not later or leaves those who are still to be asked too few days, and a
 * campaign whose deletion has begun.
 */
export async function postponeEnding(
  deps: Deps,
  actor: Actor,
  input: PostponeInput,
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "campaign.postpone");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing?.frozen) return refuse("campaigns.unknown");
  const { timeZone } = mailing.frozen.institution;
  const running = { ...mailing, deadlineDay: mailing.frozen.deadlineDay };
  const at = deps.clock.now();
  const problems = reasonProblems(input.reason);
  if (!isDay(input.to)) problems.push({ field: "to", code: "campaigns.deadline_missing" });
  if (problems.length > 0) return refuseForm(problems);
  const refusal = mayPostpone(running, input.to, { today: dayOf(at, timeZone), timeZone });
  if (refusal) return refusal;
  const by = actorLabel(actor);
  const from = lastDay(running, timeZone).day;
  const reason = input.reason.trim().normalize("NFC");
  const mails = await countHandedOver(deps, [mailing.id, mailing.ending?.remindedBy]);
  const postponed = { to: input.to, from, reason, by, at, mails };
  const done = await commit(deps, {
    change: [...postponeWrites(mailing, postponed), overWrite([CLOSING_ALERT], mailing.id, at)],
    proof: [
      actEvidence(deps, {
        log: await readLogOrigin(deps.db),
        at,
        typ: "mailing.postponed",
        facts: { mailing: mailing.id, from, to: input.to, reason, by, ...viaOf(actor) },
      }),
    ],
  });
  return done === "done" ? { id: mailing.id } : refuse("campaigns.nothing_to_postpone");
}

/** Mails that nobody can change any more: sent, with the provider, or of unknown outcome. */
async function countHandedOver({ db }: Deps, ids: (string | undefined)[]): Promise<number> {
  let mails = 0;
  for (const id of ids) {
    if (id === undefined) continue;
    const { sent, handed, unknown } = await readNumbers(db, id);
    mails += sent + handed + unknown;
  }
  return mails;
}
