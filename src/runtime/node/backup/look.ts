/** What a copy of the database is: whole or damaged, of which program, how far it has come. Changes nothing in it. */
import { statSync } from "node:fs";
import { type Client, createClient } from "@libsql/client";

export interface CopyFacts {
  bytes: number;
  /** Migrations that it has. */
  migrations: number;
  /** The last heartbeat in it, ms; undefined if it never ran. */
  at: number | undefined;
  people: number;
  /** Entries of the proof log, and how many of them are signed. */
  entries: number;
  signed: number;
  /** Last writing of the erasure journal that it knows; undefined where it has met none. */
  journal: number | undefined;
  restoreWindowDays: number | undefined;
}

const FACTS = `SELECT (SELECT count(*) FROM __drizzle_migrations) AS migrations, (SELECT at FROM pulse) AS at,
  (SELECT count(*) FROM person) AS people, (SELECT coalesce(max(seq), 0) FROM log_entry) AS entries,
  (SELECT coalesce(max(size), 0) FROM checkpoint) AS signed,
  (SELECT profile ->> '$.restoreWindowDays' FROM institution) AS days`;

/** Looks at a file. Throws with one sentence if it is damaged, or no database of this program. */
export async function lookAtCopy(file: string): Promise<CopyFacts> {
  const client = createClient({ url: `file:${file}` });
  try {
    return { bytes: statSync(file).size, ...(await factsOf(client)) };
  } catch (error) {
    if (error instanceof DamagedCopy) throw error;
    throw new DamagedCopy("it is no database of this program, or it is damaged");
  } finally {
    client.close();
  }
}

/** Why a copy is not to be used. */
export class DamagedCopy extends Error {}

async function factsOf(client: Client): Promise<Omit<CopyFacts, "bytes">> {
  const check = await client.execute("PRAGMA integrity_check(1)");
  if (check.rows[0]?.[0] !== "ok") throw new DamagedCopy("it is damaged: its check of integrity fails");
  if ((await client.execute("PRAGMA foreign_key_check")).rows.length > 0)
    throw new DamagedCopy("it is damaged: rows that others need are missing");
  const [row] = (await client.execute(FACTS)).rows;
  const there = await client.execute("SELECT 1 FROM sqlite_master WHERE name = 'journal'");
  const [mark] = there.rows.length > 0 ? (await client.execute("SELECT n FROM journal")).rows : [];
  const number = (value: unknown) => (value === null || value === undefined ? undefined : Number(value));
  return {
    migrations: Number(row?.migrations),
    at: number(row?.at),
    people: Number(row?.people),
    entries: Number(row?.entries),
    signed: Number(row?.signed),
    journal: number(mark?.n),
    restoreWindowDays: number(row?.days),
  };
}
