/** The mail with the links of the questions that wait for the owner of a typed address. */
import type { Deps } from "../../../../deps.ts";
import { readRunning } from "../../../campaigns/views/running.ts";
import type { Institution } from "../../../institution/rules.ts";
import { inLanguage } from "../../../purposes/rules.ts";
import { type AnswerLinkMail, linksToMail } from "../../rules/answer-link.ts";
import type { Mailed, SignUp } from "../../rules/sign-up.ts";
import { waitingOf } from "../../views/waiting.ts";

/** Those whose link may go out now. */
export async function linksDue(deps: Deps, signUp: SignUp, mailed: readonly Mailed[], now: number): Promise<string[]> {
  const waiting = await waitingOf(deps, signUp);
  return linksToMail(
    waiting.map(({ campaignId }) => ({ campaignId, waits: true })),
    mailed,
    now,
  );
}

/** The mail; undefined if nobody waits any more. The same request gives the same bytes. */
export async function linkMail(
  deps: Deps,
  signUp: SignUp,
  institution: Institution,
): Promise<AnswerLinkMail | undefined> {
  const { language } = signUp;
  const [waiting, running] = await Promise.all([waitingOf(deps, signUp), readRunning(deps.db)]);
  const questions = waiting.flatMap(({ campaignId, subscriptionId }) => {
    const campaign = running.find((r) => r.id === campaignId);
    const text = campaign && (campaign.texts[language] ?? Object.values(campaign.texts)[0]);
    if (!campaign || !text) return [];
    const token = deps.tokens.make("r", { subscriptionId, mailingId: campaignId });
    return [
      {
        list: inLanguage(campaign.list.names, language),
        heading: text.heading,
        deadlineDay: campaign.lastDay,
        url: `${deps.config.publicUrl}/r/${token}`,
      },
    ];
  });
  const to = waiting[0]?.to;
  return to !== undefined && questions.length > 0 ? { to, language, at: signUp.at, institution, questions } : undefined;
}
