/**
 * The file that leaves: UTF-8 with a byte-order mark, CRLF, every cell quoted, semicolons where the desk speaks Latvian and
 * commas otherwise (what spreadsheets of the two expect); no cell runs as a formula.
 */
import { dayOf } from "../../../domain/consent/rules/days.ts";
import type { Fetched } from "../../../domain/exports/fetch.ts";
import type { Column } from "../../../domain/exports/rules.ts";
import type { LiveRow } from "../../../domain/exports/views.ts";
import { csvLine } from "../../../domain/imports/file/write-csv.ts";
import { exportTexts } from "../../../texts/exports.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";

/** `saraksts-2026-11-22.csv`: nothing of a person, nor of the list. */
export const fileName = (c: StaffContext, handedOutAt: number): string => {
  const { institution, lang } = c.var;
  return `${say(exportTexts, lang)("file.name")}-${dayOf(handedOutAt, institution.timeZone)}.csv`;
};

/** The lines of it, page by page. */
export async function* fileLines(c: StaffContext, { columns, language, pages }: Fetched): AsyncGenerator<string> {
  const t = say(exportTexts, language);
  const separator = language === "lv" ? ";" : ",";
  yield `\ufeff${csvLine([t("file.n"), ...columns.map((one) => t(`column.${one}`))], separator)}`;
  const zone = c.var.institution.timeZone;
  const cell: Record<Column, (row: LiveRow) => string> = {
    address: (row) => row.address,
    name: (row) => row.name,
    language: (row) => row.language,
    kind: (row) => t(`kind.${row.kind}`),
    state: (row) => t(`state.${row.state}`),
    since: (row) => row.since ?? "",
    consent: (row) => (row.consentAt === null ? "" : dayOf(row.consentAt, zone)),
  };
  for await (const rows of pages)
    yield rows.map((row) => csvLine([row.n, ...columns.map((one) => cell[one](row))], separator)).join("");
}
