/**
 * The language of a page: `?lang=` (which is remembered), then what was remembered, then what the browser asks for, then
 * the institution's first language. Only languages of the institution are offered.
 *
 * The cookie `lang` holds `lv` or `en` and nothing else: needed for what the person asked for, so it needs no consent.
 */
import type { Context, MiddlewareHandler } from "hono";
import { accepts } from "hono/accepts";
import { getCookie, setCookie } from "hono/cookie";
import { asLang, LANGUAGES, type Lang } from "../../texts/say.ts";
import type { PublicEnv } from "../env.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Sets `c.var.lang`. Stands after `institution`. */
export const language: MiddlewareHandler<PublicEnv> = async (c, next) => {
  // Before set-up there is no institution, whatever the type says; then every language of the program is offered.
  const offered: readonly Lang[] = c.var.institution?.languages ?? LANGUAGES;
  const among = (code: string | undefined) => offered.find((lang) => lang === asLang(code));
  const chosen = among(c.req.query("lang"));
  if (chosen)
    setCookie(c, "lang", chosen, {
      path: "/",
      maxAge: YEAR_SECONDS,
      httpOnly: true,
      sameSite: "Lax",
      secure: c.var.deps.config.publicUrl.startsWith("https:"),
    });
  const first = offered[0] ?? "lv";
  const lang = chosen ?? among(getCookie(c, "lang")) ?? askedLanguage(c, offered, first);
  c.set("lang", lang);
  await next();
  if (!c.res.headers.has("Content-Language")) c.res.headers.set("Content-Language", lang);
  c.res.headers.append("Vary", "Accept-Language, Cookie");
};

/** The language that the browser asks for among those offered: `lv-LV` asks for `lv`. */
export function askedLanguage(c: Context, offered: readonly Lang[], first: Lang): Lang {
  return accepts(c, {
    header: "Accept-Language",
    supports: [...offered],
    default: first,
    match: (wanted, config) =>
      [...wanted]
        .sort((a, b) => b.q - a.q)
        .map((want) => want.type.toLowerCase().split("-")[0] ?? "")
        .find((code) => config.supports.includes(code)) ?? config.default,
  }) as Lang;
}
