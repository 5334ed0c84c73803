import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { expect, it, onTestFinished } from "vitest";
import { keepStatements } from "../../../../src/runtime/node/database/kept-statements.ts";
import { openClient } from "../../../../src/runtime/node/database.ts";

async function opened() {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-statements-"));
  const client = await openClient({ databaseUrl: `file:${join(folder, "p.db")}`, databaseAuthToken: undefined });
  onTestFinished(() => {
    client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return client;
}

it("the same statement is prepared once, and gives the rows, types and counts of the moment", async () => {
  const client = await opened();
  await client.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b BLOB, c REAL)");
  const add = (id: number, a: string | null) =>
    client.execute({ sql: "INSERT INTO t VALUES (?, ?, ?, ?)", args: [id, a, new Uint8Array([id, 255]), id / 2] });
  const all = async () =>
    (await client.execute("SELECT id, a, b, c FROM t ORDER BY id")).rows.map((row) => ({ ...row }));
  expect(await all()).toEqual([]);
  expect((await add(1, "ā")).rowsAffected).toBe(1);
  expect((await add(2, null)).lastInsertRowid).toBe(2n);
  expect(await all()).toEqual([
    { id: 1, a: "ā", b: new Uint8Array([1, 255]).buffer, c: 0.5 },
    { id: 2, a: null, b: new Uint8Array([2, 255]).buffer, c: 1 },
  ]);
  const changed = await client.batch(
    Array.from({ length: 3 }, (_, i) => ({ sql: "UPDATE t SET a=? WHERE id=?", args: [`x${i}`, i + 1] })),
    "write",
  );
  expect(changed.map((one) => one.rowsAffected)).toEqual([1, 1, 0]);
  const [returned] = (await client.execute("DELETE FROM t WHERE id=2 RETURNING a")).rows;
  expect(returned?.a).toBe("x1");
  expect((await client.execute("DELETE FROM t WHERE id=2 RETURNING a")).rows).toEqual([]);
});

it("a connection prepares a statement once, keeps a few hundred, and forgets all of them at a setting or a new schema", () => {
  keepStatements();
  const connection = new Database(":memory:");
  const prepare = (sql: string) => connection.prepare(sql);
  const first = prepare("SELECT 1");
  expect(prepare("SELECT 1")).toBe(first);
  for (let i = 0; i < 299; i++) prepare(`SELECT ${i} AS n`);
  expect(prepare("SELECT 1")).toBe(first);
  for (let i = 0; i < 300; i++) prepare(`SELECT ${i} AS m`);
  const again = prepare("SELECT 1");
  expect(again).not.toBe(first);
  prepare("PRAGMA foreign_keys");
  expect(prepare("SELECT 1")).not.toBe(again);
});

it("after a change of the schema the statement sees the table as it is", async () => {
  const client = await opened();
  await client.execute("CREATE TABLE t (a)");
  await client.execute("INSERT INTO t VALUES (1)");
  expect((await client.execute("SELECT * FROM t")).columns).toEqual(["a"]);
  await client.execute("ALTER TABLE t ADD COLUMN b");
  const { columns, rows } = await client.execute("SELECT * FROM t");
  expect([columns, { ...rows[0] }]).toEqual([["a", "b"], { a: 1, b: null }]);
});

it("a statement that failed inside a batch leaves nothing behind, and runs the next time", async () => {
  const client = await opened();
  await client.execute("CREATE TABLE t (a UNIQUE)");
  const add = { sql: "INSERT INTO t VALUES (?)", args: [1] };
  await client.batch([add], "write");
  await expect(client.batch([{ sql: add.sql, args: [2] }, add], "write")).rejects.toThrow(/UNIQUE/);
  await expect(
    client.batch([{ sql: "SELECT iif(?,1,abs(-9223372036854775808))", args: [0] }], "write"),
  ).rejects.toThrow(/integer overflow/);
  await client.batch(
    [
      { sql: add.sql, args: [2] },
      { sql: "SELECT iif(?,1,abs(-9223372036854775808))", args: [1] },
    ],
    "write",
  );
  expect((await client.execute("SELECT a FROM t ORDER BY a")).rows.map((row) => row.a)).toEqual([1, 2]);
});
