/**
 * The words of one's own page around a button, as one text with a hash (EDPB 05/2020 §108): what a person had before him when he
 * pressed. Names of lists stand in braces; the event says which lists they were. Stored once for each wording and language.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { ownChoiceTexts } from "../../../texts/own-choices.ts";
import type { Lang } from "../../../texts/say.ts";
import type { About } from "../../consent/acts/events.ts";
import { formWrite } from "../../consent/store.ts";
import { escapeText, noticeHash } from "../../notices/rules.ts";

/** What of the area stands beside each button, in its order. */
const SHOWN = {
  "own-page-on": ["on.title", "on.lead", "on.statement", "on.off", "on.button"],
  "own-page-off": ["lists.about", "off.ends", "off.stays", "off.deletes", "off.button"],
  "own-page-object": ["lists.about", "object.about", "off.ends", "off.stays", "off.deletes", "object.button"],
  "own-page-erase": ["erase.title", "erase.lead", "erase.ends", "erase.deletes", "erase.kept", "erase.button"],
} as const;

/** The form for an event, and the write that keeps its text. */
export function ownForm(
  deps: Pick<Deps, "db">,
  id: keyof typeof SHOWN,
  lang: Lang,
  at: number,
): { form: About["form"]; write: Write } {
  const items = SHOWN[id].map((key) => `<li>${escapeText(ownChoiceTexts[lang][key])}</li>`).join("\n");
  const body = `<article class="flow" lang="${lang}" data-form="${id}" data-version="1">\n<ul>\n${items}\n</ul>\n</article>`;
  const sha256 = noticeHash(body);
  return { form: { id, ver: "1", sha256 }, write: formWrite(deps.db, { sha256, body, language: lang, at }) };
}
