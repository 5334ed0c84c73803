/**
 * The words of the unsubscribe page, as one text with a hash: what a person had before him when he pressed (EDPB 05/2020
 * §108). Names of lists stand in braces; the event says which lists they were. Stored once for each wording and language,
 * in the batch of the first act that shows it.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { lastMailTexts, lastMailWords } from "../../../texts/last-mail.ts";
import { leaveTexts } from "../../../texts/leave.ts";
import type { Lang } from "../../../texts/say.ts";
import type { Institution } from "../../institution/rules.ts";
import { escapeText, noticeHash } from "../../notices/rules.ts";
import { formWrite } from "../store.ts";
import type { About } from "./events.ts";

/** What of the area stands on the page with the two buttons, in its order. */
const SHOWN = [
  "title",
  "lead",
  "list.button",
  "list.ends",
  "list.deletes",
  "list.stays",
  "all.button",
  "all.ends",
  "all.deletes",
  "kept",
  "inert",
] as const;

/** The form for an event, and the write that keeps its text. Where a last mail is switched on, the page says so as well. */
export function leaveForm(
  deps: Pick<Deps, "db">,
  office: Pick<Institution, "lastMail">,
  lang: Lang,
  at: number,
): { form: About["form"]; write: Write } {
  const words = { ...leaveTexts[lang], ...(office.lastMail && lastMailWords(lang)) };
  const shown = SHOWN.map((key) => words[key]);
  const all = office.lastMail ? [...shown, lastMailTexts[lang].before] : shown;
  const items = all.map((text) => `<li>${escapeText(text)}</li>`).join("\n");
  const body = `<article class="flow" lang="${lang}" data-form="unsubscribe" data-version="1">\n<ul>\n${items}\n</ul>\n</article>`;
  const sha256 = noticeHash(body);
  return {
    form: { id: "unsubscribe", ver: "1", sha256 },
    write: formWrite(deps.db, { sha256, body, language: lang, at }),
  };
}
