/**
 * The frame of public pages (LOOK-PUBLIC): rule, mark and name, the other language; heading, lead, the page; footer
 * with a human being's address. Works without script, prints, and fits 320 px.
 */
import type { Child } from "hono/jsx";
import type { Institution } from "../../domain/institution/rules.ts";
import { layoutTexts } from "../../texts/layout.ts";
import { type Lang, say } from "../../texts/say.ts";
import type { PublicContext } from "../env.ts";
import { Mark } from "../mark.tsx";
import { LanguageLink, nameOf, type Other, otherLanguage, sendDocument } from "../page.tsx";
import { MailLink, TelLink } from "./parts.tsx";

export interface PublicPageProps {
  /** h1 and title: the question or the result itself. */
  title: string;
  lead?: Child;
  /** Facts beside the text; after the lead on a phone. */
  side?: Child;
  children: Child;
  status?: number;
  error?: boolean;
  /** Pages opened from a personal link. */
  noindex?: boolean;
  /** Stands in place of heading and lead: a frozen text brings its own h1. */
  head?: Child;
  /** Names the facts at the side. */
  sideLabel?: string;
  /** Wider than a column of text, for a certificate. */
  wide?: boolean;
}

function Header(p: { institution: Institution; lang: Lang; other: Other | undefined }) {
  const t = say(layoutTexts, p.lang);
  return (
    <header class="site-head">
      <div class="wrap">
        <a class="inst" href="/">
          <Mark svg={p.institution.look.markSvg} />
          <span>{nameOf(p.institution, p.lang)}</span>
        </a>
        {p.other && (
          <nav class="langs" aria-label={t("languages")}>
            <LanguageLink other={p.other} />
          </nav>
        )}
      </div>
    </header>
  );
}

function Footer(p: { institution: Institution; lang: Lang }) {
  const t = say(layoutTexts, p.lang);
  const { phone, email, legalAddress, dataProtectionOfficer: officer } = p.institution;
  return (
    <footer class="site-foot">
      <div class="wrap">
        <address>
          <strong>{nameOf(p.institution, p.lang)}</strong>
          <br />
          {legalAddress.split(/,\s*/).map((part, index) => (
            <>
              {index > 0 && ", "}
              <span class="whole">{part}</span>
            </>
          ))}
          <br />
          {t.rich<Child>("footer.phone", { phone, tel: (inner) => <TelLink number={phone}>{inner}</TelLink> })}
          <br />
          <MailLink address={email} />
        </address>
        <nav aria-label={t("footer.links")}>
          <ul>
            <li>
              <a href="/">{t("footer.home")}</a>
            </li>
            <li>
              <a href="/me">{t("footer.me")}</a>
            </li>
            <li>
              <a href="/privacy">{t("footer.privacy")}</a>
            </li>
          </ul>
        </nav>
        <p>
          {t.rich<Child>("footer.officer", {
            name: officer.name,
            email: officer.email,
            mail: () => <MailLink address={officer.email} />,
          })}{" "}
          {t("footer.no-tracking")}
        </p>
      </div>
    </footer>
  );
}

/** A page for everybody. */
export async function publicPage(c: PublicContext, p: PublicPageProps): Promise<Response> {
  const { lang, institution } = c.var;
  const t = say(layoutTexts, lang);
  if (p.noindex) {
    c.header("Cache-Control", "no-store");
    c.header("X-Robots-Tag", "noindex");
  }
  const head = p.head ?? (
    <>
      <h1>{p.title}</h1>
      {p.lead && <p class="lead">{p.lead}</p>}
    </>
  );
  const body = (
    <body>
      <a class="ds-skip-link" href="#saturs">
        {t("skip")}
      </a>
      <Header institution={institution} lang={lang} other={otherLanguage(c, lang, institution)} />
      <main id="saturs" tabindex={-1}>
        <div class="wrap">
          {p.side !== undefined ? (
            <div class="split">
              <div class="head">{head}</div>
              <aside class="side" aria-label={p.sideLabel}>
                {p.side}
              </aside>
              <div class="body flow">{p.children}</div>
            </div>
          ) : p.wide ? (
            <div class="flow">
              <div class="col">{head}</div>
              {p.children}
            </div>
          ) : (
            <div class="col flow">
              {head}
              {p.children}
            </div>
          )}
        </div>
      </main>
      <Footer institution={institution} lang={lang} />
    </body>
  );
  const title = t("title.public", { title: p.title, inst: nameOf(institution, lang) });
  return sendDocument(
    c,
    {
      lang,
      title: p.error ? t("title.error", { title }) : title,
      sheet: "public.css",
      institution,
      noindex: p.noindex === true,
      children: body,
    },
    p.status,
  );
}
