/**
 * The rows of a file: what can be added, page by page, and what is refused and why. Pure and in one pass; the text and
 * the accepted rows stand in memory meanwhile, so the size of a file is bounded (decode.ts).
 */
import type { RefusalCode } from "../../../refusal.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { checkMapping, guessMapping, type Mapping } from "../rules/columns.ts";
import { Reasons } from "../rules/findings.ts";
import { type Row, type RowSettings, readRow } from "../rules/row.ts";
import { type Delimiter, guessDelimiter, readRecords } from "./records.ts";

/** A row with its number in the file (the first row is 1). */
export type NumberedRow = Row & { row: number };

export interface FileRows {
  delimiter: Delimiter;
  mapping: Mapping;
  titles: string[];
  rows: number;
  reasons: Reasons;
  /** JSON of `NumberedRow[]`, up to PAGE rows each: text takes a third of the memory of objects. */
  pages: string[];
}

/** Rows per page: one page is one commit and one log entry. */
export const PAGE = 1000;

/** Called for each refused row, for the report. */
export type OnRefused = (row: number, code: RefusalCode, cells: readonly string[]) => void;

/** Reads the rows by the given or guessed mapping. */
export function readFileRows(
  text: string,
  settings: RowSettings,
  chosen?: Mapping,
  onRefused?: OnRefused,
): FileRows | Refusal {
  const delimiter = guessDelimiter(text);
  const start: string[][] = [];
  const early = readRecords(text, delimiter, (cells) => start.push(cells), 50);
  if (early) return early;
  const mapping = chosen ?? guessMapping(start);
  if (!mapping)
    return refuse(start.some((r) => r.some((cell) => cell.trim())) ? "imports.no_addresses" : "imports.no_rows");
  const bad = checkMapping(mapping);
  if (bad) return bad;

  const reasons = new Reasons();
  const firstRow = new Map<string, number>();
  const pages: string[] = [];
  let page: NumberedRow[] = [];
  let rows = 0;
  const no = readRecords(text, delimiter, (cells, row) => {
    if (mapping.header && row === 1) return;
    rows++;
    const read = readRow(cells, mapping, settings);
    const code = typeof read === "string" ? read : firstRow.has(read.normalised) ? "row.duplicate" : undefined;
    if (typeof read === "string" || code) {
      reasons.add(code as RefusalCode, row);
      onRefused?.(row, code as RefusalCode, cells);
      return;
    }
    firstRow.set(read.normalised, row);
    page.push({ row, ...read });
    if (page.length === PAGE) {
      pages.push(JSON.stringify(page));
      page = [];
    }
  });
  if (isRefusal(no)) return no;
  if (rows === 0) return refuse("imports.no_rows");
  if (page.length > 0) pages.push(JSON.stringify(page));
  return {
    delimiter,
    mapping,
    titles: mapping.header ? (start[0] ?? []).map((t) => t.trim().slice(0, 80)) : [],
    rows,
    reasons,
    pages,
  };
}
