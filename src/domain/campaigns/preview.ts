/** What a draft looks like: the mail and the question in one language, made by the functions that make the real ones. */
import type { Deps, OutgoingMail } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import type { Lang } from "../institution/rules.ts";
import { countAsked } from "../messages/views/audience.ts";
import { type Actor, may } from "../staff/rules.ts";
import { mailProblems, sendProblems } from "./acts/check.ts";
import { freeze } from "./acts/freeze.ts";
import { audienceOf } from "./acts/ground.ts";
import { readMailing } from "./views.ts";

export interface Preview {
  mail: Pick<OutgoingMail, "subject" | "html" | "text">;
  question: string;
  audience: number;
  /** What still keeps it from being sent. */
  problems: { field: string; code: `${string}.${string}`; values?: Record<string, string | number> }[];
}

/** Makes the preview; the recipient is nobody. */
export async function previewCampaign(
  deps: Deps,
  actor: Actor,
  input: { id: string; language: Lang },
): Promise<Preview | Refusal> {
  const no = may(actor, "campaign.write");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing) return refuse("campaigns.unknown");
  const made = await freeze(deps, mailing);
  if (isRefusal(made)) return made;
  const to = { address: made.institution.sender.replyTo, language: input.language };
  const { subject, html, text } = deps.render.preview(made.frozen, to);
  return {
    mail: { subject, html, text },
    question: made.questions.find((q) => q.language === input.language)?.body ?? "",
    audience: (await countAsked(deps.db, audienceOf(mailing))).asked,
    problems: [
      ...sendProblems(mailing, made.institution, deps.clock.now(), made.frozen),
      ...mailProblems(deps, made.frozen),
    ],
  };
}
