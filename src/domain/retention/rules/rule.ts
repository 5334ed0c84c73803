/**
 * The form of a rule of retention. How to add one:
 *
 * 1. Rows that age by a column: one entry in `rules/catalogue/` with `...rows(table, since)`. Nothing else is to be written: counting,
 *    deleting page by page, the calendar, the simulation, the report and the pages all read the entry. The column needs an index.
 * 2. Anything else (rows of several tables, what must be decided row by row, what leaves an event): `by: "own"`, and the hand
 *    that counts it and writes a page of it in `acts/hands.ts`.
 * 3. Its words in both languages in `texts/retention-rules.ts`: a rule without words does not compile.
 * 4. Of each column that it ends, the register of personal data says `until: "term"` (or one of the older terms); a test
 *    compares the two.
 */

/** From when a period counts. There is no other event: "for ever" and "just in case" cannot be said. */
export type RuleEvent =
  /** The row was written, or what it tells of happened. */
  | "made"
  /** The term that the row itself names is over. */
  | "own-term"
  /** The thing was closed, ended or revoked. */
  | "closed"
  /** The person left. */
  | "left"
  /** What the purpose names. */
  | "purpose"
  /** The day by which somebody was to say why it is kept. */
  | "unanswered"
  /** A disposal act of the institution names it. */
  | "disposal";

/** How it goes: the row is deleted, columns are emptied, or rows become totals that name nobody. */
export type How = "deleted" | "emptied" | "folded";

/** Why it is kept until then: as in the register of personal data, and for rows of nobody `order`. */
export type Reason =
  | "confirmation"
  | "abuse"
  | "accounting"
  | "proof"
  | "suppression"
  | "work"
  | "access"
  | "disclosure"
  | "purpose"
  | "order";

/** What ends: a table as the database calls it; with columns, these are emptied and the row stays. */
export interface Target {
  table: string;
  columns?: readonly string[];
}

/** Rows of one table that are over when the time in a column is. */
export interface Aged {
  table: string;
  /** Column of milliseconds, or with `day` of days `YYYY-MM-DD`. Named in an index of its own. */
  since: string;
  day?: true;
  /** Only rows of this kind; SQL over columns of the table. */
  only?: string;
  /** Column with the id of a mailing: a legal hold of the mailing keeps the row. */
  mailing?: string;
}

export interface Rule {
  ends: readonly Target[];
  event: RuleEvent;
  /** ISO 8601 duration; or where it stands: a number of months in the settings; or each purpose has its own. */
  period: string | { setting: "proofMonths" | "suppressionReviewMonths" } | "of-purpose";
  /** Shortest and longest that the institution may set instead; absent: fixed, because other promises are built on it. */
  bounds?: readonly [least: string, most: string];
  reason: Reason;
  how: How;
  /** hour: what is promised to the hour, and rows of nobody. night: everything else, counted before it begins. */
  turn: "hour" | "night";
  by: Aged | "own";
  /** Rows in one commit, so that no statement holds the database for long. */
  most?: number;
}

/** What a rule says of rows that are deleted when the time in a column is over. */
export const rows = (table: string, since: string, more: Partial<Aged> = {}): Pick<Rule, "ends" | "how" | "by"> => ({
  ends: [{ table }],
  how: "deleted",
  by: { table, since, ...more },
});
