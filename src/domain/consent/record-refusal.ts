/**
 * A "no" by telephone, letter, reply or in person, recorded by staff for the person: the same act with the same
 * deletion. No identity document is asked for; stopping mail harms nobody.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { normaliseAddress } from "../people/rules.ts";
import { type Actor, may } from "../staff/rules.ts";
import type { Door } from "./acts/events.ts";
import { leaveAct } from "./acts/leave.ts";
import { TRIES_AFTER_RACE } from "./acts/races.ts";
import { dayOf, isDay } from "./rules/days.ts";
import { loadStanding } from "./views/standing.ts";

export const WHO_ASKED = ["person", "representative", "relative-of-deceased"] as const;
export const HOW_ASKED = ["phone", "letter", "reply", "in-person"] as const;

export interface RefusalInput {
  /** As typed. */
  address: string;
  /** The purpose that ends, or everything. */
  purposeId: string | "everything";
  who: (typeof WHO_ASKED)[number];
  how: (typeof HOW_ASKED)[number];
  /** Day on which the person said it. */
  day: string;
}

export interface RecordedRefusal {
  eid: string;
  erased: boolean;
  /** Names of the lists that ended, and of those that remain. */
  ended: { lv: string; en: string }[];
  remaining: { lv: string; en: string }[];
  proofUntilDay: string;
}

/** Records it. Refuses an address that is on no list, without telling whether it ever was. */
export async function recordRefusal(deps: Deps, actor: Actor, input: RefusalInput): Promise<RecordedRefusal | Refusal> {
  const no = may(actor, "consent.record-refusal");
  if (no) return no;
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) return refuseForm([{ field: "address", code: address.code }]);
  if (!isDay(input.day)) return refuseForm([{ field: "day", code: "consent.day_invalid" }]);

  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const standing = await loadStanding(deps, { normalised: address.normalised });
    if (!standing) return refuse("consent.nobody_here");
    const at = deps.clock.now();
    if (input.day > dayOf(at, standing.institution.timeZone))
      return refuseForm([{ field: "day", code: "consent.day_in_future" }]);
    const deceased = input.who === "relative-of-deceased";
    const everything = deceased || input.purposeId === "everything";
    if (!everything && !standing.subscriptions.some((s) => s.purposeId === input.purposeId))
      return refuse("consent.nobody_here");
    const door: Door = {
      method: `staff.${input.how}`,
      channel: "staff",
      by: actor.kind === "staff" ? actor.id : "system",
      reason: `${input.who}/${input.day}`,
    };
    const act = leaveAct(deps, standing, {
      purposeId: everything ? "" : input.purposeId,
      scope: everything ? "everything" : "list",
      door,
      at,
      deceased,
    });
    if ((await commit(deps, act)) === "done") {
      if (act.erased) deps.afterErasure();
      await deps.queue.enqueue({ kind: "seal" });
      return {
        eid: act.eid,
        erased: act.erased,
        ended: act.ended.map((s) => s.listNames),
        remaining: act.remaining.map((s) => s.listNames),
        proofUntilDay: act.kept.proofUntilDay,
      };
    }
  }
  throw new Error("a refusal lost every race for its rows");
}
