/** The form that asks for the link of one's own page, and the page after it, which is the same for every address. */
import type { Child } from "hono/jsx";
import { ownPageTexts } from "../../../texts/own-page.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext } from "../../env.ts";
import { type Form, type Problem, problemFor } from "../../forms.ts";
import { EmailField } from "../email-field.tsx";
import { publicPage } from "../layout.tsx";
import { MailLink, Note } from "../parts.tsx";
import { GuardFields } from "../sign-up/guard.tsx";

export interface AskProps {
  sent?: Form;
  problems?: readonly Problem[];
  /** The browser brings a visit that is over. */
  over?: boolean;
}

export function askPage(c: PublicContext, { sent, problems = [], over = false }: AskProps): Promise<Response> {
  const { lang } = c.var;
  const t = say(ownPageTexts, lang);
  return publicPage(c, {
    title: t("title"),
    lead: t("ask.lead"),
    status: problems.length > 0 ? 422 : 200,
    error: problems.length > 0,
    noindex: true,
    children: (
      <>
        {over && (
          <Note>
            <p>{t("ask.over")}</p>
          </Note>
        )}
        <p id="ask">{t("ask.text")}</p>
        <form class="form mt4" method="post" action="/me" novalidate aria-labelledby="ask">
          <input type="hidden" name="lang" value={lang} />
          <EmailField
            c={c}
            label={t("email")}
            hint={t("email.hint")}
            value={sent?.values.email}
            problem={problemFor(problems, "email")}
          />
          <GuardFields c={c} />
          <div>
            <button class="ds-button" type="submit">
              {t("send")}
            </button>
          </div>
        </form>
      </>
    ),
  });
}

export function askedPage(c: PublicContext): Promise<Response> {
  const t = say(ownPageTexts, c.var.lang);
  const { institution } = c.var;
  const email = institution.dataProtectionOfficer.email || institution.email;
  return publicPage(c, {
    title: t("asked.title"),
    lead: t("asked.lead"),
    noindex: true,
    children: (
      <>
        <ol>
          <li>{t("asked.open", { subject: t("mail.subject") })}</li>
          <li>{t("asked.press", { button: t("link.button") })}</li>
        </ol>
        <h2>{t("asked.missing")}</h2>
        <p>{t("asked.missing.text")}</p>
        <p>{t.rich<Child>("asked.silent", { email, mail: () => <MailLink address={email} /> })}</p>
        <p class="soft small">
          {t("asked.kept")} {t("asked.same")}
        </p>
      </>
    ),
  });
}
