/**
 * The question of a re-consent campaign: the frozen text verbatim, its two buttons where the text says they stand, the
 * facts of this person beside it. Both answers are the same element in the same class: same size, colour and weight.
 */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { questionParts } from "../../../domain/campaigns/rules/question.ts";
import type { LinkView } from "../../../domain/consent/views.ts";
import { answerTexts } from "../../../texts/answer.ts";
import { changedAnswerTexts } from "../../../texts/changed-answer.ts";
import { lastMailTexts } from "../../../texts/last-mail.ts";
import { questionTexts } from "../../../texts/question.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext } from "../../env.ts";
import { publicPage } from "../layout.tsx";
import { Facts, Note } from "../parts.tsx";
import { LastMailNote } from "./last-mail.tsx";
import { calendar, named, questionOf, quotedAll, unknownLink } from "./links.tsx";

/** `missing`: the form came without an answer. */
export function questionPage(c: PublicContext, view: LinkView, missing = false): Promise<Response> {
  const { lang } = c.var;
  const campaign = view.campaign;
  const question = questionOf(view, lang);
  if (!campaign || !question) return unknownLink(c);
  const t = say(answerTexts, lang);
  const labels = say(questionTexts, question.language);
  const parts = questionParts(question.body) ?? {
    head: "",
    answer: question.body,
    yesButton: labels("yes.button"),
    noButton: labels("no.button"),
    after: "",
  };
  const { day } = calendar(c);
  const date = day(campaign.lastDay, "dat");
  const again = say(changedAnswerTexts, lang);
  const late = campaign.state === "closed" ? again("closed", { date }) : !campaign.open && t("late", { date });
  // Only whoever is asked anew has given his consent and still sees the question.
  const proven = view.recordState === "given" && view.proven && again("proven");
  // The frozen text still says what silence would have meant; of a cancelled campaign nobody is deleted for it.
  const cancelled = campaign.state === "cancelled" && t("cancelled");
  // The frozen text, like the mail, still names the day that was planned.
  const longer =
    campaign.lastDay !== campaign.deadlineDay && again("longer", { date, named: day(campaign.deadlineDay, "nom") });
  const notes = [missing && t("choose"), cancelled || late || longer, proven].filter(Boolean);
  return publicPage(c, {
    title: campaign.texts[question.language]?.heading ?? named(view.list.names, lang),
    head: parts.head === "" ? undefined : <div lang={question.language}>{raw(parts.head)}</div>,
    side: <PersonFacts c={c} view={view} />,
    sideLabel: t("aside"),
    noindex: true,
    status: missing ? 422 : 200,
    error: missing,
    children: (
      <>
        {notes.map((note) => (
          <Note tone="warn">
            <p role={missing ? "alert" : undefined}>{note}</p>
          </Note>
        ))}
        <form
          class="answer"
          method="post"
          action={`/r/${view.token}`}
          lang={question.language}
          aria-label={t("your-answer")}
        >
          {raw(parts.answer)}
          <input type="hidden" name="notice" value={question.sha256} />
          <input type="hidden" name="lang" value={lang} />
          <div class="pair">
            <button class="ds-button" type="submit" name="answer" value="yes">
              {raw(parts.yesButton)}
            </button>
            <button class="ds-button" type="submit" name="answer" value="no">
              {raw(parts.noButton)}
            </button>
          </div>
        </form>
        <div class="flow" lang={question.language}>
          {raw(parts.after)}
        </div>
        {view.isLastReason && <LastMailNote c={c} />}
        <p>{t.rich<Child>("privacy", { a: (inner) => <a href="/privacy">{inner}</a> })}</p>
      </>
    ),
  });
}

function PersonFacts({ c, view }: { c: PublicContext; view: LinkView }) {
  const { lang } = c.var;
  const t = say(answerTexts, lang);
  const { day } = calendar(c);
  const names = (lists: LinkView["sameLists"]) =>
    quotedAll(
      lists.map((l) => l.names),
      lang,
    );
  const { sameLists, otherLists, campaign } = view;
  const deletes = c.var.institution.lastMail ? say(lastMailTexts, lang)("before.answer") : t("no-deletes.yes");
  return (
    <Facts
      items={[
        campaign && {
          term: t("until"),
          value: <span class="when">{t("until.value", { date: day(campaign.lastDay, "dat") })}</span>,
        },
        view.maskedAddress !== undefined && { term: t("about"), value: view.maskedAddress },
        { term: t("what"), value: named(view.list.promise, lang) },
        sameLists.length > 1 && { term: t("no-ends"), value: names(sameLists) },
        otherLists.length > 0 && { term: t("stays"), value: names(otherLists) },
        { term: t("no-deletes"), value: view.isLastReason ? deletes : t("no-deletes.no") },
      ]}
    />
  );
}
