/**
 * A link of a subscription that has ended: says when and why, and what is still kept. "Yes" opens the sign-up form; only
 * where the address is held for another list, the answer to a campaign can be changed by its own link.
 */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { type LinkView, mayTakeBack } from "../../../domain/consent/views.ts";
import { changedAnswerTexts } from "../../../texts/changed-answer.ts";
import { leaveTexts } from "../../../texts/leave.ts";
import { questionTexts } from "../../../texts/question.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext } from "../../env.ts";
import { publicPage } from "../layout.tsx";
import { MailLink } from "../parts.tsx";
import { FileOffer } from "../receipt-file.tsx";
import { calendar, questionOf, quoted, receiptLink } from "./links.tsx";

const NO_MAIL = new Set(["complained", "deceased"]);
const OWN_ACT = new Set(["refused", "withdrawn", "complained"]);

/** `door`: only the link of a campaign can take its own answer back. */
export function endedPage(c: PublicContext, view: LinkView, door: "answer" | "leave"): Promise<Response> {
  const { lang, institution } = c.var;
  const t = say(leaveTexts, lang);
  const { day, time } = calendar(c);
  const reason = view.endedReason ?? "";
  const how = OWN_ACT.has(reason) ? "ended" : reason === "no_answer" ? "ended.no_answer" : "ended.other";
  const list = quoted(view.list.names, lang);
  const at = view.endedAt ?? 0;
  const { email } = institution;
  const question = door === "answer" && mayTakeBack(view) ? questionOf(view, lang) : undefined;
  const when = { list, date: day(at), time: time(at) };
  // Where no mail would answer a sign-up, a person does.
  const mayReturn = view.list.kind === "newsletter" && !NO_MAIL.has(reason);
  return publicPage(c, {
    title: t(how === "ended" ? "ended.title" : how, { list }),
    lead: question ? say(changedAnswerTexts, lang)("lead", when) : t(`${how}.lead`, when),
    noindex: true,
    children: (
      <>
        {question && <Change c={c} view={view} question={question} />}
        <p>{t("ended.kept", { proof: day(view.kept.proofUntilDay), review: day(view.kept.suppressionReviewDay) })}</p>
        {view.provenNo && (
          <p class="no-print">
            <FileOffer c={c} link={receiptLink(c, view)} when="ended" />
          </p>
        )}
        {OWN_ACT.has(reason) && <p>{t("next.others")}</p>}
        <p>{t.rich<Child>("ended.others", { email, mail: () => <MailLink address={email} /> })}</p>
        {!question && (
          <p>
            {mayReturn
              ? t.rich<Child>("ended.sign-up", {
                  a: (inner) => <a href={`/subscribe?list=${view.list.id}`}>{inner}</a>,
                })
              : t.rich<Child>("ended.again", { email, mail: () => <MailLink address={email} /> })}
          </p>
        )}
        {!question && mayReturn && (
          <p class="actions no-print">
            <a class="ds-button" data-variant="secondary" href={`/subscribe?list=${view.list.id}`}>
              {say(changedAnswerTexts, lang)("again")}
            </a>
          </p>
        )}
      </>
    ),
  });
}

/** The question once more, verbatim, with the answer that was not given. */
function Change(p: { c: PublicContext; view: LinkView; question: NonNullable<ReturnType<typeof questionOf>> }) {
  const { lang } = p.c.var;
  const t = say(changedAnswerTexts, lang);
  const { language, body, sha256 } = p.question;
  return (
    <section class="flow mt6 no-print" aria-labelledby="change">
      <h2 id="change">{t("title")}</h2>
      <p>{t("text")}</p>
      <div class="quoted flow" lang={language}>
        {raw(lowered(body))}
      </div>
      <form class="actions mt4" method="post" action={`/r/${p.view.token}`}>
        <input type="hidden" name="notice" value={sha256} />
        <input type="hidden" name="lang" value={lang} />
        <button class="ds-button" data-variant="secondary" type="submit" name="answer" value="yes" lang={language}>
          {say(questionTexts, language)("yes.button")}
        </button>
      </form>
    </section>
  );
}

/** The same text with its headings two levels down: it stands inside a page that has its own. */
export const lowered = (body: string) => body.replaceAll(/<(\/?)h1>/g, "<$1h3>").replaceAll(/<(\/?)h2>/g, "<$1h4>");
