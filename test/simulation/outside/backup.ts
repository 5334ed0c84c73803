/** A backup of the database, and what is put back from it: every row as it was, and nothing that came since. */
import type { Raw } from "./database.ts";

export interface Backup {
  tables: { name: string; insert: string; rows: unknown[][] }[];
  /** Mailings that were under way. */
  underWay: string[];
  /** Number of its last heartbeat. */
  beat: number;
}

type Rows = { all(): unknown[]; raw(on: boolean): { all(): unknown[][] }; run(...args: unknown[]): unknown };

const asked = (raw: Raw, sql: string) => raw.prepare(sql) as unknown as Rows;

/** Takes one. `sqlite_sequence` too: it is part of the file. */
export function backUp(raw: Raw): Backup {
  const names = asked(raw, "SELECT name FROM main.sqlite_master WHERE type = 'table'").all() as { name: string }[];
  const tables = names.map(({ name }) => {
    // A statement of its own: what is kept for others gives rows by name.
    const rows = asked(raw, `SELECT * /* backup */ FROM main."${name}"`).raw(true).all();
    return { name, insert: `INSERT INTO main."${name}" VALUES (${rows[0]?.map(() => "?").join(",") ?? ""})`, rows };
  });
  const underWay = asked(raw, "SELECT id FROM mailing WHERE state IN ('planning', 'sending')").all() as {
    id: string;
  }[];
  const [pulse] = asked(raw, "SELECT n FROM pulse").all() as { n: number }[];
  return { tables, underWay: underWay.map(({ id }) => id), beat: pulse?.n ?? 0 };
}

/** Puts it back. */
export function putBack(raw: Raw, { tables }: Backup): void {
  raw.exec("PRAGMA foreign_keys = OFF; BEGIN");
  for (const { name } of tables) raw.exec(`DELETE FROM main."${name}"`);
  // Last what other rows move as they come in: the sequence, and what triggers note for the erasure journal.
  for (const { name, insert, rows } of [...tables].sort((a, b) => rank(a.name) - rank(b.name))) {
    if (rank(name) > 0) raw.exec(`DELETE FROM main."${name}"`);
    for (const row of rows) asked(raw, insert).run(...row);
  }
  raw.exec("COMMIT; PRAGMA foreign_keys = ON");
}

const rank = (name: string) => (["sqlite_sequence", "unjournalled"].includes(name) ? 1 : 0);
