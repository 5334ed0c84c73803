/** Pages of the captured mailbox: the list, and one mail in four views. */
import type { Child } from "hono/jsx";
import type { CapturedLine, CapturedMail } from "../../platform/mailbox.ts";
import { showDateTime } from "../../texts/dates.ts";
import { devMailTexts } from "../../texts/dev-mail.ts";
import { type Lang, say } from "../../texts/say.ts";
import { FRAME_STEP_REM, FRAME_STEPS } from "./style.ts";

export const VIEWS = ["html", "text", "headers", "source"] as const;
export type View = (typeof VIEWS)[number];

export interface Link {
  href: string;
  words: string;
}

const when = (lang: Lang, at: number) => showDateTime(at, { lang, zone: "Europe/Riga", form: "table" });

function Page(p: { lang: Lang; title: string; children: Child }) {
  const t = say(devMailTexts, p.lang);
  const other: Lang = p.lang === "lv" ? "en" : "lv";
  return (
    <html lang={p.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{p.title}</title>
        <link rel="stylesheet" href="/dev/mail/style.css" />
      </head>
      <body>
        <header>
          <a href="/dev/mail">{t("all")}</a>
          <p>{t("lead")}</p>
          <a class="other" href={`?lang=${other}`} lang={other} hreflang={other}>
            {t("other")}
          </a>
        </header>
        <main>{p.children}</main>
      </body>
    </html>
  );
}

export interface ListProps {
  lang: Lang;
  lines: CapturedLine[];
  /** Place of the first of these lines, and how many there are. */
  from: number;
  total: number;
  /** What was searched for; empty without a search. */
  words: string;
  /** Where the pages beside this one begin. */
  newer: number | undefined;
  older: number | undefined;
}

export function ListPage({ lang, lines, from, total, words, newer, older }: ListProps) {
  const t = say(devMailTexts, lang);
  return (
    <Page lang={lang} title={t("title")}>
      <h1>{t("title")}</h1>
      <form method="post" action="/dev/mail" class="search">
        <label>
          {t("search")}
          <input name="q" value={words} autocomplete="off" />
        </label>
        <button type="submit">{t("search.button")}</button>
      </form>
      <p role="status">{total > 0 ? t(words ? "found" : "count", { count: total }) : t(words ? "none" : "empty")}</p>
      {lines.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("at")}</th>
              <th scope="col">{t("to")}</th>
              <th scope="col">{t("subject")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr>
                <td>{when(lang, line.at)}</td>
                <td>{line.to}</td>
                <td>
                  <a href={`/dev/mail/${line.id}`}>{line.subject}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(newer !== undefined || older !== undefined) && (
        <nav class="pages" aria-label={t("pages")}>
          <Turn to={newer} words={words} label={t("newer")} />
          <span>{t("place", { from: from + 1, to: from + lines.length, count: total })}</span>
          <Turn to={older} words={words} label={t("older")} />
        </nav>
      )}
    </Page>
  );
}

/** To another page of the list. What was searched for stays out of the URL: it may be an address. */
function Turn({ to, words, label }: { to: number | undefined; words: string; label: string }) {
  if (to === undefined) return null;
  if (!words) return <a href={`/dev/mail?from=${to}`}>{label}</a>;
  return (
    <form method="post" action="/dev/mail">
      <input type="hidden" name="q" value={words} />
      <button type="submit" name="from" value={to}>
        {label}
      </button>
    </form>
  );
}

/**
 * How high the frame is, as a step of the style sheet: nothing inside it may run, so nobody can measure it. A line of the
 * text part is a line and a half of the designed one, and head, buttons and foot come on top; rather too high than cut.
 */
function frameHeight(text: string): number {
  return Math.min(FRAME_STEPS, Math.ceil((text.split("\n").length * 1.5 * 1.6 + 28) / FRAME_STEP_REM));
}

export function MailPage(p: { lang: Lang; found: CapturedMail; view: View; source: string; links: Link[] }) {
  const t = say(devMailTexts, p.lang);
  const { id, at, mail } = p.found;
  return (
    <Page lang={p.lang} title={mail.subject}>
      <h1 lang={/<html[^>]* lang="([a-z]+)"/.exec(mail.html)?.[1]}>{mail.subject}</h1>
      <dl>
        <dt>{t("to")}</dt>
        <dd>{mail.to}</dd>
        <dt>{t("from")}</dt>
        <dd>{`${mail.from.name} <${mail.from.address}>`}</dd>
        {mail.replyTo && (
          <>
            <dt>{t("reply")}</dt>
            <dd>{mail.replyTo}</dd>
          </>
        )}
        <dt>{t("at")}</dt>
        <dd>{when(p.lang, at)}</dd>
      </dl>
      <nav aria-label={t("tabs")}>
        {VIEWS.map((view) => (
          <a
            href={view === "html" ? `/dev/mail/${id}` : `/dev/mail/${id}/${view}`}
            aria-current={view === p.view ? "page" : undefined}
          >
            {t(view)}
          </a>
        ))}
        <a href={`/dev/mail/${id}/message.eml`}>{t("download")}</a>
      </nav>
      {p.view === "html" ? (
        <>
          <iframe
            class={`h${frameHeight(mail.text)}`}
            src={`/dev/mail/${id}/content`}
            title={t("frame", { subject: mail.subject })}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          ></iframe>
          <p>
            <a href={`/dev/mail/${id}/content`}>{t("alone")}</a>
          </p>
        </>
      ) : (
        <pre tabindex={0}>
          {p.view === "text" ? mail.text : p.view === "headers" ? p.source.split(/\r?\n\r?\n/)[0] : p.source}
        </pre>
      )}
      {mail.attachments && (
        <>
          <h2>{t("files")}</h2>
          <ul>
            {mail.attachments.map((file, i) => (
              <li>
                <a href={`/dev/mail/${id}/files/${i}`}>{file.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t("links")}</h2>
      {p.links.length === 0 && <p>{t("no.links")}</p>}
      <ul>
        {p.links.map((link) => (
          <li>
            {link.words ? `${link.words}: ` : ""}
            <a href={link.href}>{link.href}</a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
