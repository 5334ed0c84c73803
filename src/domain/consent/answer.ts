/**
 * The answer on the page of a re-consent mail, `/r/:token`. "Yes" binds the consent to the exact text that was shown,
 * by its hash; "no" is the same act as from any other door. Pressing twice changes nothing the second time. While the
 * address is held the answer can be changed; once it is gone the link only tells what was decided.
 * Called by the page and by nothing else; the token is the permission.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readNotice } from "../notices/views.ts";
import { afterNo, afterYes, decidedAlready, decidedGiven, decidedLeft } from "./acts/decided.ts";
import { type Door, shownNotice } from "./acts/events.ts";
import { giveAct } from "./acts/give.ts";
import { leaveAct } from "./acts/leave.ts";
import { TRIES_AFTER_RACE } from "./acts/races.ts";
import { takeBackAct } from "./acts/take-back.ts";
import type { Decided } from "./rules/outcome.ts";
import type { Visitor } from "./rules/visitor.ts";
import { type LinkView, readTarget, withStanding } from "./views.ts";

export interface AnswerInput {
  token: string;
  answer: "yes" | "no";
  /** Hash of the question that the page showed. */
  noticeSha256: string;
  visitor?: Visitor;
}

/** `view` is how things stood before the act, for the page that tells of it. */
export type AnswerOutcome = Decided & { view: LinkView };

/** Records the answer. Refuses a link that is not ours and a "yes" to a text that this campaign does not ask. */
export async function answerReconsent(deps: Deps, input: AnswerInput): Promise<AnswerOutcome | Refusal> {
  const target = deps.tokens.read("r", input.token);
  if (!target) return refuse("consent.link_unknown");
  const mailing = target.mailingId;

  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const found = await readTarget(deps, input.token, target);
    if (!found) return refuse("consent.link_unknown");
    const { view, standing } = found;
    const at = deps.clock.now();
    const { visitor } = input;
    const messageId = view.campaign?.messageId;
    const door: Door = { method: "reconsent-page.post", channel: "page", class: "doi", mailing, visitor, messageId };
    const notice = await readShown(deps, view, input.noticeSha256);
    const subscription = standing?.subscriptions.find((s) => s.id === target.subscriptionId);
    if (!standing || !subscription) {
      const back = input.answer === "yes" && notice && (await takeBackAct(deps, view, door, at, notice));
      if (!back) return { ...decidedAlready(view, at), view };
      if ((await commit(deps, back)) === "stale") continue;
      await afterYes(deps);
      return { ...decidedGiven(view, back.eid, at), view: withStanding(view, back.standing) };
    }
    const shown = notice && shownNotice(notice, subscription.purposeSlug);
    // The answer is to the purpose as it was asked about, not as it may have become since.
    const asked = { ...subscription, purposeVersion: view.campaign?.purposeVersion ?? subscription.purposeVersion };

    if (input.answer === "yes") {
      if (!shown) return refuse("consent.text_unknown");
      const act = giveAct(deps, standing, asked, door, at, shown, view.campaign?.unanswered ?? false);
      if (!act) return { ...decidedAlready(view, at), view };
      if ((await commit(deps, act)) === "done") {
        await afterYes(deps);
        return { ...decidedGiven(view, act.eid, at), view };
      }
    } else {
      const act = leaveAct(deps, standing, { purposeId: subscription.purposeId, scope: "list", door, at, shown });
      if ((await commit(deps, act)) === "done") {
        await afterNo(deps, act);
        return { ...decidedLeft(deps, standing, subscription, act, at, view), view };
      }
    }
  }
  throw new Error("an answer lost every race for its rows");
}

/** The notice that the page says it showed: a question of this campaign, or the purpose's statement where no campaign asks. */
async function readShown(deps: Deps, view: LinkView, sha256: string) {
  const notice = await readNotice(deps.db, sha256);
  const fits =
    notice &&
    // An old question of a list that was moved to a task: nobody can consent to that any more.
    view.purpose.basis === "a" &&
    (view.campaign
      ? notice.kind === "question" && notice.mailingId === view.campaign.id
      : notice.kind === "consent" && notice.purposeId === view.purpose.id);
  return fits ? notice : undefined;
}
