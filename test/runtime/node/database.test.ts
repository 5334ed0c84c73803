import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { expect, it, onTestFinished } from "vitest";
import { openClient } from "../../../src/runtime/node/database.ts";

async function opened(busyMs?: number) {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-database-"));
  const databaseUrl = `file:${join(folder, "p.db")}`;
  const client = await openClient({ databaseUrl, databaseAuthToken: undefined }, { busyMs });
  const another = createClient({ url: databaseUrl });
  onTestFinished(() => {
    client.close();
    another.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { client, another };
}

it("a job that asks the embedded database again and again lets others in between two answers", async () => {
  const { client } = await opened();
  let turns = 0;
  const other = () => {
    turns++;
    timer = setImmediate(other);
  };
  let timer = setImmediate(other);
  for (let i = 0; i < 20; i++) {
    await client.execute("SELECT 1");
    await client.batch(["SELECT 1"], "write");
  }
  clearImmediate(timer);
  expect(turns).toBeGreaterThanOrEqual(39);
});

it("after another process held the file too long we read and write again, and deleted rows are still overwritten", async () => {
  const { client, another } = await opened(50);
  await client.execute("CREATE TABLE t (x)");
  const lock = await another.transaction("write");
  await lock.execute("INSERT INTO t VALUES (1)");
  await expect(client.batch(["INSERT INTO t VALUES (2)"], "write")).rejects.toThrow(/SQLITE_BUSY/);
  await expect(client.execute("INSERT INTO t VALUES (3)")).rejects.toThrow(/SQLITE_BUSY/);
  await lock.commit();
  expect((await client.execute("SELECT x FROM t")).rows.map((r) => r.x)).toEqual([1]);
  await client.batch(["INSERT INTO t VALUES (4)"], "write");
  expect((await another.execute("SELECT x FROM t")).rows.map((r) => r.x)).toEqual([1, 4]);
  for (const [pragma, value] of Object.entries({
    cache_size: -65536,
    secure_delete: 1,
    foreign_keys: 1,
    synchronous: 2,
    journal_mode: "wal",
  }))
    expect([pragma, (await client.execute(`PRAGMA ${pragma}`)).rows[0]?.[pragma]]).toEqual([pragma, value]);
});
