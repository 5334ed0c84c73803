/**
 * Leaving by a link: the unsubscribe page (`/u/:token`) and the one-click POST of RFC 8058. As easy as giving (GDPR
 * Art. 7(3)): no login, no question, no session; one read and one write. The token is the permission, for ever.
 */
import type { Deps } from "../../deps.ts";
import { NO_MAILING } from "../../platform/tokens.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import type { Lang } from "../../texts/say.ts";
import { commit } from "../commit.ts";
import { afterNo, decidedAlready, decidedLeft } from "./acts/decided.ts";
import type { Door } from "./acts/events.ts";
import { leaveAct } from "./acts/leave.ts";
import { leaveForm } from "./acts/leave-form.ts";
import { TRIES_AFTER_RACE } from "./acts/races.ts";
import type { Decided } from "./rules/outcome.ts";
import type { Scope } from "./rules/standing.ts";
import { loadStanding } from "./views/standing.ts";
import { type LinkView, readTarget } from "./views.ts";

export interface WithdrawInput {
  token: string;
  /** list: this list's purpose. everything: all lists, and the address is deleted. */
  scope: Scope;
  via: "one-click" | "unsubscribe-page";
  /** Language of the page that was pressed. */
  language?: Lang;
}

/** Ends what the link stands for. Done already is not a refusal. Refuses only a link that is not ours. */
export async function withdrawByLink(
  deps: Deps,
  input: WithdrawInput,
): Promise<(Decided & { view?: LinkView }) | Refusal> {
  const target = deps.tokens.read("u", input.token);
  if (!target) return refuse("consent.link_unknown");
  const oneClick = input.via === "one-click";
  const door: Door = {
    method: oneClick ? "one-click.post" : "unsubscribe-page.post",
    channel: oneClick ? "one-click" : "page",
    mailing: target.mailingId === NO_MAILING ? undefined : target.mailingId,
  };

  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    // A mail provider's POST shows nothing to anybody: it is spared the reads that only the page needs.
    const found = oneClick ? undefined : await readTarget(deps, input.token, target);
    const view = found?.view;
    const standing = oneClick ? await loadStanding(deps, { subscriptionId: target.subscriptionId }) : found?.standing;
    const subscription = standing?.subscriptions.find((s) => s.id === target.subscriptionId);
    const at = deps.clock.now();
    if (!standing || !subscription) {
      if (oneClick) return nothingLeft(at);
      return view ? { ...decidedAlready(view, at), view } : refuse("consent.link_unknown");
    }
    const shown = oneClick
      ? undefined
      : leaveForm(deps, standing.institution, input.language ?? standing.person.language, at);
    const { purposeId } = subscription;
    const act = leaveAct(deps, standing, { purposeId, scope: input.scope, door, at, form: shown?.form });
    const change = shown ? [shown.write, ...act.change] : act.change;
    if ((await commit(deps, { change, proof: act.proof })) === "done") {
      await afterNo(deps, act);
      return { ...decidedLeft(deps, standing, subscription, act, at, view ?? { statement: {} }), view };
    }
  }
  throw new Error("a withdrawal lost every race for its rows");
}

function nothingLeft(at: number): Decided {
  const kept = { proofUntilDay: "", suppressionReviewDay: "", backupsCleanDay: "" };
  return { decision: "already", at, ended: [], remaining: [], erased: false, eid: "", kept };
}
