/**
 * The pages for everything that is not done: what happened, what was not changed, what to do, a human being's address.
 * The public sees no code and no blame; the desk sees the code at the end.
 */
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Institution } from "../domain/institution/rules.ts";
import type { Refusal } from "../refusal.ts";
import { layoutTexts } from "../texts/layout.ts";
import { refusalText } from "../texts/refusals/index.ts";
import { type Lang, say } from "../texts/say.ts";
import type { PublicContext, StaffContext } from "./env.ts";
import { MailLink, TelLink } from "./public/parts.tsx";
import { publicPage } from "./public/layout.tsx";
import { barePage, deskPage } from "./staff/layout.tsx";

export type Door = "public" | "desk";

/** What can go wrong with any page, and its status. */
export const FAILURES = {
  "not-found": 404,
  forbidden: 403,
  expired: 403,
  "too-large": 413,
  "too-many": 429,
  closed: 503,
  fault: 500,
} as const;
export type Failure = keyof typeof FAILURES;

/** HTTP status of a refusal: by its noun-free end. 422 where the request was understood and is declined. */
export function statusOf(no: Refusal): number {
  const what = no.code.slice(no.code.indexOf(".") + 1);
  if (/(^|_)(unknown|not_found)$/.test(what)) return 404;
  if (/(^|_)forbidden$/.test(what)) return 403;
  if (/(^|_)(stale|taken)$/.test(what)) return 409;
  if (/(^|_)too_many$/.test(what)) return 429;
  return 422;
}

/** The page of a refusal, with its public sentence. */
export function refusedPage(c: Context, no: Refusal, door: Door): Promise<Response> {
  const lang = langOf(c);
  const t = say(layoutTexts, lang);
  const title = no.code === "staff.forbidden" ? t("fail.forbidden.title") : t("fail.refused.title");
  const text = refusalText(no, lang);
  const lead = door === "desk" ? `${text} ${t("fail.code", { code: no.code })}` : text;
  return show(c, door, title, lead, statusOf(no));
}

/** The page of a failure that concerns the request as a whole. Also works before set-up and without a session. */
export function failurePage(c: Context, failure: Failure, door: Door): Promise<Response> {
  const t = say(layoutTexts, langOf(c));
  const own = failure === "not-found" || failure === "fault";
  const lead = door === "desk" && own ? t(`fail.${failure}.desk`) : t(`fail.${failure}.lead`);
  return show(c, door, t(`fail.${failure}.title`), lead, FAILURES[failure]);
}

/** The default language where the failure came before the language was known. */
const langOf = (c: Context): Lang => (c.get("lang") as Lang | undefined) ?? "lv";

async function show(c: Context, door: Door, title: string, lead: string, status: number): Promise<Response> {
  const institution = c.get("institution") as Institution | undefined;
  if (!c.get("lang")) c.set("lang", langOf(c));
  const t = say(layoutTexts, langOf(c));
  c.header("Cache-Control", "no-store");
  if (door === "desk" && institution && c.get("actor")) {
    const back = <a href="/staff/">{t("fail.back")}</a>;
    return deskPage(c as StaffContext, { title, current: "none", lede: lead, status, children: <p>{back}</p> });
  }
  if (!institution || door === "desk") {
    return barePage(c as PublicContext, { title, lede: lead, status, children: <></> });
  }
  const { email, phone } = institution;
  const help = t.rich<Child>("fail.help", {
    email,
    phone,
    mail: () => <MailLink address={email} />,
    tel: () => <TelLink number={phone} />,
  });
  return publicPage(c as PublicContext, { title, lead, status, noindex: true, children: <p>{help}</p> });
}
