/** README.txt of a bundle: what lies in it and how it is checked, in Latvian and then in English, for whoever opens the ZIP. */
import { bundleReadmeTexts } from "../../../../texts/bundle-readme.ts";
import { LANGUAGES, say } from "../../../../texts/say.ts";
import type { BundleHouse } from "./house.ts";

const LINES = [
  "about",
  "report",
  "verify",
  "verify.node",
  "events",
  "record",
  "acts",
  "texts",
  "mail",
  "policy",
  "stamps",
  "consistency",
  "limits",
  "personal",
] as const;
const WIDTH = 78;

/** The text. `bulk`: of many people, without their details. */
export function readmeOf({ institution, origin }: BundleHouse, bulk: boolean): string {
  return LANGUAGES.map((lang) => {
    const t = say(bundleReadmeTexts, lang);
    const name = lang === "lv" ? institution.names.lv.nom : institution.names.en;
    const title = t("title", { name });
    const lines = LINES.map((key) => t(key, { name, origin }));
    return [
      title,
      "=".repeat(title.length),
      "",
      ...[...lines, ...(bulk ? [t("bulk")] : [])].flatMap((line) => [...wrapped(line), ""]),
    ].join("\n");
  }).join("\n\n");
}

/** A paragraph in lines of a width that every program shows whole. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && `${line} ${word}`.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
