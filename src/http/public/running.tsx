/**
 * `/campaigns`: who is asked now, by which sender, with which subject, until when, so that a mail can be checked; and a form
 * that mails the answer link. Whatever address is sent, the answer is the same page with the same status.
 */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { type RunningCampaign, readRunning } from "../../domain/campaigns/views/running.ts";
import { requestAnswerLink } from "../../domain/consent/request-link.ts";
import { isRefusal } from "../../refusal.ts";
import { runningTexts } from "../../texts/running.ts";
import { say } from "../../texts/say.ts";
import type { PublicContext, PublicEnv } from "../env.ts";
import { type Form, type Problem, problemFor, problemsOf, readForm } from "../forms.ts";
import { calendar, named, quoted, speakTo } from "./answers/links.tsx";
import { EmailField } from "./email-field.tsx";
import { publicPage } from "./layout.tsx";
import { Facts, MailLink } from "./parts.tsx";
import { cameWith, GuardFields } from "./sign-up/guard.tsx";

export const runningPages = new Hono<PublicEnv>()
  .get("/campaigns", (c) => show(c))
  .post("/campaigns", async (c) => {
    const form = await readForm(c);
    const language = speakTo(c, c.var.lang, form.text("lang"));
    const taken = await requestAnswerLink(c.var.deps, {
      address: form.values.email ?? "",
      language,
      came: cameWith(c, form.text),
    });
    return isRefusal(taken) ? show(c, form, problemsOf(taken, language)) : askedPage(c);
  });

async function show(c: PublicContext, sent?: Form, problems: readonly Problem[] = []): Promise<Response> {
  const { lang, deps, institution } = c.var;
  const t = say(runningTexts, lang);
  const running = await readRunning(deps.db);
  const asks = running.some((r) => r.kind === "reconsent");
  const host = new URL(deps.config.publicUrl).host;
  return publicPage(c, {
    title: t("title"),
    lead: t("lead"),
    status: problems.length > 0 ? 422 : 200,
    error: problems.length > 0,
    children: (
      <>
        {running.length === 0 && (
          <div class="note mt6">
            <h2>{t("none")}</h2>
            <p>
              {t.rich<Child>("none.text", {
                email: institution.email,
                mail: () => <MailLink address={institution.email} />,
              })}
            </p>
          </div>
        )}
        {running.map((campaign) => (
          <Campaign c={c} campaign={campaign} />
        ))}
        {running.length > 0 && (
          <>
            <h2>{t("check")}</h2>
            <ul>
              <li>{t("check.address")}</li>
              <li>{t("check.link", { host })}</li>
              <li>{t("check.never")}</li>
            </ul>
          </>
        )}
        {asks && <Answer c={c} sent={sent} problem={problemFor(problems, "email")} />}
      </>
    ),
  });
}

function Campaign({ c, campaign }: { c: PublicContext; campaign: RunningCampaign }) {
  const { lang } = c.var;
  const t = say(runningTexts, lang);
  const { day } = calendar(c);
  const { sender, texts, purpose, sentAt, deadlineDay, lastDay, kind } = campaign;
  return (
    <section class="flow mt6" aria-labelledby={`campaign-${campaign.id}`}>
      <h2 id={`campaign-${campaign.id}`}>{quoted(campaign.list.names, lang)}</h2>
      <Facts
        items={[
          {
            term: t("sender"),
            value: (
              <>
                {sender.name[lang]}, <span class="whole">{sender.address}</span>
              </>
            ),
          },
          {
            term: t("subject"),
            value: Object.entries(texts).map(([language, text]) => <div lang={language}>{text.subject}</div>),
          },
          { term: t("purpose"), value: named(purpose.names, lang) },
          { term: t("sent"), value: day(sentAt, "gen") },
          {
            term: t(kind === "notice" ? "notice.until" : "until"),
            value: (
              <>
                {t("until.value", { date: day(lastDay, "dat") })}
                {lastDay !== deadlineDay && (
                  <div class="soft small">{t("until.longer", { date: day(deadlineDay, "nom") })}</div>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

function Answer(p: { c: PublicContext; sent: Form | undefined; problem: string | undefined }) {
  const { lang } = p.c.var;
  const t = say(runningTexts, lang);
  return (
    <section class="flow mt6" aria-labelledby="answer">
      <h2 id="answer">{t("answer.title")}</h2>
      <p>{t("answer.text")}</p>
      <form class="form mt4" method="post" action="/campaigns" novalidate aria-labelledby="answer">
        <input type="hidden" name="lang" value={lang} />
        <EmailField
          c={p.c}
          label={t("email")}
          hint={t("email.hint")}
          value={p.sent?.values.email}
          problem={p.problem}
        />
        <GuardFields c={p.c} />
        <div>
          <button class="ds-button" type="submit">
            {t("send")}
          </button>
        </div>
      </form>
    </section>
  );
}

function askedPage(c: PublicContext): Promise<Response> {
  const t = say(runningTexts, c.var.lang);
  return publicPage(c, {
    title: t("asked.title"),
    lead: t("asked.lead"),
    noindex: true,
    children: (
      <>
        <ol>
          <li>{t("asked.open", { subject: t("mail.subject") })}</li>
          <li>{t("asked.press")}</li>
        </ol>
        <h2>{t("asked.missing")}</h2>
        <p>{t("asked.missing.text")}</p>
        <p class="soft small">{t("asked.same")}</p>
      </>
    ),
  });
}
