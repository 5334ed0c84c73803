/**
 * Which column holds what. Guessed from titles (Latvian, English, and those of other systems' exports) or, without titles,
 * from the cells; a person confirms or corrects the guess on the page of the dry run. What no list needs is not imported
 * (GDPR Art. 5(1)(c)).
 */
import { type Refusal, refuse } from "../../../refusal.ts";
import { readLanguage } from "./language.ts";
import { readStatus, speaksOfLeaving } from "./status.ts";
import { titleUse } from "./titles.ts";
import type { ColumnUse } from "./uses.ts";

export interface Mapping {
  /** Whether the first row, after those above it, holds titles. */
  header: boolean;
  /** Rows above the titles: a heading, an empty line. They are no rows of the list. */
  above?: number;
  /** Use of each column. One is `email`; several `name` columns are joined with a space, in order. */
  uses: ColumnUse[];
}

type Records = readonly (readonly string[])[];

/** Titles stand among the first rows, if they do not stand in the first. */
const ABOVE = 10;

/** The number of the last row that is not one of the list's: titles, and what stands above them. */
export const lastTitleRow = ({ header, above = 0 }: Mapping): number => above + (header ? 1 : 0);

/** Guesses the use of each column from the first records; undefined if no column holds addresses. */
export function guessMapping(records: Records): Mapping | undefined {
  const above = rowsAboveTitles(records);
  const first = records[above] ?? [];
  const width = Math.max(0, ...records.map((r) => r.length));
  const titled = first.map((cell) => titleUse(cell));
  const header = titled.some((use) => use !== undefined) && !first.some((cell) => cell.includes("@"));
  const body = records.slice(header ? above + 1 : above);
  const uses: ColumnUse[] = Array.from({ length: width }, (_, i) => (header ? titled[i] : undefined) ?? "skip");
  const address = addressColumn(uses, body, width);
  if (address === undefined) return undefined;
  for (const [i, use] of uses.entries()) if (use === "email") uses[i] = "skip";
  uses[address] = "email";
  if (header) proofByConfirmation(first, uses);
  else guessByCells(body, uses);
  guessStatus(body, uses);
  const once = uses.map((use, i) => (use === "language" && uses.indexOf(use) !== i ? "skip" : use));
  return above > 0 ? { header, above, uses: once } : { header, uses: once };
}

/** Refuses a mapping that a person chose if it cannot be read by. */
export function checkMapping(mapping: Mapping): Refusal | undefined {
  const count = (wanted: ColumnUse) => mapping.uses.filter((use) => use === wanted).length;
  if (count("email") !== 1) return refuse("imports.one_address_column");
  return count("language") > 1 ? refuse("imports.one_language_column") : undefined;
}

/** How many rows stand above a row that names a column of addresses; none if there is no such row before the first address. */
function rowsAboveTitles(records: Records): number {
  for (const [n, record] of records.slice(0, ABOVE).entries()) {
    if (record.some((cell) => cell.includes("@"))) return 0;
    if (record.some((cell) => titleUse(cell) === "email")) return n;
  }
  return 0;
}

/** The column of that title, unless its cells hold no address and those of another do; without a title the fullest. */
function addressColumn(uses: readonly ColumnUse[], body: Records, width: number): number | undefined {
  const counts = Array.from({ length: width }, (_, i) => body.filter((r) => r[i]?.includes("@")).length);
  const most = Math.max(0, ...counts);
  const fullest = most === 0 ? undefined : counts.indexOf(most);
  const titled = uses.flatMap((use, i) => (use === "email" ? [i] : []));
  const [only] = titled;
  if (titled.length !== 1 || only === undefined) return fullest ?? only;
  return counts[only] === 0 && most * 2 > body.length ? fullest : only;
}

/** Where no column has the time of the opt-in itself, the time of the confirmation is what the export can show. */
function proofByConfirmation(titles: readonly string[], uses: ColumnUse[]): void {
  if (uses.includes("proof")) return;
  const at = titles.findIndex((title) =>
    /^(confirm(ed|ation)?[_ ](time|at|date|on)|apstiprināšanas laiks)$/i.test(title.trim()),
  );
  if (at >= 0 && uses[at] === "since") uses[at] = "proof";
}

const cellsOf = (body: Records, i: number) => body.map((r) => (r[i] ?? "").trim()).filter(Boolean);

/** A column of nothing but states, of which one is of somebody who left, is read, whatever it is called. */
function guessStatus(body: Records, uses: ColumnUse[]): void {
  for (const [i, use] of uses.entries()) {
    if (use !== "skip" && use !== "name") continue;
    const cells = cellsOf(body, i);
    if (cells.some(speaksOfLeaving) && cells.every((cell) => readStatus(cell) !== undefined)) uses[i] = "status";
  }
}

function guessByCells(body: Records, uses: ColumnUse[]): void {
  for (const [i, use] of uses.entries()) {
    if (use !== "skip") continue;
    const cells = cellsOf(body, i);
    if (cells.length === 0) continue;
    if (cells.every((cell) => readLanguage(cell) !== undefined)) uses[i] = "language";
    else if (cells.every((cell) => /^\p{Lu}[\p{L}\p{M}.' -]+$/u.test(cell)) && i <= uses.indexOf("email") + 2)
      uses[i] = "name";
  }
}
