/** One row of a list: an address that can be written to, a name or none, a language. */

import { isRefusal, type Refusal, type RefusalCode } from "../../../refusal.ts";
import type { Lang } from "../../institution/rules.ts";
import { domainOf, normaliseAddress } from "../../people/rules.ts";
import type { Mapping } from "./columns.ts";
import { readLanguage } from "./language.ts";

export interface Row {
  normalised: string;
  address: string;
  name: string;
  language: Lang;
}

export interface RowSettings {
  /** Why the list does not take addresses of this domain (domain/lists/rules.ts `listAccepts`). */
  accepts(domain: string): Refusal | undefined;
  /** Where the cell is empty or names a language that the institution does not use. */
  defaultLanguage: Lang;
}

const MAX_NAME = 200;

/** Reads a row, or says with a code why it is refused. Never throws. */
export function readRow(cells: readonly string[], mapping: Mapping, settings: RowSettings): Row | RefusalCode {
  if (cells.every((cell) => cell.trim() === "")) return "row.empty";
  let typed = "";
  let language = "";
  const names: string[] = [];
  for (const [i, use] of mapping.uses.entries()) {
    const cell = cells[i] ?? "";
    if (use === "email") typed = cell;
    else if (use === "language") language = cell;
    else if (use === "name") names.push(cell);
  }
  const address = normaliseAddress(typed.trim());
  if (isRefusal(address)) return address.code;
  const no = settings.accepts(domainOf(address.address));
  if (no) return no.code;
  const name = cleanName(names.join(" "));
  if (name.length > MAX_NAME) return "row.name_too_long";
  // A cell that a spreadsheet would run is no name, and mail programs and exports should never see it.
  if (/^[=@+-]/.test(name)) return "row.formula";
  return { ...address, name, language: readLanguage(language) ?? settings.defaultLanguage };
}

/** A name in one line: NFC, no control or invisible characters, single spaces; a lone dash is no name. */
function cleanName(text: string): string {
  const name = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return name === "-" || name === "–" ? "" : name;
}
