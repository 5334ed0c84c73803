/** What a dry run found, in numbers: kept with the import, without any cell. The four parts add up to the rows of the file. */
import type { RefusalCode } from "../../../refusal.ts";
import type { Mapping } from "./columns.ts";

/** An import that nobody ran is dropped after this time, with everything it holds. */
export const CHECK_LIFE_MS = 24 * 60 * 60 * 1000;

export interface Findings {
  encoding: "utf-8" | "windows-1257";
  delimiter: "," | ";" | "\t";
  mapping: Mapping;
  /** Titles of the columns; empty where the file has none. */
  titles: string[];
  /** Rows of the file without its titles: add + already + left + refused. */
  rows: number;
  /** People who come onto the list. */
  add: number;
  /** Of those, people whom the institution knows from another list. */
  known: number;
  /** On the list before: nothing changes for them. */
  already: number;
  /** Suppressed for the list's purpose or for everything: never added. */
  left: number;
  refused: number;
  /** Why rows were refused, most frequent first, with the first row numbers. */
  reasons: Reason[];
  /** What the run has done so far. */
  written: Written;
}

export interface Reason {
  code: RefusalCode;
  rows: number;
  first: number[];
}

/** add + already + left of the run: people may have come or left between the dry run and the run. */
export interface Written {
  added: number;
  already: number;
  left: number;
}

const FIRST = 5;

/** Counts refused rows by reason. */
export class Reasons {
  readonly #found = new Map<RefusalCode, Reason>();
  total = 0;

  add(code: RefusalCode, row: number): void {
    this.total++;
    const reason = this.#found.get(code) ?? { code, rows: 0, first: [] };
    reason.rows++;
    if (reason.first.length < FIRST) reason.first.push(row);
    this.#found.set(code, reason);
  }

  list(): Reason[] {
    return [...this.#found.values()].sort((a, b) => b.rows - a.rows || a.code.localeCompare(b.code));
  }
}
