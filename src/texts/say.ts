/**
 * Everything people read, in Latvian and English, in ICU MessageFormat (CLDR plurals; Latvian has zero, one, other).
 * One file per area holds both languages side by side, so that a sentence missing in one of them does not compile:
 *
 *     export const importTexts = texts({
 *       lv: { "done.rows": "{n, plural, =0 {…} zero {…} one {…} other {…}}" },
 *       en: { "done.rows": "{n, plural, =0 {…} one {# row} other {# rows}}" },
 *     });
 *     const t = say(importTexts, "lv");
 *     t("done.rows", { n: 21 });
 *
 * One key is one whole sentence or label. Rules of language: one thought, no glued pieces, names in the nominative.
 */
import { IntlMessageFormat } from "intl-messageformat";

export const LANGUAGES = ["lv", "en"] as const;
export type Lang = (typeof LANGUAGES)[number];

export type Texts<K extends string> = Record<Lang, Record<K, string>>;
export type TextValues = Record<string, string | number | Date>;

/** Declares an area of texts: both languages, the same keys. */
export function texts<K extends string>(area: { lv: Record<K, string>; en: Record<NoInfer<K>, string> }): Texts<K> {
  return area;
}

/** Says a text of an area in one language. */
export type Say<K extends string> = ((key: K, values?: TextValues) => string) & {
  /** The same with parts: `{ link: (inner) => <a href="…">{inner}</a> }` for `<link>…</link>` in the text. */
  rich<T>(key: K, values: Record<string, string | number | ((inner: (string | T)[]) => T)>): (string | T)[];
};

const compiled = new Map<string, IntlMessageFormat>();

function message(lang: Lang, source: string): IntlMessageFormat {
  const name = `${lang}\0${source}`;
  let found = compiled.get(name);
  if (!found) {
    found = new IntlMessageFormat(source, lang);
    compiled.set(name, found);
  }
  return found;
}

/** The voice of one area in one language. */
export function say<K extends string>(area: Texts<K>, lang: Lang): Say<K> {
  const speak = (key: K, values?: TextValues) => String(message(lang, area[lang][key]).format(values));
  return Object.assign(speak, {
    rich<T>(key: K, values: Record<string, string | number | ((inner: (string | T)[]) => T)>) {
      const out = message(lang, area[lang][key]).format<T>(values as never);
      return (Array.isArray(out) ? out : [out]) as (string | T)[];
    },
  });
}

/** The language of this code, or undefined. */
export function asLang(code: string | null | undefined): Lang | undefined {
  return LANGUAGES.find((l) => l === code);
}
