/** Parts of the preview: language tabs, the framed mail with its text part, the question's page, the trial form. */
import { raw } from "hono/html";
import type { QuestionParts } from "../../../domain/campaigns/rules/question.ts";
import type { Mailing } from "../../../domain/campaigns/views.ts";
import type { Lang } from "../../../domain/institution/rules.ts";
import { questionTexts } from "../../../texts/question.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { Actions, Button, DeskForm, Details, Facts, Section, TextField } from "../parts.tsx";
import { pathOf, voice } from "./frame.tsx";

interface SampleProps {
  c: StaffContext;
  mailing: Mailing;
  lang: Lang;
}

/** The same preview in the other languages of the campaign. */
export function MailTabs({ c, mailing, lang }: SampleProps) {
  const t = voice(c);
  const languages = mailing.frozen?.institution.languages ?? c.var.institution.languages;
  if (languages.length < 2) return null;
  return (
    <nav class="desk-langs" aria-label={t("preview.languages")}>
      {languages.map((l) => (
        <a href={`?mail=${l}`} aria-current={l === lang ? "page" : undefined}>
          {t(`lang.${l}`)}
        </a>
      ))}
    </nav>
  );
}

/** In how much room and in which light the mail is shown. */
const VIEWS = ["wide", "narrow", "dark"] as const;
export type MailView = (typeof VIEWS)[number];
export const viewOf = (c: StaffContext): MailView => VIEWS.find((view) => view === c.req.query("view")) ?? "wide";

export function MailSample({ c, mailing, lang, mail }: SampleProps & { mail: { subject: string; text: string } }) {
  const t = voice(c);
  const { sender } = mailing.frozen?.institution ?? c.var.institution;
  const view = viewOf(c);
  return (
    <Section title={t("preview.mail")}>
      <Facts
        items={[
          { term: t("preview.subject"), value: <span lang={lang}>{mail.subject}</span> },
          { term: t("preview.from"), value: `${sender.name[lang]} <${sender.address}>` },
          { term: t("preview.reply"), value: sender.replyTo },
        ]}
      />
      <nav class="above-4 desk-langs" aria-label={t("preview.views")}>
        {VIEWS.map((one) => (
          <a href={`?mail=${lang}&view=${one}`} aria-current={one === view ? "page" : undefined}>
            {t(`preview.view.${one}`)}
          </a>
        ))}
      </nav>
      <iframe
        class="above-2 desk-mail"
        src={`${pathOf(mailing.id, "preview/mail")}?mail=${lang}${view === "dark" ? "&view=dark" : ""}`}
        title={t("preview.frame")}
        sandbox=""
        loading="lazy"
        width={view === "narrow" ? "320" : "100%"}
        height="720"
      ></iframe>
      <Details summary={t("preview.text")}>
        <pre class="desk-plain mono" lang={lang}>
          {mail.text}
        </pre>
      </Details>
    </Section>
  );
}

/** The frozen fragment with its two gaps named; its headings stand one level lower on this page. */
export function QuestionSample({ c, lang, parts }: { c: StaffContext; lang: Lang; parts: QuestionParts | undefined }) {
  const t = voice(c);
  if (!parts) return null;
  const words = say(questionTexts, lang);
  const buttons = t("preview.page.buttons", { yes: words("yes.button"), no: words("no.button") });
  return (
    <Section title={t("preview.page")}>
      <div class="desk-paper desk-question">
        <div lang={lang}>{raw(lower(parts.head))}</div>
        <p class="quiet">{t("preview.page.facts")}</p>
        <div lang={lang}>{raw(lower(parts.answer))}</div>
        <p class="quiet">{buttons}</p>
        <div lang={lang}>{raw(lower(parts.after))}</div>
      </div>
    </Section>
  );
}

/** The bytes are ours and their texts are escaped, so these tags are headings and nothing else. */
const lower = (fragment: string) =>
  fragment.replace(/<(\/?)h([12])>/g, (_, end: string, level: string) => `<${end}h${Number(level) + 2}>`);

export function TrialForm(p: SampleProps & { problems: Problem[] | undefined; to: string | undefined }) {
  const t = voice(p.c);
  const { ownDomains, sender } = p.c.var.institution;
  const domains = [...new Set([...ownDomains, sender.address.split("@")[1] ?? ""])].filter(Boolean).join(", ");
  return (
    <Section title={t("trial.title")} lede={t("trial.text")}>
      <DeskForm action={pathOf(p.mailing.id, "trial")}>
        <input type="hidden" name="language" value={p.lang} />
        <TextField
          name="to"
          type="email"
          label={t("trial.to")}
          hint={t("trial.to.hint", { domains })}
          value={p.to}
          autocomplete="email"
          problem={problemFor(p.problems, "to")}
        />
        <Actions>
          <Button variant="secondary">{t("trial.act")}</Button>
        </Actions>
      </DeskForm>
    </Section>
  );
}
