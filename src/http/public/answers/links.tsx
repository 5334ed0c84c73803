/**
 * What the pages of personal links share: the language they speak, names as the person reads them, the page of a link
 * that is not ours. Opening a link changes nothing; the token never stands on the page but in the form's own address.
 */
import { getCookie } from "hono/cookie";
import type { LinkView } from "../../../domain/consent/views.ts";
import type { Both } from "../../../domain/institution/rules.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { NO_MAILING } from "../../../platform/tokens.ts";
import { type DateForm, showDate, showTime } from "../../../texts/dates.ts";
import { leaveTexts } from "../../../texts/leave.ts";
import { asLang, type Lang, say } from "../../../texts/say.ts";
import type { PublicContext } from "../../env.ts";
import { Help } from "../../failures.tsx";
import { publicPage } from "../layout.tsx";

/** Speaks the person's own language, unless another was chosen: on this page, in the form, or earlier. */
export function speakTo(c: PublicContext, own: Lang, posted?: string): Lang {
  const { languages } = c.var.institution;
  const chosen = asLang(posted) ?? asLang(c.req.query("lang")) ?? asLang(getCookie(c, "lang")) ?? own;
  const lang = languages.includes(chosen) ? chosen : c.var.lang;
  c.set("lang", lang);
  return lang;
}

/** The language a link's person is written to in; whoever left is nobody we know, and reads what the browser asks for. */
export const ownLanguage = (c: PublicContext, view: { status: "live" | "ended"; language: Lang }): Lang =>
  view.status === "live" ? view.language : c.var.lang;

/** A name in the quotation marks of the language. */
export const quoted = (names: Both, lang: Lang) =>
  lang === "lv" ? `„${names.lv || names.en}”` : `“${names.en || names.lv}”`;

/** Names of lists, quoted, each once. */
export const quotedAll = (lists: readonly Both[], lang: Lang) =>
  [...new Set(lists.map((l) => quoted(l, lang)))].join(", ");

export const named = inLanguage;

/** Dates and times of this page, in the institution's zone. */
export function calendar(c: PublicContext) {
  const zone = c.var.institution.timeZone;
  const lang = c.var.lang;
  return {
    day: (when: number | string, form: DateForm = "loc") => showDate(when, { lang, zone, form }),
    time: (ms: number) => showTime(ms, { lang, zone }),
    moment: (ms: number) => {
      const day = showDate(ms, { lang, zone });
      return lang === "lv"
        ? `${day} ${showTime(ms, { lang, zone })}`
        : `${day} at\u00a0${showTime(ms, { lang, zone })}`;
    },
  };
}

/** Stands in place of the token in a test mail to staff (delivery/render.ts), where a link must change nothing. */
const TRIAL = "izmeginajums";

/** The page of a link that we did not make, that was copied only in part, or that stood in a test mail. */
export function unknownLink(c: PublicContext): Promise<Response> {
  const { institution, lang } = c.var;
  const t = say(leaveTexts, lang);
  if (c.req.param("token") === TRIAL)
    return publicPage(c, { title: t("trial.title"), lead: t("trial.lead"), noindex: true, children: <></> });
  return publicPage(c, {
    title: t("unknown.title"),
    lead: t("unknown.lead"),
    status: 404,
    noindex: true,
    children: (
      <>
        <h2>{t("unknown.do")}</h2>
        <ul>
          <li>{t("unknown.copy")}</li>
          <li>{t("unknown.other")}</li>
        </ul>
        <Help institution={institution} lang={lang} />
      </>
    ),
  });
}

/** Where the receipt file of this subscription lies. Its link belongs to no mailing, and ends nothing that has not ended. */
export function receiptLink(c: PublicContext, { subscriptionId }: Pick<LinkView, "subscriptionId">): string {
  return `/u/${c.var.deps.tokens.make("u", { subscriptionId, mailingId: NO_MAILING })}/receipt`;
}

/** The question in the language of the page, else in the person's, else in any. */
export function questionOf(view: LinkView, lang: Lang) {
  const asked = view.campaign?.question ?? {};
  for (const language of [lang, view.language, ...(Object.keys(asked) as Lang[])]) {
    const found = asked[language];
    if (found) return { language, ...found };
  }
  return undefined;
}
