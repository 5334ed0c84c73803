/**
 * The words of one's own page around a button, as one text with a hash (EDPB 05/2020 §108): what a person had before him when he
 * pressed. Names of lists stand in braces; the event says which lists they were. Stored once for each wording and language.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { lastMailTexts, lastMailWords } from "../../../texts/last-mail.ts";
import { ownChoiceTexts } from "../../../texts/own-choices.ts";
import type { Lang } from "../../../texts/say.ts";
import type { About } from "../../consent/acts/events.ts";
import { formWrite } from "../../consent/store.ts";
import { escapeText, noticeHash } from "../../notices/rules.ts";

type Page = "own-page-on" | "own-page-off" | "own-page-object" | "own-page-erase";

/** What chooses the sentences. */
export interface OwnFacts {
  /** He stays on a list of another purpose. */
  stays: boolean;
  /** The institution sends one last mail after a "no". */
  lastMail: boolean;
}

/** The form for an event, and the write that keeps its text: what was shown, and nothing that was not. */
export function ownForm(
  deps: Pick<Deps, "db">,
  id: Page,
  lang: Lang,
  at: number,
  facts: OwnFacts,
): { form: About["form"]; write: Write } {
  const items = shown(id, lang, facts)
    .map((text) => `<li>${escapeText(text)}</li>`)
    .join("\n");
  const body = `<article class="flow" lang="${lang}" data-form="${id}" data-version="1">\n<ul>\n${items}\n</ul>\n</article>`;
  const sha256 = noticeHash(body);
  return { form: { id, ver: "1", sha256 }, write: formWrite(deps.db, { sha256, body, language: lang, at }) };
}

/** The words beside the button, in their order. */
function shown(id: Page, lang: Lang, { stays, lastMail }: OwnFacts): string[] {
  const t = ownChoiceTexts[lang];
  const last = lastMail ? lastMailWords(lang) : undefined;
  const before = lastMail ? [lastMailTexts[lang].before] : [];
  if (id === "own-page-on") return [t["on.title"], t["on.lead"], t["on.statement"], t["on.off"], t["on.button"]];
  if (id === "own-page-erase") {
    const also = last ? [last["all.deletes"]] : [];
    const what = [t["erase.title"], t["erase.lead"], t["erase.ends"], t["erase.deletes"], ...also, t["erase.kept"]];
    return [...what, ...before, t["erase.button"]];
  }
  const objects = id === "own-page-object";
  return [
    t["lists.about"],
    ...(objects ? [t["object.about"]] : []),
    t["off.ends"],
    ...(stays ? [t["off.stays"]] : [last?.["list.deletes"] ?? t["off.deletes"], ...before]),
    t[objects ? "object.button" : "off.button"],
  ];
}
