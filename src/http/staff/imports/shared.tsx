/** What the pages of imports share: voice, days, the name of a list, links. */
import type { Import } from "../../../domain/imports/views.ts";
import type { List } from "../../../domain/lists/rules.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { type RefusalCode, refuse } from "../../../refusal.ts";
import { showDate, showDateTime } from "../../../texts/dates.ts";
import { importTexts } from "../../../texts/imports.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import { type Lang, say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";

export const IMPORTS = "/staff/imports";
export const importPath = (id: string) => `${IMPORTS}/${id}`;
export const membersPath = (listId: string) => `/staff/lists/${listId}/people`;

export const voice = (c: StaffContext) => say(importTexts, c.var.lang);

/** A day or an instant as digits. */
export function day(c: StaffContext, when: number | string): string {
  return showDate(when, { lang: c.var.lang, zone: c.var.institution.timeZone, form: "table" });
}

export function moment(c: StaffContext, ms: number): string {
  return showDateTime(ms, { lang: c.var.lang, zone: c.var.institution.timeZone, form: "table" });
}

export const ENCODINGS = {
  "utf-8": "UTF-8",
  "windows-1257": "Windows-1257",
  "windows-1251": "Windows-1251",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
} as const;

/** Why a row is refused, in few words: what happened, without what a form would advise. */
export function rowReason(code: RefusalCode, lang: Lang): string {
  const [first = ""] = refusalText(refuse(code), lang).split(/(?<=[^.])\. /);
  return first.replace(/\.$/, "");
}

/** Title of a column, or its number where it has none. */
export const columnName = (c: StaffContext, job: Import, column: number): string =>
  job.findings.titles[column] || voice(c)("columns.untitled", { n: column + 1 });

export const listName = (c: StaffContext, list: List) => inLanguage(list.names, c.var.lang);

/** An import with its list. */
export interface Shown {
  job: Import;
  list: List;
}
