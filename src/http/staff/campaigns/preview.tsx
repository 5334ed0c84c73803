/**
 * The mail and the page of a campaign as a recipient will see them (a draft) or sees them (sent), and the trial mail.
 * Looking sends nothing and changes nothing. The mail's own HTML is a document of its own, framed without any rights.
 */
import { previewCampaign } from "../../../domain/campaigns/preview.ts";
import { namedDay } from "../../../domain/campaigns/rules/ending.ts";
import { questionParts } from "../../../domain/campaigns/rules/question.ts";
import { sendTrial } from "../../../domain/campaigns/send-trial.ts";
import type { Mailing } from "../../../domain/campaigns/views.ts";
import type { Lang } from "../../../domain/institution/rules.ts";
import { readNotice } from "../../../domain/notices/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { asLang } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Alert, ErrorSummary, LinkButton } from "../parts.tsx";
import { can, JustDone, mailingOf, mailLanguage, pageVoice, pathOf, voice } from "./frame.tsx";
import { MailSample, MailTabs, QuestionSample, TrialForm, viewOf } from "./samples.tsx";

interface Sample {
  mail: { subject: string; html: string; text: string };
  question: string;
}

/** What keeps a draft from being shown in this language. */
const missing = (mailing: Mailing, lang: Lang) =>
  mailing.frozen ? undefined : !mailing.deadlineDay ? "deadline" : mailing.draft.texts[lang] ? undefined : "text";

/** A draft as it would go out now; a sent campaign from what was frozen. */
async function sampleOf(c: StaffContext, mailing: Mailing, lang: Lang): Promise<Sample | Refusal> {
  const { deps, actor, institution } = c.var;
  if (!mailing.frozen) {
    const made = await previewCampaign(deps, actor, { id: mailing.id, language: lang });
    return isRefusal(made) ? made : made;
  }
  // As it goes out now: where the end was put off since, with the new day.
  const frozen = { ...mailing.frozen, deadlineDay: namedDay(mailing) };
  const mail = deps.render.preview(frozen, { address: institution.sender.replyTo, language: lang });
  const notice = await readNotice(deps.db, frozen.questions[lang] ?? "");
  return { mail, question: notice?.body ?? "" };
}

/** Who may look: writers at drafts, all of the desk at what was sent. */
function mayLook(c: StaffContext, mailing: Mailing | undefined): Refusal | undefined {
  if (!mailing) return refuse("campaigns.unknown");
  return may(c.var.actor, mailing.frozen ? "desk.see" : "campaign.write");
}

/** `GET …/preview/mail`: the HTML of the mail, for the frame. */
export async function mailDocument(c: StaffContext): Promise<Response> {
  const mailing = await mailingOf(c);
  const no = mayLook(c, mailing);
  const lang = mailLanguage(c);
  if (no || !mailing || missing(mailing, lang)) return c.body(null, no ? (statusOf(no) as 404) : 404);
  const sample = await sampleOf(c, mailing, lang);
  if (isRefusal(sample)) return c.body(null, 422);
  return c.html(viewOf(c) === "dark" ? inTheDark(sample.mail.html) : sample.mail.html);
}

/** As a mail program shows it that asks for dark colours, whatever this browser asks for. */
const inTheDark = (html: string) => html.replace(/@media \(prefers-color-scheme: ?dark\)/g, "@media all");

export async function previewPage(c: StaffContext): Promise<Response> {
  return page(c, mailLanguage(c));
}

/** Sends the trial, then leads back to the preview. */
export async function trial(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const lang = c.var.institution.languages.find((l) => l === asLang(typed.text("language"))) ?? mailLanguage(c);
  const mailing = await mailingOf(c);
  // A forbidden or unknown one is refused by the verb; a draft that cannot be shown cannot be tried either.
  const open = mailing && can(c, "campaign.write") && (mailing.frozen ? "sent" : missing(mailing, lang));
  const result = open
    ? refuse(open === "sent" ? "campaigns.sent_already" : "campaigns.deadline_missing")
    : await sendTrial(c.var.deps, c.var.actor, { id: c.req.param("id") ?? "", to: typed.text("to"), language: lang });
  if (!isRefusal(result)) {
    const query = new URLSearchParams({ mail: lang, done: "trial" });
    return c.redirect(`${pathOf(mailing?.id ?? "", "preview")}?${query}`, 303);
  }
  if (!mailing || mailing.frozen || !can(c, "campaign.write")) return refusedPage(c, result, "desk");
  return page(c, lang, { refusal: result, to: typed.values.to ?? "" });
}

async function page(c: StaffContext, lang: Lang, tried?: { refusal: Refusal; to: string }): Promise<Response> {
  const t = voice(c);
  const mailing = await mailingOf(c);
  const no = mayLook(c, mailing);
  if (no || !mailing) return refusedPage(c, no ?? refuse("campaigns.unknown"), "desk");
  const open = missing(mailing, lang);
  const sample = open ? undefined : await sampleOf(c, mailing, lang);
  const problems = tried && problemsOf(tried.refusal, c.var.lang);
  return deskPage(c, {
    title: t("preview.title"),
    current: "mailings",
    back: { href: pathOf(mailing.id), label: mailing.title },
    lede: t(mailing.frozen ? "preview.lede.sent" : "preview.lede"),
    acts: !mailing.frozen && <Onwards c={c} mailing={mailing} open={sample === undefined} />,
    status: tried ? statusOf(tried.refusal) : 200,
    error: tried !== undefined,
    children: (
      <>
        <JustDone c={c} />
        <ErrorSummary problems={problems} title={t("trial.failed")} />
        <MailTabs c={c} mailing={mailing} lang={lang} />
        {open && (
          <Alert color="info">
            <p>
              {t("preview.open", { what: open })} <a href={pathOf(mailing.id, "edit")}>{t("preview.fill")}</a>
            </p>
          </Alert>
        )}
        {isRefusal(sample) && (
          <Alert color="warning">
            <p>{problemsOf(sample, c.var.lang)[0]?.text}</p>
          </Alert>
        )}
        {sample && !isRefusal(sample) && (
          <>
            <MailSample c={c} mailing={mailing} lang={lang} mail={sample.mail} />
            <QuestionSample c={c} lang={lang} parts={questionParts(sample.question)} />
            {!mailing.frozen && <TrialForm c={c} mailing={mailing} lang={lang} problems={problems} to={tried?.to} />}
          </>
        )}
      </>
    ),
  });
}

/** From looking at a draft to what comes next. What sending still needs stands on its page. */
function Onwards({ c, mailing, open }: { c: StaffContext; mailing: Mailing; open: boolean }) {
  return (
    <>
      {can(c, "campaign.send") && (
        <LinkButton href={pathOf(mailing.id, "send")} {...(open && { variant: "secondary" as const })}>
          {pageVoice(c)("act.send")}
        </LinkButton>
      )}
      <LinkButton variant="secondary" href={pathOf(mailing.id, "edit")}>
        {pageVoice(c)("act.edit")}
      </LinkButton>
    </>
  );
}
