/** The language of a person as lists write it: a code, or a word in Latvian or English. */
import type { Lang } from "../../institution/rules.ts";

const LANGUAGES: Record<string, Lang> = {
  lv: "lv",
  lav: "lv",
  lat: "lv",
  lva: "lv",
  latviešu: "lv",
  latviski: "lv",
  latvian: "lv",
  "lv-lv": "lv",
  en: "en",
  eng: "en",
  angļu: "en",
  angliski: "en",
  english: "en",
  "en-gb": "en",
  "en-us": "en",
};

/** The language that a cell names, if it is one of ours. */
export function readLanguage(cell: string): Lang | undefined {
  return LANGUAGES[
    cell
      .normalize("NFC")
      .trim()
      .toLowerCase()
      .replace(/ (valoda|language)$/, "")
  ];
}
