/**
 * The frame of desk pages (LOOK-DESK): skip link, rail, one link up, heading with state and lede, then the page.
 * `barePage` is the same look without the rail, for sign-in and set-up, when nobody is signed in yet.
 */
import type { Child } from "hono/jsx";
import type { Institution } from "../../domain/institution/rules.ts";
import { showDateTime } from "../../texts/dates.ts";
import { layoutTexts } from "../../texts/layout.ts";
import { type Lang, say } from "../../texts/say.ts";
import type { PublicContext, StaffContext } from "../env.ts";
import { Mark } from "../mark.tsx";
import { LanguageLink, nameOf, otherLanguage, type PageScript, sendDocument } from "../page.tsx";
import { breachClocks } from "./breaches/clocks.tsx";
import { type NavKey, Rail } from "./nav.tsx";
import { Tag, type TagColor } from "./parts/states.tsx";

export type { NavKey };

export interface DeskPageProps {
  /** h1 and title of the page: names the thing. */
  title: string;
  /** The place in the rail; `none` for pages that belong to no place. */
  current: NavKey | "none";
  /** One link up. */
  back?: { href: string; label: string };
  /** State of the thing, where it differs from the usual one. */
  tag?: { text: string; color?: TagColor };
  /** The state in one or two sentences, with the figures. */
  lede?: Child;
  /** Acts on the whole thing. */
  acts?: Child;
  /** Settings and facts beside the page; below it on a phone. */
  aside?: Child;
  children: Child;
  status?: number;
  /** The form came back with errors: the title says so. */
  error?: boolean;
  /** A script that only this page needs; it works without. */
  script?: PageScript;
}

const Skip = ({ lang }: { lang: Lang }) => (
  <a class="ds-skip-link" href="#saturs">
    {say(layoutTexts, lang)("skip")}
  </a>
);

function Brand(p: { institution: Institution | undefined; lang: Lang; href: string }) {
  return (
    <div class="desk-brand">
      <Mark svg={p.institution?.look.markSvg} />
      <div>
        <a href={p.href}>{p.institution ? nameOf(p.institution, p.lang) : "Pieteka"}</a>
        {p.institution && <span>Pieteka</span>}
      </div>
    </div>
  );
}

function Head(p: Pick<DeskPageProps, "title" | "tag" | "lede" | "acts">) {
  return (
    <div class="desk-head">
      <div class="desk-title">
        <h1>{p.title}</h1>
        {p.tag && <Tag color={p.tag.color ?? "neutral"}>{p.tag.text}</Tag>}
      </div>
      {p.lede && <p class="desk-lede">{p.lede}</p>}
      {p.acts && <div class="desk-acts">{p.acts}</div>}
    </div>
  );
}

function pageTitle(title: string, lang: Lang, error: boolean | undefined): string {
  const t = say(layoutTexts, lang);
  const full = t("title.desk", { title });
  return error ? t("title.error", { title: full }) : full;
}

/** A page of the desk for whoever is signed in. */
export async function deskPage(c: StaffContext, p: DeskPageProps): Promise<Response> {
  const { lang, institution, actor, staffName, deps } = c.var;
  const t = say(layoutTexts, lang);
  const when = showDateTime(deps.clock.now(), { lang, zone: institution.timeZone, form: "table" });
  // The page that tells of a fault asks nothing more of what may be at fault.
  const clocks = (p.status ?? 200) >= 500 ? null : await breachClocks(c);
  c.header("Cache-Control", "no-store");
  const body = (
    <body class="desk" data-size="sm">
      <Skip lang={lang} />
      <header class="desk-top">
        <Brand institution={institution} lang={lang} href="/staff/" />
        <button class="ds-button desk-menu" data-variant="secondary" type="button" popovertarget="menu">
          {t("nav.open")}
        </button>
      </header>
      <Rail actor={actor} name={staffName} current={p.current} other={otherLanguage(c, lang, institution)} />
      <main class="desk-main" id="saturs" tabindex={-1}>
        <p class="only-print small quiet">{t("printed", { inst: nameOf(institution, lang), when, who: staffName })}</p>
        {clocks}
        {p.back && (
          <p class="desk-back">
            <a href={p.back.href}>{p.back.label}</a>
          </p>
        )}
        <Head {...p} />
        {p.aside !== undefined ? (
          <div class="desk-cols">
            <div>{p.children}</div>
            <aside class="desk-side">{p.aside}</aside>
          </div>
        ) : (
          p.children
        )}
        <p class="desk-foot no-print">
          <a href="/staff/breaches/report">{t("nav.report-breach")}</a>
        </p>
      </main>
    </body>
  );
  const title = pageTitle(p.title, lang, p.error);
  const { script } = p;
  return sendDocument(
    c,
    { lang, title, sheet: "desk.css", script, institution, noindex: true, children: body },
    p.status,
  );
}

export interface BarePageProps {
  title: string;
  lede?: Child;
  children: Child;
  status?: number;
  error?: boolean;
}

/** The desk's look without the rail. The institution may not be set up yet. */
export async function barePage(c: PublicContext, p: BarePageProps): Promise<Response> {
  const { lang } = c.var;
  const institution = c.var.institution as Institution | undefined;
  c.header("Cache-Control", "no-store");
  const body = (
    <body class="desk desk-bare" data-size="sm">
      <Skip lang={lang} />
      <header class="desk-top">
        <Brand institution={institution} lang={lang} href={institution ? "/" : "/staff/setup"} />
        <nav aria-label={say(layoutTexts, lang)("languages")}>
          <LanguageLink other={otherLanguage(c, lang, institution)} />
        </nav>
      </header>
      <main class="desk-main" id="saturs" tabindex={-1}>
        <Head title={p.title} lede={p.lede} />
        {p.children}
      </main>
    </body>
  );
  const title = pageTitle(p.title, lang, p.error);
  return sendDocument(c, { lang, title, sheet: "desk.css", institution, noindex: true, children: body }, p.status);
}
