/**
 * "Off" on one's own page: the withdrawal of `/u/:token`, by the same act, for one purpose or for everything. Where the purpose
 * does not rest on consent it is an objection (GDPR Art. 21) that takes effect at once, and the desk of requests shows it, met.
 * One purpose asks for nothing but the visit; everything at once cannot be undone after ten minutes, so it asks for a fresh one.
 */
import type { Deps } from "../../../deps.ts";
import { NO_MAILING } from "../../../platform/tokens.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { Lang } from "../../../texts/say.ts";
import { commit } from "../../commit.ts";
import { afterNo, decidedLeft } from "../../consent/acts/decided.ts";
import { leaveAct } from "../../consent/acts/leave.ts";
import { TRIES_AFTER_RACE } from "../../consent/acts/races.ts";
import type { Basis } from "../../consent/rules/answer.ts";
import type { Decided } from "../../consent/rules/outcome.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import { type LinkView, readTarget } from "../../consent/views.ts";
import { readInstitution } from "../../institution/views.ts";
import { metAtOnce } from "../../rights-requests/acts/own.ts";
import { ownForm } from "../acts/form.ts";
import { visitFor } from "../acts/visit.ts";

/** Legal bases against which there is a right to object (GDPR Art. 21(1)). */
const MAY_OBJECT: readonly Basis[] = ["e", "f"];

export interface SwitchOff {
  /** Secret of the visit. */
  visit: string;
  /** Every list of this purpose ends; `everything`: all lists, and the address is deleted. */
  purposeId: string | "everything";
  language: Lang;
}

/** Ends it. Refuses without a visit, without a fresh one for everything, and where there is nothing to end. */
export async function switchOff(deps: Deps, input: SwitchOff): Promise<(Decided & { view: LinkView }) | Refusal> {
  const everything = input.purposeId === "everything";
  const visit = await visitFor(deps, input.visit, { fresh: everything });
  if (isRefusal(visit)) return visit;
  const office = await readInstitution(deps.db);
  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const standing = await loadStanding(deps, { normalised: visit.normalised });
    const subscription = standing?.subscriptions.find((s) => everything || s.purposeId === input.purposeId);
    if (!standing || !subscription) return refuse("me.not_held");
    const target = { subscriptionId: subscription.id, mailingId: NO_MAILING };
    const view = (await readTarget(deps, deps.tokens.make("u", target), target))?.view;
    if (!view) continue;
    const at = deps.clock.now();
    const objects = !everything && MAY_OBJECT.includes(subscription.basis);
    const page = everything ? "own-page-erase" : objects ? "own-page-object" : "own-page-off";
    const stays = standing.subscriptions.some((s) => s.purposeId !== subscription.purposeId);
    const shown = ownForm(deps, page, input.language, at, { stays, lastMail: office?.lastMail === true });
    const act = leaveAct(deps, standing, {
      purposeId: everything ? "" : subscription.purposeId,
      scope: everything ? "everything" : "list",
      door: { method: "own-page.post", channel: "page" },
      at,
      form: shown.form,
    });
    const noted = objects
      ? await metAtOnce(deps, { right: "object", address: visit.normalised, at, act: act.eid })
      : undefined;
    const change = [shown.write, ...act.change, ...(noted?.change ?? [])];
    if ((await commit(deps, { change, proof: [...act.proof, ...(noted?.proof ?? [])] })) === "done") {
      await afterNo(deps, act);
      return { ...decidedLeft(deps, standing, subscription, act, at, view), view };
    }
  }
  throw new Error("a withdrawal lost every race for its rows");
}
