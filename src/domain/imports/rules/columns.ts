/**
 * Which column holds what. Guessed from titles (Latvian, English, and those of other systems' exports) or, without titles,
 * from the cells; a person confirms or corrects the guess on the page of the dry run. What no list needs is not imported
 * (GDPR Art. 5(1)(c)).
 */
import { type Refusal, refuse } from "../../../refusal.ts";
import { readLanguage } from "./language.ts";
import { titleUse } from "./titles.ts";
import type { ColumnUse } from "./uses.ts";

export interface Mapping {
  /** Whether the first row holds titles. */
  header: boolean;
  /** Use of each column. One is `email`; several `name` columns are joined with a space, in order. */
  uses: ColumnUse[];
}

/** Uses that only one column can have. */
const ONCE: readonly ColumnUse[] = ["language", "status"];

/** Guesses the use of each column from the first records; undefined if no column holds addresses. */
export function guessMapping(records: readonly (readonly string[])[]): Mapping | undefined {
  const first = records[0] ?? [];
  const width = Math.max(0, ...records.map((r) => r.length));
  const titled = first.map((cell) => titleUse(cell));
  const header = titled.some((use) => use !== undefined) && !first.some((cell) => cell.includes("@"));
  const body = header ? records.slice(1) : records;
  const uses: ColumnUse[] = Array.from({ length: width }, (_, i) => (header ? titled[i] : undefined) ?? "skip");
  if (!uses.includes("email") || uses.filter((u) => u === "email").length > 1) {
    const best = mostAddresses(body, width);
    if (best === undefined && !uses.includes("email")) return undefined;
    const keep = best ?? uses.indexOf("email");
    for (const [i, use] of uses.entries()) if (use === "email") uses[i] = "skip";
    uses[keep] = "email";
  }
  if (header) proofByConfirmation(first, uses);
  else guessByCells(body, uses);
  return { header, uses: uses.map((use, i) => (ONCE.includes(use) && uses.indexOf(use) !== i ? "skip" : use)) };
}

/** Refuses a mapping that a person chose if it cannot be read by. */
export function checkMapping(mapping: Mapping): Refusal | undefined {
  const count = (wanted: ColumnUse) => mapping.uses.filter((use) => use === wanted).length;
  if (count("email") !== 1) return refuse("imports.one_address_column");
  if (count("status") > 1) return refuse("imports.one_status_column");
  return count("language") > 1 ? refuse("imports.one_language_column") : undefined;
}

/** Where no column has the time of the opt-in itself, the time of the confirmation is what the export can show. */
function proofByConfirmation(titles: readonly string[], uses: ColumnUse[]): void {
  if (uses.includes("proof")) return;
  const at = titles.findIndex((title) =>
    /^(confirm(ed|ation)?[_ ](time|at|date|on)|apstiprināšanas laiks)$/i.test(title.trim()),
  );
  if (at >= 0 && uses[at] === "since") uses[at] = "proof";
}

function mostAddresses(body: readonly (readonly string[])[], width: number): number | undefined {
  const counts = Array.from({ length: width }, (_, i) => body.filter((r) => r[i]?.includes("@")).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? undefined : counts.indexOf(most);
}

function guessByCells(body: readonly (readonly string[])[], uses: ColumnUse[]): void {
  for (const [i, use] of uses.entries()) {
    if (use !== "skip") continue;
    const cells = body.map((r) => (r[i] ?? "").trim()).filter(Boolean);
    if (cells.length === 0) continue;
    if (cells.every((cell) => readLanguage(cell) !== undefined)) uses[i] = "language";
    else if (cells.every((cell) => /^\p{Lu}[\p{L}\p{M}.' -]+$/u.test(cell)) && i <= uses.indexOf("email") + 2)
      uses[i] = "name";
  }
}
