import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openClient } from "../../../src/runtime/node/database.ts";
import { journalProblems, migrateDatabase } from "../../../src/runtime/node/migrate.ts";

async function empty() {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-migrate-"));
  const client = await openClient({ databaseUrl: `file:${join(folder, "p.db")}`, databaseAuthToken: undefined });
  onTestFinished(() => {
    client.close();
    rmSync(folder, { recursive: true });
  });
  const files = join(folder, "drizzle");
  cpSync("drizzle", files, { recursive: true });
  const journal = join(files, "meta/_journal.json");
  return { client, files, journal, entries: JSON.parse(readFileSync(journal, "utf8")).entries };
}

function add(journal: string, files: string, entries: object[], entry: { idx: number; when: number; tag: string }) {
  writeFileSync(join(files, `${entry.tag}.sql`), "CREATE TABLE later (id integer);");
  writeFileSync(journal, JSON.stringify({ entries: [...entries, { ...entry, version: "6", breakpoints: true }] }));
}

it("applies everything to an empty database, and nothing the second time", async () => {
  const { client, entries } = await empty();
  expect(await migrateDatabase(client)).toBe(entries.length);
  expect(await migrateDatabase(client)).toBe(0);
  expect((await client.execute("PRAGMA foreign_key_check")).rows).toEqual([]);
});

it("a migration dated before an older one is refused instead of skipped", async () => {
  const { client, files, journal, entries } = await empty();
  add(journal, files, entries, {
    idx: entries.length,
    when: 1,
    tag: `${String(entries.length).padStart(4, "0")}_later`,
  });
  expect(journalProblems(files)).toEqual([expect.stringContaining("would be skipped")]);
  await expect(migrateDatabase(client, files)).rejects.toThrow(/journal is not in order/);
});

it("a changed migration is noticed", async () => {
  const { client, files } = await empty();
  await migrateDatabase(client, files);
  writeFileSync(join(files, "0000_first.sql"), "-- changed");
  await expect(migrateDatabase(client, files)).rejects.toThrow(/hashes differ/);
});

it("a database from a newer version is refused", async () => {
  const { client, files, journal, entries } = await empty();
  add(journal, files, entries, {
    idx: entries.length,
    when: 9e12,
    tag: `${String(entries.length).padStart(4, "0")}_later`,
  });
  await migrateDatabase(client, files);
  await expect(migrateDatabase(client)).rejects.toThrow(/newer than this program/);
});

it("deleted rows are overwritten in the file", async () => {
  const { client } = await empty();
  expect((await client.execute("PRAGMA secure_delete")).rows[0]?.[0]).toBe(1);
  expect((await client.execute("PRAGMA journal_mode")).rows[0]?.[0]).toBe("wal");
});
