/**
 * What desk and public pages share: the document around them, the language that parts speak, the institution's mark.
 * No page has a style attribute or an inline script; the Content-Security-Policy forbids both.
 */
import type { Context } from "hono";
import { type Child, createContext, useContext } from "hono/jsx";
import type { Institution } from "../domain/institution/rules.ts";
import { layoutTexts } from "../texts/layout.ts";
import { type Lang, say } from "../texts/say.ts";
import { DEFAULT_LOOK, themePath } from "./assets/theme.ts";
import { assetPaths } from "./assets.gen.ts";

const PageLang = createContext<Lang>("lv");

/** The frame's texts in the language of the page that is being rendered. For parts; pages know their language. */
export function useFrame() {
  const lang = useContext(PageLang);
  return { lang, t: say(layoutTexts, lang) };
}

/** Scripts of single pages; every one of them works without its script. */
export type PageScript = "composer.js";

export interface DocumentProps {
  lang: Lang;
  title: string;
  sheet: "desk.css" | "public.css";
  script?: PageScript | undefined;
  institution: Institution | undefined;
  /** Pages of the desk and of links are not for search engines. */
  noindex: boolean;
  children: Child;
}

function Document(p: DocumentProps) {
  return (
    <html lang={p.lang} data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {p.noindex && <meta name="robots" content="noindex" />}
        {p.sheet === "desk.css" && (
          <meta
            name="htmx-config"
            content='{"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true,"timeout":10000}'
          />
        )}
        <title>{p.title}</title>
        <link rel="stylesheet" href={assetPaths[p.sheet]} />
        <link rel="stylesheet" href={themePath(p.institution?.look ?? DEFAULT_LOOK)} />
        {p.sheet === "desk.css" && <script src={assetPaths["htmx.js"]} defer></script>}
        {p.sheet === "desk.css" && <script src={assetPaths["polling.js"]} defer></script>}
        {p.sheet === "desk.css" && <script src={assetPaths["uploading.js"]} defer></script>}
        {p.script && <script src={assetPaths[p.script]} defer></script>}
        {p.sheet === "desk.css" && <script src={assetPaths["copying.js"]} defer></script>}
      </head>
      <PageLang.Provider value={p.lang}>{p.children}</PageLang.Provider>
    </html>
  );
}

/** Sends a document: doctype, language header, status. */
export async function sendDocument(c: Context, props: DocumentProps, status = 200): Promise<Response> {
  const body = await (<Document {...props} />).toString();
  c.header("Content-Language", props.lang);
  return c.html(`<!doctype html>${body}`, status as 200);
}

export interface Other {
  lang: Lang;
  href: string;
}

/** This page in the other language, if the institution has one: the same address with `?lang=`. */
export function otherLanguage(c: Context, lang: Lang, institution?: Institution): Other | undefined {
  const other: Lang = lang === "lv" ? "en" : "lv";
  if (institution && !institution.languages.includes(other)) return undefined;
  const query = new URLSearchParams(new URL(c.req.url).search);
  // Nothing of ours has an address in a query; where somebody else has put one, no link of ours carries it on.
  for (const [name, value] of [...query]) if (`${name}${value}`.includes("@")) query.delete(name);
  query.set("lang", other);
  return { lang: other, href: `?${query}` };
}

/** The institution's name as a nominative. */
export const nameOf = (institution: Institution, lang: Lang) =>
  lang === "lv" ? institution.names.lv.nom : institution.names.en;

/** The link to the other language, named in that language. */
export function LanguageLink(p: { other: Other | undefined }) {
  const { t } = useFrame();
  if (!p.other) return null;
  return (
    <a href={p.other.href} lang={p.other.lang} hreflang={p.other.lang}>
      {t("other-language")}
    </a>
  );
}
