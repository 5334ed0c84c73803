/**
 * /dev/mail: the captured mailbox, for development and tests only; it shows everybody's mail to whoever asks. Mounted by
 * the Node runtime outside the app and never in production. It sets its own headers: what a mail holds is shown in a
 * frame that may run nothing and load nothing.
 *
 *     GET /dev/mail.json        { mails: [{ id, at, to, subject }] }, newest first
 *     GET /dev/mail/{id}.json   { id, at, key, to, from, replyTo, subject, headers, tags, text, html, links: [{ href, words }] }
 */
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { accepts } from "hono/accepts";
import type { CapturedLine, CapturedMail, Mailbox } from "../../platform/mailbox.ts";
import { devMailTexts } from "../../texts/dev-mail.ts";
import { asLang, type Lang, say } from "../../texts/say.ts";
import { type Link, ListPage, MailPage, VIEWS, type View } from "./page.tsx";
import { devMailStyle } from "./style.ts";

const PAGE = 100;
const ID = ":id{[0-9a-f]{32}}";

/** The whole door; `mailbox` is where the capture mailer keeps its mail. */
export function devMailDoor(mailbox: Mailbox): Hono {
  const show = async (c: Context, view: View) => {
    const found = await mailbox.get(c.req.param("id") as string);
    if (!found) return missing(c);
    const source = view === "headers" || view === "source" ? ((await mailbox.source(found.id)) ?? "") : "";
    return page(c, <MailPage lang={langOf(c)} found={found} view={view} source={source} links={linksOf(found)} />);
  };
  const list = (c: Context, lines: CapturedLine[], query: string | undefined) => {
    const from = Math.max(0, Math.trunc(Number(c.req.query("from") ?? 0)) || 0);
    const at = (n: number) => (query === undefined ? `/dev/mail?from=${n}` : undefined);
    const props = {
      lines: query === undefined ? lines.slice(from, from + PAGE) : lines.slice(0, 1000),
      newer: from > 0 ? at(Math.max(0, from - PAGE)) : undefined,
      older: from + PAGE < lines.length ? at(from + PAGE) : undefined,
    };
    return page(c, <ListPage lang={langOf(c)} total={lines.length} query={query} {...props} />);
  };

  return new Hono()
    .use("/dev/mail", guarded)
    .use("/dev/mail.json", guarded)
    .use("/dev/mail/*", guarded)
    .get("/dev/mail", async (c) => list(c, await mailbox.list(), undefined))
    .post("/dev/mail", async (c) => {
      const { q } = await c.req.parseBody();
      const query = typeof q === "string" ? q.trim() : "";
      if (!query) return c.redirect("/dev/mail", 303);
      const wanted = query.toLowerCase();
      const lines = await mailbox.list();
      return list(
        c,
        lines.filter((l) => `${l.to}\n${l.subject}`.toLowerCase().includes(wanted)),
        query,
      );
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
    .get(`/dev/mail/${ID}`, (c) => show(c, "html"))
    .get(`/dev/mail/${ID}/:view{${VIEWS.join("|")}}`, (c) => show(c, c.req.param("view") as View));
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

function langOf(c: Context): Lang {
  const asked = asLang(c.req.query("lang"));
  return asked ?? asLang(accepts(c, { header: "Accept-Language", supports: ["lv", "en"], default: "lv" })) ?? "lv";
}

/** Links of the HTML with their words, in order, each address once. */
function linksOf({ mail }: CapturedMail): Link[] {
  const found = [...mail.html.matchAll(/<a\b[^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(
    ([, href = "", inner = ""]) => ({
      href: plain(href),
      words: plain(inner.replace(/<[^>]*>/g, "")).trim(),
    }),
  );
  return found.filter((link, i) => found.findIndex((l) => l.href === link.href) === i);
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
