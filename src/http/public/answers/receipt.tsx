/** "Yes" on record: the receipt after the press, the same state later, and the return after a mistake. */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { AnswerOutcome } from "../../../domain/consent/answer.ts";
import type { LinkView } from "../../../domain/consent/views.ts";
import type { Both } from "../../../domain/institution/rules.ts";
import { answerTexts } from "../../../texts/answer.ts";
import { lastMailWords } from "../../../texts/last-mail.ts";
import { leaveTexts } from "../../../texts/leave.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext } from "../../env.ts";
import { Mark } from "../../mark.tsx";
import { nameOf } from "../../page.tsx";
import { publicPage } from "../layout.tsx";
import { Facts } from "../parts.tsx";
import { lowered } from "./ended.tsx";
import { LastMailNote } from "./last-mail.tsx";
import { calendar, named, questionOf, quoted } from "./links.tsx";

/** The receipt after "yes". */
export function receiptPage(c: PublicContext, outcome: AnswerOutcome): Promise<Response> {
  const { lang, institution } = c.var;
  const { view } = outcome;
  const t = say(answerTexts, lang);
  const list = quoted(view.list.names, lang);
  const shown = questionOf(view, lang);
  return publicPage(c, {
    title: t("yes.title"),
    lead: t("yes.lead", { list, address: view.maskedAddress ?? "" }),
    wide: true,
    noindex: true,
    children: (
      <>
        <article class="sheet mt6" aria-labelledby="receipt">
          <SheetHead
            id="receipt"
            title={t("yes.sheet")}
            number={t("number", { eid: outcome.eid })}
            mark={institution.look.markSvg}
          />
          <Facts
            items={[
              { term: t("yes.answer"), value: t("yes.answer.value", { when: calendar(c).moment(outcome.at) }) },
              { term: t("yes.how"), value: t("yes.how.link") },
              {
                term: t("yes.to"),
                value: t("yes.to.value", { inst: nameOf(institution, lang), number: institution.registrationNumber }),
              },
              { term: t("yes.for"), value: t("yes.for.value", { list, purpose: named(view.purpose.names, lang) }) },
              { term: t("yes.valid"), value: t("yes.valid.value") },
            ]}
          />
          {shown && (
            <details class="seen">
              <summary>{t("yes.text")}</summary>
              <div class="seen-text" lang={shown.language}>
                {raw(lowered(shown.body))}
              </div>
              <p class="small">
                {t.rich<Child>("yes.hash", { hash: shown.sha256, code: (inner) => <code>{inner}</code> })}
              </p>
            </details>
          )}
        </article>
        <div class="col flow">
          <h2>{t("yes.next")}</h2>
          <p>{t("yes.keep")}</p>
          <p>{t("yes.change")}</p>
          <WithdrawForm c={c} view={view} />
        </div>
      </>
    ),
  });
}

/** The link is opened again after a "yes". */
export function givenPage(c: PublicContext, view: LinkView): Promise<Response> {
  const { lang } = c.var;
  const t = say(answerTexts, lang);
  const list = quoted(view.list.names, lang);
  const words = c.var.institution.lastMail ? lastMailWords(lang) : undefined;
  const deletes = view.isLastReason ? ` ${words?.["list.deletes"] ?? say(leaveTexts, lang)("list.deletes")}` : "";
  return publicPage(c, {
    title: t("given.title"),
    lead: t("given.lead", { list, address: view.maskedAddress ?? "" }),
    noindex: true,
    children: (
      <>
        <h2>{t("given.withdraw")}</h2>
        <p>
          {t("given.withdraw.text", { list })}
          {deletes}
        </p>
        {view.isLastReason && <LastMailNote c={c} />}
        <WithdrawForm c={c} view={view} />
      </>
    ),
  });
}

/** Withdrawing stands as near as giving did: one button, the same address, no question. */
function WithdrawForm({ c, view }: { c: PublicContext; view: LinkView }) {
  const { lang } = c.var;
  return (
    <form class="actions" method="post" action={`/r/${view.token}`}>
      <input type="hidden" name="notice" value={questionOf(view, lang)?.sha256 ?? ""} />
      <input type="hidden" name="lang" value={lang} />
      <button class="ds-button" data-variant="secondary" type="submit" name="answer" value="no">
        {say(answerTexts, lang)("yes.withdraw")}
      </button>
    </form>
  );
}

/** The person came back after a "no". */
export function backPage(
  c: PublicContext,
  back: { decision: "given" | "already"; at: number; eid: string; list: Both },
) {
  const { lang, institution } = c.var;
  const t = say(answerTexts, lang);
  const list = quoted(back.list, lang);
  const given = back.decision === "given";
  return publicPage(c, {
    title: given ? t("back.title") : t("back.already"),
    lead: given ? t("back.lead", { list }) : t("back.already.lead", { list }),
    wide: given,
    noindex: true,
    children: given ? (
      <>
        <article class="sheet mt6" aria-labelledby="receipt">
          <SheetHead
            id="receipt"
            title={t("yes.sheet")}
            number={t("number", { eid: back.eid })}
            mark={institution.look.markSvg}
          />
          <Facts
            items={[
              { term: t("yes.answer"), value: t("yes.answer.value", { when: calendar(c).moment(back.at) }) },
              { term: t("yes.how"), value: t("yes.how.return") },
              {
                term: t("yes.to"),
                value: t("yes.to.value", { inst: nameOf(institution, lang), number: institution.registrationNumber }),
              },
              { term: t("yes.valid"), value: t("yes.valid.value") },
            ]}
          />
        </article>
        <div class="col flow">
          <p class="mt5">{t("yes.keep")}</p>
          <p>{say(leaveTexts, lang)("unknown.other")}</p>
        </div>
      </>
    ) : (
      <p>{say(leaveTexts, lang)("unknown.other")}</p>
    ),
  });
}

/** Top of a certificate: what it is, its number, the mark. */
export function SheetHead(p: { id: string; title: string; number: string | undefined; mark: string }) {
  return (
    <div class="sheet-head">
      <div>
        <h2 id={p.id}>{p.title}</h2>
        {p.number && <p class="nums">{p.number}</p>}
      </div>
      <Mark svg={p.mark} />
    </div>
  );
}
