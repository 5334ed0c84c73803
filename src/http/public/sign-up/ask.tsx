/** The page of an open confirmation link: who asked for what and when, the exact text, and two equal answers. */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { AskedNow, Confirmation } from "../../../domain/consent/views/sign-up.ts";
import { topicsOf } from "../../../domain/purposes/rules/people.ts";
import { specialWords } from "../../../domain/sign-up-forms/acts/shown.ts";
import { say } from "../../../texts/say.ts";
import { signUpTexts } from "../../../texts/sign-up.ts";
import { formTexts } from "../../../texts/sign-up-form.ts";
import type { PublicContext } from "../../env.ts";
import { calendar, named, quoted, quotedAll } from "../answers/links.tsx";
import { publicPage } from "../layout.tsx";
import { Facts, Note } from "../parts.tsx";

export type OpenRequest = Extract<Confirmation, { state: "open" }>;

/** `missing`: the form came without an answer. */
export function askPage(c: PublicContext, token: string, view: OpenRequest, missing: boolean): Promise<Response> {
  const { lang } = c.var;
  const t = say(signUpTexts, lang);
  const { day, time } = calendar(c);
  const { signUp, asked } = view;
  const lists = asked.map((a) => a.list.names);
  const silenced = asked.filter((a) => !view.livePurposes.includes(a.purpose.id)).map((a) => a.list.names);
  const quote = (label: string) => quoted({ lv: label, en: label }, lang);
  return publicPage(c, {
    title: t("ask.title"),
    lead: t("ask.lead", { date: day(signUp.at), time: time(signUp.at) }),
    side: (
      <Facts
        items={[
          { term: t("ask.address"), value: view.maskedAddress },
          {
            term: t("ask.lists", { n: lists.length }),
            value: lists.map((names, index) => (
              <>
                {index > 0 && <br />}
                {named(names, lang)}
              </>
            )),
          },
          signUp.age !== undefined && {
            term: t("ask.age"),
            value: say(formTexts, lang)("age.over", { n: signUp.age }),
          },
          signUp.form?.site !== undefined && {
            term: t("ask.site"),
            value: t("ask.site.value", { site: signUp.form.site }),
          },
          { term: t("ask.language"), value: t(`ask.language.${signUp.language}`) },
          {
            term: t("ask.until"),
            value: (
              <span class="when">
                {t("ask.until.value", { date: day(view.validUntil, "dat"), time: time(view.validUntil) })}
              </span>
            ),
          },
        ]}
      />
    ),
    sideLabel: t("ask.aside"),
    noindex: true,
    status: missing ? 422 : 200,
    error: missing,
    children: (
      <>
        {missing && (
          <Note tone="warn">
            <p role="alert">{t("ask.choose")}</p>
          </Note>
        )}
        <form class="answer" method="post" action={`/c/${token}`} aria-label={t("ask.answer")}>
          <input type="hidden" name="lang" value={lang} />
          <Statements asked={asked} lang={lang} />
          <div class="ways">
            <div>
              <h2>{quote(t("ask.yes"))}</h2>
              <ul>
                <li>{t("ask.yes.send", { lists: quotedAll(lists, lang) })}</li>
                <li>{t("ask.yes.withdraw")}</li>
                <li>{t("ask.yes.proof")}</li>
              </ul>
            </div>
            <div>
              <h2>{quote(t("ask.no"))}</h2>
              <ul>
                <li>{t("ask.no.delete")}</li>
                {silenced.length > 0 && <li>{t("ask.no.never", { lists: quotedAll(silenced, lang) })}</li>}
                {silenced.length < asked.length && <li>{t("ask.no.on-list")}</li>}
              </ul>
            </div>
          </div>
          <div class="pair long">
            <button class="ds-button" type="submit" name="answer" value="yes">
              {t("ask.yes")}
            </button>
            <button class="ds-button" type="submit" name="answer" value="not-me">
              {t("ask.no")}
            </button>
          </div>
        </form>
        <p>{t("ask.silence")}</p>
        <p>{t.rich<Child>("ask.inert", { a: (inner) => <a href="/privacy">{inner}</a> })}</p>
      </>
    ),
  });
}

/** The bytes that the hash names, once for each purpose. */
function Statements({ asked, lang }: { asked: readonly AskedNow[]; lang: "lv" | "en" }) {
  const notices = [...new Map(asked.map((a) => [a.notice.sha256, a.notice])).values()];
  const t = say(signUpTexts, lang);
  return (
    <>
      {notices.map((notice) => {
        const own = asked.filter((a) => a.notice.sha256 === notice.sha256);
        const of = own.map((a) => a.list.names);
        const topics = own[0] ? topicsOf(own[0].purpose.sheet) : [];
        return (
          <div class="statement" lang={notice.language}>
            {notices.length > 1 && (
              <p class="soft" lang={lang}>
                {t("text.of", { n: of.length, lists: quotedAll(of, lang) })}
              </p>
            )}
            {raw(notice.body)}
            {topics.length > 0 && (
              <p class="mt4" lang={lang}>
                {specialWords(topics, lang)}
              </p>
            )}
          </div>
        );
      })}
    </>
  );
}
