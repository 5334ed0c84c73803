/**
 * The answer on the page of a re-consent mail, `/r/:token`. "Yes" binds the consent to the exact text that was shown,
 * by its hash; "no" is the same act as from any other door. Pressing twice changes nothing the second time.
 * Called by the page and by nothing else; the token is the permission.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readNotice } from "../notices/views.ts";
import { decidedAlready, decidedGiven, decidedLeft } from "./acts/decided.ts";
import { type Door, shownNotice } from "./acts/events.ts";
import { giveAct } from "./acts/give.ts";
import { leaveAct } from "./acts/leave.ts";
import { TRIES_AFTER_RACE } from "./acts/races.ts";
import type { Decided } from "./rules/outcome.ts";
import { type LinkView, readTarget } from "./views.ts";

export interface AnswerInput {
  token: string;
  answer: "yes" | "no";
  /** Hash of the question that the page showed. */
  noticeSha256: string;
}

/** `view` is how things stood before the act, for the page that tells of it. */
export type AnswerOutcome = Decided & { view: LinkView };

/** Records the answer. Refuses a link that is not ours and a "yes" to a text that this campaign does not ask. */
export async function answerReconsent(deps: Deps, input: AnswerInput): Promise<AnswerOutcome | Refusal> {
  const target = deps.tokens.read("r", input.token);
  if (!target) return refuse("consent.link_unknown");
  const door: Door = { method: "reconsent-page.post", channel: "page", class: "doi", mailing: target.mailingId };

  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const found = await readTarget(deps, input.token, target);
    if (!found) return refuse("consent.link_unknown");
    const { view, standing } = found;
    const subscription = standing?.subscriptions.find((s) => s.id === target.subscriptionId);
    if (!standing || !subscription) return { ...decidedAlready(view, deps.clock.now()), view };
    const shown = await shownText(deps, view, input.noticeSha256, subscription.purposeSlug);
    // The answer is to the purpose as it was asked about, not as it may have become since.
    const asked = { ...subscription, purposeVersion: view.campaign?.purposeVersion ?? subscription.purposeVersion };
    const at = deps.clock.now();

    if (input.answer === "yes") {
      if (!shown) return refuse("consent.text_unknown");
      const act = giveAct(deps, standing, asked, door, at, shown);
      if (!act) return { ...decidedAlready(view, at), view };
      if ((await commit(deps, act)) === "done") {
        await deps.queue.enqueue({ kind: "seal" });
        return { ...decidedGiven(view, act.eid, at), view };
      }
    } else {
      const act = leaveAct(deps, standing, { purposeId: subscription.purposeId, scope: "list", door, at, shown });
      if ((await commit(deps, act)) === "done") {
        if (act.erased) deps.afterErasure();
        await deps.queue.enqueue({ kind: "seal" });
        return { ...decidedLeft(deps, standing, subscription, act, at, view), view };
      }
    }
  }
  throw new Error("an answer lost every race for its rows");
}

/** The notice that the page says it showed: a question of this campaign, or the purpose's statement where no campaign asks. */
async function shownText(deps: Deps, view: LinkView, sha256: string, slug: string) {
  const notice = await readNotice(deps.db, sha256);
  const fits =
    notice &&
    (view.campaign
      ? notice.kind === "question" && notice.mailingId === view.mailingId
      : notice.kind === "consent" && notice.purposeId === view.purpose.id);
  return fits ? shownNotice(notice, slug) : undefined;
}
