/**
 * The form of the register of personal data: of every column of every table, what it holds of whom, why, until when, and
 * how it goes. Pure; the entries stand in `register/`.
 *
 * The compiler asks for an entry for every column (`holding` takes the table's own names), and a test for every table: what
 * is held of people cannot grow without being written down here (GDPR Art. 5(1)(e), 5(2), 30(1)).
 */
import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

/** Whose data: on a list or once on one; typed into a form and not confirmed; member of staff. */
export type Whose = "subscriber" | "applicant" | "staff";

/** What a column holds. `pseudonym`: an id or keyed tag that leads to a person for whoever has more; still personal data. */
export type Datum =
  | "address"
  | "name"
  | "language"
  | "network"
  | "program"
  | "pseudonym"
  | "membership"
  | "decision"
  | "delivery"
  | "time"
  | "reason"
  | "conduct"
  | "credential"
  | "key";

/** What it is needed for. */
export type Need =
  /** To send what the person gets. */
  | "mailing"
  /** To show later that he was asked, and what he said (GDPR Art. 7(1)). */
  | "proof"
  /** To tell him once, by mail, what was deleted. */
  | "last-mail"
  /** Never to mail him again. */
  | "suppression"
  /** To ask whether a sign-up is his. */
  | "confirmation"
  /** To account for every mail. */
  | "accounting"
  /** To bring in what the office has. */
  | "import"
  /** To know who else has been given data, and to tell them (GDPR Art. 19). */
  | "disclosure"
  /** So that staff can work, and answer for what they did. */
  | "work"
  /** To show who looked at a person's data, and that nobody else did (GDPR Art. 5(2), 15, 32). */
  | "access"
  /** To answer a request by which somebody uses a right, and to show that it was answered (GDPR Art. 5(2), 12). */
  | "rights"
  /** So that nobody tries addresses or codes by the thousand. */
  | "abuse";

/** When it ends. */
export type End =
  /** With the last subscription of the address, in the same transaction. */
  | "last-subscription"
  /** With this subscription. */
  | "subscription"
  /** With the sealed proof: `consent_record.shred_day`. */
  | "proof"
  /** When the institution decides anew: `suppression.review_day`. */
  | "review"
  /** When it is answered, when its owner leaves, or after seven days. */
  | "answer-or-7-days"
  /** When it is handed over, or after twenty hours. */
  | "hand-over"
  /** When it is handed over, or after a quarter of an hour. */
  | "last-mail"
  /** On the day or at the hour that the row names. */
  | "own-term"
  /** When the import is done or dropped. */
  | "import"
  /** With the account. */
  | "account"
  /** Ninety days after it. */
  | "90-days"
  /** A hundred and eighty days after it was closed. */
  | "180-days"
  /** Twenty-four months after it. */
  | "24-months"
  /** Within a day. */
  | "day"
  /** When a rule of retention says so (domain/retention/rules.ts); the institution may set the period. */
  | "term"
  /** When the run or the job that it belongs to is done. */
  | "run"
  /** When the next decision or name takes its place. */
  | "replaced"
  /** A record of the institution: when a disposal act names it. */
  | "disposal"
  /** Not decided: nothing ends it yet. The list of these may only grow shorter. */
  | "undecided";

/** How it goes: with its row; emptied while the row stays; the key is destroyed and what it opened with it. */
export type Way = "row" | "emptied";

export interface Held {
  what: Datum;
  need: Need;
  until: End;
  by: Way;
}

/** Nothing about a person. */
export const NOTHING = "nothing";

export interface Holding {
  /** Table and columns as the database calls them. */
  table: string;
  whose: Whose | undefined;
  columns: Readonly<Record<string, Held | typeof NOTHING>>;
}

type Columns<T extends SQLiteTable> = keyof T["$inferSelect"] & string;
type Entry = Datum | typeof NOTHING | [what: Datum, differs: Partial<Omit<Held, "what">>];

/** A table that holds something of these people. What is said once for all columns may be said otherwise of one. */
export function holding<T extends SQLiteTable>(
  table: T,
  whose: Whose,
  common: Omit<Held, "what">,
  columns: Record<Columns<T>, Entry>,
): Holding {
  const held = Object.entries<Entry>(columns).map(([name, entry]) => {
    if (entry === NOTHING) return [columnOf(table, name), NOTHING];
    const [what, differs] = typeof entry === "string" ? [entry, {}] : entry;
    return [columnOf(table, name), { ...common, ...differs, what }];
  });
  return { table: getTableName(table), whose, columns: Object.fromEntries(held) };
}

/** Every column of the table, or a type that nothing fits. */
type Every<T extends SQLiteTable, C extends readonly Columns<T>[]> = [Exclude<Columns<T>, C[number]>] extends [never]
  ? C
  : never;

/** A table in which nothing is about a person; all its columns are named, so that a new one is thought about. */
export function impersonal<T extends SQLiteTable, const C extends readonly Columns<T>[]>(
  table: T,
  columns: Every<T, C>,
): Holding {
  const nothing = columns.map((name) => [columnOf(table, name), NOTHING]);
  return { table: getTableName(table), whose: undefined, columns: Object.fromEntries(nothing) };
}

const columnOf = (table: SQLiteTable, name: string): string => getTableColumns(table)[name]?.name ?? name;
