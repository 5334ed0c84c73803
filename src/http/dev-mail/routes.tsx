/**
 * /dev/mail: the captured mailbox, for development and tests only; it shows everybody's mail to whoever asks. Mounted by
 * the Node runtime outside the app and never in production. It sets its own headers: what a mail holds is shown in a
 * frame that may run nothing and load nothing.
 *
 *     GET /dev/mail.json        { mails: [{ id, at, to, subject }] }, newest first
 *     GET /dev/mail/{id}.json   { id, at, key, to, from, replyTo, subject, headers, tags, text, html, attachments, links: [{ href, words }] }
 */
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { CapturedMail, Mailbox } from "../../platform/mailbox.ts";
import { devMailTexts } from "../../texts/dev-mail.ts";
import { asLang, LANGUAGES, type Lang, say } from "../../texts/say.ts";
import { askedLanguage } from "../frame/language.ts";
import { type Link, ListPage, MailPage, VIEWS, type View } from "./page.tsx";
import { devMailStyle } from "./style.ts";

const PAGE = 100;
const YEAR_SECONDS = 365 * 24 * 60 * 60;
const ID = ":id{[0-9a-f]{32}}";

/** The whole door; `mailbox` is where the capture mailer keeps its mail. */
export function devMailDoor(mailbox: Mailbox): Hono {
  const show = async (c: Context, view: View) => {
    const found = await mailbox.get(c.req.param("id") as string);
    if (!found) return missing(c);
    const source = view === "headers" || view === "source" ? ((await mailbox.source(found.id)) ?? "") : "";
    return page(c, <MailPage lang={langOf(c)} found={found} view={view} source={source} links={linksOf(found)} />);
  };
  const list = async (c: Context, words: string, asked: unknown) => {
    const lines = await mailbox.list(words || undefined);
    const from = Math.min(Math.max(0, Math.trunc(Number(asked)) || 0), Math.max(0, lines.length - 1));
    const props = {
      lines: lines.slice(from, from + PAGE),
      from,
      total: lines.length,
      words,
      newer: from > 0 ? Math.max(0, from - PAGE) : undefined,
      older: from + PAGE < lines.length ? from + PAGE : undefined,
    };
    return page(c, <ListPage lang={langOf(c)} {...props} />);
  };

  return (
    new Hono()
      .use("/dev/mail", guarded)
      .use("/dev/mail.json", guarded)
      .use("/dev/mail/*", guarded)
      .get("/dev/mail", (c) => list(c, c.req.query("q")?.trim() ?? "", c.req.query("from")))
      // What is searched for is an address mostly, and no page of ours puts one in a URL; a typed one works all the same.
      .post("/dev/mail", async (c) => {
        const { q, from } = await c.req.parseBody();
        const words = typeof q === "string" ? q.trim() : "";
        return words ? list(c, words, from) : c.redirect("/dev/mail", 303);
      })
      .get("/dev/mail.json", async (c) => c.json({ mails: await mailbox.list() }))
      .get("/dev/mail/style.css", (c) => c.body(devMailStyle, 200, { "Content-Type": "text/css; charset=utf-8" }))
      .get("/dev/mail/:file{[0-9a-f]{32}\\.json}", async (c) => {
        const found = await mailbox.get(c.req.param("file").slice(0, 32));
        if (!found) return c.json({ missing: true }, 404);
        return c.json({ id: found.id, at: found.at, key: found.key, ...found.mail, links: linksOf(found) });
      })
      .get(`/dev/mail/${ID}/content`, async (c) => {
        const found = await mailbox.get(c.req.param("id"));
        if (!found) return missing(c);
        c.header(
          "Content-Security-Policy",
          "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
        );
        return c.html(found.mail.html);
      })
      .get(`/dev/mail/${ID}/message.eml`, async (c) => {
        const source = await mailbox.source(c.req.param("id"));
        if (source === undefined) return missing(c);
        c.header("Content-Disposition", 'attachment; filename="message.eml"');
        return c.body(source, 200, { "Content-Type": "message/rfc822" });
      })
      .get(`/dev/mail/${ID}/files/:place{[0-9]{1,3}}`, async (c) => {
        const found = await mailbox.get(c.req.param("id"));
        const file = found?.mail.attachments?.[Number(c.req.param("place"))];
        if (!file) return missing(c);
        c.header("Content-Disposition", `attachment; filename="${file.name}"`);
        return c.body(file.text, 200, { "Content-Type": file.type });
      })
      .get(`/dev/mail/${ID}`, (c) => show(c, "html"))
      .get(`/dev/mail/${ID}/:view{${VIEWS.join("|")}}`, (c) => show(c, c.req.param("view") as View))
  );
}

const guarded: MiddlewareHandler = async (c, next) => {
  c.header(
    "Content-Security-Policy",
    "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Referrer-Policy", "same-origin");
  c.header("Cache-Control", "no-store");
  c.header("X-Robots-Tag", "noindex");
  await next();
};

async function page(c: Context, body: ReturnType<typeof ListPage>, status: 200 | 404 = 200): Promise<Response> {
  return c.html(`<!doctype html>${await body.toString()}`, status);
}

function missing(c: Context): Response {
  return c.text(say(devMailTexts, langOf(c))("missing"), 404);
}

/** Chosen here or at the desk, and remembered as there; else what the browser asks for. */
function langOf(c: Context): Lang {
  const chosen = asLang(c.req.query("lang"));
  if (chosen) setCookie(c, "lang", chosen, { path: "/", maxAge: YEAR_SECONDS, httpOnly: true, sameSite: "Lax" });
  return chosen ?? asLang(getCookie(c, "lang")) ?? askedLanguage(c, LANGUAGES, "lv");
}

/** Links of the HTML with their words, in order, each address once; then the one-click target of the headers. */
function linksOf({ mail }: CapturedMail): Link[] {
  const links = [...mail.html.matchAll(/<a\b[^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(
    ([, href = "", inner = ""]) => ({
      href: plain(href),
      words: plain(inner.replace(/<[^>]*>/g, ""))
        .replace(/\s+/g, " ")
        .trim(),
    }),
  );
  const oneClick = /<(https?:[^>]+)>/.exec(mail.headers["List-Unsubscribe"] ?? "")?.[1];
  if (oneClick) links.push({ href: oneClick, words: "List-Unsubscribe" });
  const seen = new Set<string>();
  return links.filter(({ href }) => !seen.has(href) && seen.add(href));
}

/** Undoes the escapes of src/delivery/fill.ts. */
function plain(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
