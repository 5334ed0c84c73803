/**
 * Brings a database to the schema of this version, and proves that it did: drizzle's migrator compares dates only and
 * skips a late file without a word, so the journal is checked before, and the hashes of all files after.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";

export const MIGRATIONS = "drizzle";

interface JournalEntry {
  idx: number;
  when: number;
  tag: string;
}

function readJournal(folder: string): JournalEntry[] {
  return JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")).entries;
}

/** What is wrong with the journal: one sentence per fault. */
export function journalProblems(folder = MIGRATIONS): string[] {
  return readJournal(folder).flatMap((entry, i, all) => {
    const before = all[i - 1];
    const problems: string[] = [];
    if (entry.idx !== i) problems.push(`${entry.tag}: idx is ${entry.idx}, its place is ${i}.`);
    if (!entry.tag.startsWith(String(i).padStart(4, "0"))) problems.push(`${entry.tag}: the number is not ${i}.`);
    if (before && entry.when <= before.when)
      problems.push(`${entry.tag}: \`when\` is not later than that of ${before.tag}, so it would be skipped.`);
    return problems;
  });
}

/** How many migrations this program has. */
export const countMigrations = (folder = MIGRATIONS): number => readJournal(folder).length;

function hashes(folder: string): string[] {
  return readJournal(folder).map((entry) =>
    createHash("sha256")
      .update(readFileSync(join(folder, `${entry.tag}.sql`)))
      .digest("hex"),
  );
}

/** Applies what is missing. Throws if the database was not made by these files. Returns how many were applied. */
export async function migrateDatabase(client: Client, folder = MIGRATIONS): Promise<number> {
  const problems = journalProblems(folder);
  if (problems.length > 0) throw new Error(`The migration journal is not in order:\n  ${problems.join("\n  ")}`);
  const before = await applied(client);
  const wanted = hashes(folder);
  if (before.length > wanted.length)
    throw new Error("The database is newer than this program. Start the version that last used it, or a newer one.");
  if (before.length < wanted.length) await migrate(drizzle(client), { migrationsFolder: folder });
  const after = await applied(client);
  if (after.length !== wanted.length || after.some((hash, i) => hash !== wanted[i]))
    throw new Error("The database was not made by the migrations of this program: their hashes differ.");
  return after.length - before.length;
}

async function applied(client: Client): Promise<string[]> {
  const table = await client.execute("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'");
  if (table.rows.length === 0) return [];
  const rows = await client.execute("SELECT hash FROM __drizzle_migrations ORDER BY created_at, rowid");
  return rows.rows.map((row) => String(row[0]));
}
