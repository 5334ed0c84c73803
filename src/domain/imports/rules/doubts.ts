/**
 * What a person has to be told of a file before he says yes: columns that speak of leaving and are not read, exports that
 * tell less than it seems, rows that a quotation mark has swallowed.
 */
import type { Delimiter } from "./format.ts";
import { saysYes, speaksOfLeaving } from "./status.ts";
import { plainTitle } from "./titles.ts";
import type { ColumnUse } from "./uses.ts";

/** A column that is not read, and the people who would be added although it speaks of leaving. */
export interface Unread {
  column: number;
  rows: number;
}

const TITLE_OF_LEAVING =
  /un-?subscri|opt(ed)?[ -]?out|(black|block)-?list|suppress|bounce|complain|abuse|do ?n[o']?t (e-?mail|contact|mail)|atteik|atteic|atrakst|izrakst|nesūt|nerakst|sūdz|nepiegād/;
/** Columns of figures beside: phpList counts soft bounces too. */
const TITLE_OF_FIGURES = /number of|count|rate|skaits|%/;

/** Watches the columns that are not read; `see` is asked with each person who would be added. */
export function watchUnread(uses: readonly ColumnUse[], titles: readonly string[], found: Unread[]) {
  const watched = uses.flatMap((use, column) => {
    const title = plainTitle(titles[column] ?? "");
    return use === "skip" ? [{ column, named: TITLE_OF_LEAVING.test(title) && !TITLE_OF_FIGURES.test(title) }] : [];
  });
  return (cells: readonly string[]): void => {
    for (const { column, named } of watched) {
      const cell = cells[column] ?? "";
      if (!speaksOfLeaving(cell) && !(named && saysYes(cell) && !cell.startsWith("http"))) continue;
      const one = found.find((u) => u.column === column);
      if (one) one.rows++;
      else found.push({ column, rows: 1 });
    }
  };
}

/**
 * listmonk: its export has the state of the person, not of his subscription, and names those who left the list too
 * (knadh/listmonk, queries/subscribers.sql, query-subscribers-for-export). never-subscribed: Mailchimp's file of contacts
 * who never signed up has the columns of the subscribed.
 */
export const NOTES = ["listmonk", "never-subscribed"] as const;
export type Note = (typeof NOTES)[number];

const LISTMONK = ["uuid", "email", "name", "attributes", "status"];

/** What such a file does not tell. */
export function notesOf(fileName: string, titles: readonly string[]): Note[] {
  const named = new Set(titles.map(plainTitle));
  const notes: Note[] = [];
  if (LISTMONK.every((title) => named.has(title))) notes.push("listmonk");
  if (/^non-?subscribed_/i.test(fileName)) notes.push("never-subscribed");
  return notes;
}

/**
 * Whether a cell with line breaks has swallowed whole rows: a later line in it holds an address and as many cells as a row.
 * `width`: columns of the file.
 */
export function swallowsRows(cells: readonly string[], delimiter: Delimiter, width: number): boolean {
  return cells.some((cell, i) => {
    const lines = cell.split(/\r\n|\r|\n/).slice(1);
    return lines.some((line, n) => {
      const behind = n === lines.length - 1 ? cells.length - 1 - i : 0;
      return line.includes("@") && line.split(delimiter).length + behind >= width;
    });
  });
}
