/**
 * What a dry run found, in numbers: kept with the import, without any cell. The parts add up to the rows of the file:
 * add + already + left + stopped + unconfirmed + refused.
 */
import type { FieldProblem, RefusalCode } from "../../../refusal.ts";
import type { Mapping } from "./columns.ts";
import type { Note, Unread } from "./doubts.ts";
import type { Delimiter, Encoding } from "./format.ts";

/** An import that nobody ran is dropped after this time, with everything it holds. */
export const CHECK_LIFE_MS = 24 * 60 * 60 * 1000;
/** An upload of which nothing more came for so long is dead. */
export const UPLOAD_LIFE_MS = 10 * 60 * 1000;

export interface Findings {
  encoding: Encoding;
  delimiter: Delimiter;
  mapping: Mapping;
  /** Titles of the columns; empty where the file has none. */
  titles: string[];
  /** Rows of the file without its titles. */
  rows: number;
  /** People who come onto the list. */
  add: number;
  /** Of those, people whom the institution knows from another list. */
  known: number;
  /** Of those, people who come without proof of their consent: only a re-consent campaign may write to them. */
  unproven: number;
  /** On the list before: nothing changes for them. */
  already: number;
  /** Suppressed for the list's purpose or for everything: never added. */
  left: number;
  /** Of those, by the reason of their suppression. */
  leftBy?: Record<string, number>;
  /** Opted out, complained or dead in the system that the file is from: they become suppression tags. */
  stopped: number;
  /** Never answered the confirmation mail of that system: dropped. */
  unconfirmed: number;
  refused: number;
  /** Why rows were refused, most frequent first, with the first row numbers. */
  reasons: Reason[];
  /** Columns that are not read and speak of leaving, and what such an export does not tell. */
  unread: Unread[];
  notes: Note[];
  /** Of a sync: people on the list who are not in the file, and how many are on the list. */
  missing?: { people: number; of: number };
  /** Why the check of the file ended, where it could not be read to the end. */
  fault?: Pick<FieldProblem, "code" | "values">;
  /** What the run has done so far. */
  written: Written;
}

export interface Reason {
  code: RefusalCode;
  rows: number;
  first: number[];
}

/** What the run did: people may have come or left between the dry run and the run. */
export interface Written {
  added: number;
  /** Of those, people who came without proof of their consent. */
  unproven: number;
  already: number;
  left: number;
  /** Suppression tags written; and people who were taken off the list by them, or by a sync. */
  stopped: number;
  removed: number;
  /** Opt-outs that were not written, because the person has consented here himself, and not before. */
  kept: number;
}

export const NOTHING_WRITTEN: Written = { added: 0, unproven: 0, already: 0, left: 0, stopped: 0, removed: 0, kept: 0 };

const FIRST = 5;

/** Findings before the first row. */
export function emptyFindings(file: Pick<Findings, "encoding" | "delimiter" | "mapping" | "titles">): Findings {
  const none = { rows: 0, add: 0, known: 0, unproven: 0, already: 0, left: 0, stopped: 0, unconfirmed: 0, refused: 0 };
  return { ...file, ...none, reasons: [], unread: [], notes: [], written: { ...NOTHING_WRITTEN } };
}

/** Counts a refused row. */
export function countRefused(found: Findings, code: RefusalCode, row: number): void {
  found.refused++;
  let reason = found.reasons.find((r) => r.code === code);
  if (!reason) {
    reason = { code, rows: 0, first: [] };
    found.reasons.push(reason);
  }
  reason.rows++;
  if (reason.first.length < FIRST) reason.first.push(row);
  found.reasons.sort((a, b) => b.rows - a.rows || a.code.localeCompare(b.code));
}

/** A sync that would take away more than this share of the list is confirmed by typing the number. */
export const REMOVAL_SHARE = 0.1;

/** Whether the removal of the missing needs its number typed: an export that was cut short must not empty a list. */
export function needsNumber(missing: Findings["missing"]): boolean {
  return missing !== undefined && missing.people > Math.max(1, missing.of * REMOVAL_SHARE);
}
