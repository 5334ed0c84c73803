/** A link of a subscription that has ended: says when and why, what is still kept, and that the link changes nothing. */
import type { Child } from "hono/jsx";
import type { LinkView } from "../../../domain/consent/views.ts";
import { leaveTexts } from "../../../texts/leave.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext } from "../../env.ts";
import { publicPage } from "../layout.tsx";
import { MailLink } from "../parts.tsx";
import { calendar, quoted } from "./links.tsx";

const NO_MAIL = new Set(["complained", "deceased"]);
const OWN_ACT = new Set(["refused", "withdrawn", "complained"]);

export function endedPage(c: PublicContext, view: LinkView): Promise<Response> {
  const { lang, institution } = c.var;
  const t = say(leaveTexts, lang);
  const { day, time } = calendar(c);
  const reason = view.endedReason ?? "";
  const how = OWN_ACT.has(reason) ? "ended" : reason === "no_answer" ? "ended.no_answer" : "ended.other";
  const list = quoted(view.list.names, lang);
  const at = view.endedAt ?? 0;
  const { email } = institution;
  // Where no mail would answer a sign-up, a person does.
  const mayReturn = view.list.kind === "newsletter" && !NO_MAIL.has(reason);
  return publicPage(c, {
    title: t(how === "ended" ? "ended.title" : how, { list }),
    lead: t(`${how}.lead`, { list, date: day(at), time: time(at) }),
    noindex: true,
    children: (
      <>
        <p>{t("ended.kept", { proof: day(view.kept.proofUntilDay), review: day(view.kept.suppressionReviewDay) })}</p>
        <p>{t.rich<Child>("ended.others", { email, mail: () => <MailLink address={email} /> })}</p>
        <p>
          {mayReturn
            ? t.rich<Child>("ended.sign-up", { a: (inner) => <a href={`/subscribe?list=${view.list.id}`}>{inner}</a> })
            : t.rich<Child>("ended.again", {
                email,
                mail: () => <MailLink address={email} />,
              })}
        </p>
      </>
    ),
  });
}
