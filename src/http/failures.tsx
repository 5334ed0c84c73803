/**
 * The page for everything that is not done: what happened, what was not changed, what to do, a human being's address.
 * The public sees no code and no blame; the desk sees the code at the end. Works before set-up and without a session.
 */
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Institution } from "../domain/institution/rules.ts";
import type { Refusal } from "../refusal.ts";
import { failureTexts } from "../texts/failures.ts";
import { refusalText } from "../texts/refusals/index.ts";
import { type Lang, say } from "../texts/say.ts";
import type { PublicContext, StaffContext } from "./env.ts";
import { publicPage } from "./public/layout.tsx";
import { MailLink, TelLink } from "./public/parts.tsx";
import { barePage, deskPage } from "./staff/layout.tsx";

export type Door = "public" | "desk";

/** Refusals of the request as a whole, which have a heading and a status of their own. */
const OWN = {
  "page.not_found": 404,
  "page.method": 405,
  "page.too_large": 413,
  "page.other_site": 403,
  "page.being_set_up": 503,
  "page.shut": 503,
  "page.fault": 500,
  "staff.forbidden": 403,
} as const;
type OwnCode = keyof typeof OWN;
const isOwn = (code: string): code is OwnCode => Object.hasOwn(OWN, code);

/** HTTP status of a refusal: by the end of its code. 422 where the request was understood and is declined. */
export function statusOf(no: Refusal): number {
  if (isOwn(no.code)) return OWN[no.code];
  const what = no.code.slice(no.code.indexOf(".") + 1);
  if (/(^|_)(unknown|not_found)$/.test(what)) return 404;
  if (/(^|_)forbidden$/.test(what)) return 403;
  if (/(^|_)(stale|taken)$/.test(what)) return 409;
  if (/(^|_)too_many$/.test(what)) return 429;
  return 422;
}

/** The page of a refusal, with its public sentence. */
export async function refusedPage(c: Context, no: Refusal, door: Door): Promise<Response> {
  const lang = (c.get("lang") as Lang | undefined) ?? "lv";
  c.set("lang", lang);
  c.header("Cache-Control", "no-store");
  const t = say(failureTexts, lang);
  const title = isOwn(no.code) ? t(no.code) : t("refused");
  const sentence =
    no.code === "page.not_found" || no.code === "page.fault" ? t(`${no.code}.lead`) : refusalText(no, lang);
  const institution = c.get("institution") as Institution | undefined;
  const status = statusOf(no);
  if (door === "public" && institution) {
    return publicPage(c as PublicContext, {
      title,
      lead: sentence,
      status,
      noindex: true,
      children: <Help institution={institution} lang={lang} />,
    });
  }
  const lede = door === "desk" ? `${sentence} ${t("code", { code: no.code })}` : sentence;
  if (door === "desk" && institution && c.get("actor")) {
    const back = <a href="/staff/">{t("back")}</a>;
    return deskPage(c as StaffContext, { title, current: "none", lede, status, children: <p>{back}</p> });
  }
  return barePage(c as PublicContext, { title, lede, status, children: <></> });
}

/** Who helps where the reader cannot help himself. */
export function Help(p: { institution: Institution; lang: Lang }) {
  const { email, phone } = p.institution;
  const parts = say(failureTexts, p.lang).rich<Child>("help", {
    email,
    phone,
    mail: () => <MailLink address={email} />,
    tel: () => <TelLink number={phone} />,
  });
  return <p>{parts}</p>;
}
