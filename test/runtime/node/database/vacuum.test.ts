/** Free pages go back to the disk, and what was deleted is in none of them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { vacuum } from "../../../../src/runtime/node/database/vacuum.ts";
import { openClient, walEmptier } from "../../../../src/runtime/node/database.ts";
import { noPowerFailure } from "../../../support/no-power-failure.ts";

async function open() {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-vacuum-"));
  const config = { databaseUrl: `file:${join(folder, "p.db")}`, databaseAuthToken: undefined };
  const client = await openClient(config);
  onTestFinished(() => {
    client.close();
    rmSync(folder, { recursive: true });
  });
  await noPowerFailure(client);
  await client.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, words TEXT)");
  await client.execute("CREATE INDEX people_words ON people (words)");
  const fill = (n: number) =>
    client.execute({
      sql: `INSERT INTO people (words) WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < ?)
            SELECT 'a-person-to-forget-' || n || hex(randomblob(200)) FROM g`,
      args: [n],
    });
  return { client, config, folder, fill };
}

it("after a large deletion the file becomes small again, nothing of it is damaged, and nothing deleted is in its bytes", async () => {
  const { client, config, folder, fill } = await open();
  await fill(30_000);
  const wal = walEmptier(client, config, (error) => {
    throw error;
  });
  await wal.now();
  const full = statSync(join(folder, "p.db")).size;
  await client.execute("DELETE FROM people WHERE id % 50 <> 0");
  await client.execute("UPDATE people SET words = 'stays-' || id");
  for (let gone = 1; gone > 0; ) gone = await vacuum(client);
  await wal.now();
  expect(statSync(join(folder, "p.db")).size).toBeLessThan(full / 5);
  expect((await client.execute("PRAGMA integrity_check")).rows[0]?.[0]).toBe("ok");
  expect((await client.execute("SELECT count(*) FROM people WHERE words = 'stays-' || id")).rows[0]?.[0]).toBe(600);
  for (const name of readdirSync(folder))
    expect([name, readFileSync(join(folder, name)).includes("a-person-to-forget")]).toEqual([name, false]);
});

it("what is little is left for new rows: a file that is full, or nearly, is not touched", async () => {
  const { client, fill } = await open();
  await fill(30_000);
  expect(await vacuum(client)).toBe(0);
  await client.execute("DELETE FROM people WHERE id < 1000");
  expect(await vacuum(client)).toBe(0);
});

it("one run gives back 64 MiB at most, in steps between which others are answered", async () => {
  const { client, fill } = await open();
  for (let n = 0; n < 4; n++) await fill(60_000);
  await client.execute("DELETE FROM people");
  const answers: Promise<unknown>[] = [];
  const asking = setInterval(() => answers.push(client.execute("SELECT 1")), 0);
  const gone = await vacuum(client);
  clearInterval(asking);
  expect(answers.length).toBeGreaterThan(1);
  await Promise.all(answers);
  // With the pages of SQLite's own map of them.
  expect(gone).toBeGreaterThanOrEqual(64 * 256);
  expect(gone).toBeLessThan(65 * 256);
});
