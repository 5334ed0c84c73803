import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, createClient, type InStatement } from "@libsql/client";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { createGroupCommit } from "../../../../src/runtime/node/database/group-commit.ts";
import { openClient } from "../../../../src/runtime/node/database.ts";

async function opened(busyMs?: number) {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-group-"));
  const databaseUrl = `file:${join(folder, "p.db")}`;
  const client = await openClient({ databaseUrl, databaseAuthToken: undefined }, { busyMs });
  const another = createClient({ url: databaseUrl });
  onTestFinished(() => {
    client.close();
    another.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await client.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b)");
  return { client, another };
}
const add = (a: number, b: number | null = null): InStatement => ({ sql: "INSERT INTO t VALUES (?, ?)", args: [a, b] });
const rowsOf = async (client: Client) =>
  (await client.execute("SELECT a, b FROM t ORDER BY a")).rows.map((row) => [row.a, row.b]);

it("batches asked for in one moment are one transaction; one that fails leaves nothing and spoils no other", async () => {
  const { client } = await opened();
  let transactions = 0;
  const begin = (mode?: "write") => {
    transactions++;
    return client.transaction(mode);
  };
  const alone = (statements: InStatement[]) => client.batch(statements, "write");
  const write = createGroupCommit({ transaction: begin as Client["transaction"] }, alone);
  const ends = await Promise.allSettled([
    write([add(1), "UPDATE t SET b = 7 WHERE a = 1"]),
    write([add(2), add(1)]),
    write(["UPDATE t SET b = b + 1 WHERE a = 1", "SELECT b FROM t WHERE a = 1"]),
    write([{ sql: "SELECT iif(?,1,abs(-9223372036854775808))", args: [0] }]),
    write([add(3)]),
  ]);
  expect(ends.map((end) => end.status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected", "fulfilled"]);
  expect(String((ends[1] as PromiseRejectedResult).reason)).toMatch(/UNIQUE constraint failed: t\.a/);
  expect(String((ends[3] as PromiseRejectedResult).reason)).toMatch(/integer overflow/);
  const [, read] = (ends[2] as PromiseFulfilledResult<Awaited<ReturnType<typeof write>>>).value;
  expect(read?.rows[0]?.b).toBe(8);
  expect(await rowsOf(client)).toEqual([
    [1, 8],
    [3, null],
  ]);
  expect(transactions).toBe(1);
});

it("whatever is asked together ends as if each had been asked alone, in the same order", async () => {
  const act = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 9 })), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const [one, other] = [await opened(), await opened()];
      const statements = acts.map((rows) => rows.map(([a, b]) => add(a, b)));
      const together = await Promise.allSettled(statements.map((some) => one.client.batch(some, "write")));
      const alone: string[] = [];
      for (const some of statements)
        alone.push(
          await other.client.batch(some, "write").then(
            () => "fulfilled",
            () => "rejected",
          ),
        );
      expect(together.map((end) => end.status)).toEqual(alone);
      expect(await rowsOf(one.client)).toEqual(await rowsOf(other.client));
    }),
    { numRuns: 25 },
  );
});

it("nobody is told of success before the transaction is on the disk, and all are told when it is not", async () => {
  const { client } = await opened();
  const begin = async (mode?: "write") => {
    const transaction = await client.transaction(mode);
    return Object.assign(Object.create(transaction), {
      execute: transaction.execute.bind(transaction),
      batch: transaction.batch.bind(transaction),
      close: transaction.close.bind(transaction),
      commit: async () => {
        throw new Error("the disk is full");
      },
    });
  };
  const write = createGroupCommit({ transaction: begin as Client["transaction"] }, async () => []);
  const ends = await Promise.allSettled([write([add(1)]), write([add(2)])]);
  expect(ends.map((end) => end.status)).toEqual(["rejected", "rejected"]);
  expect(await rowsOf(client)).toEqual([]);
});

it("questions in between are answered, however many batches come", async () => {
  const { client } = await opened();
  const asked: Promise<unknown>[] = [];
  for (let i = 1; i <= 200; i++) {
    asked.push(client.batch([add(i)], "write"), client.execute("SELECT count(*) AS n FROM t"));
    if (i % 7 === 0) await new Promise(setImmediate);
  }
  await Promise.all(asked);
  expect((await client.execute("SELECT count(*) AS n FROM t")).rows[0]?.n).toBe(200);
});

it("while another process holds the file too long all of them are refused, and the next ones are heard", async () => {
  const { client, another } = await opened(50);
  const lock = await another.transaction("write");
  await lock.execute("INSERT INTO t VALUES (100, 1)");
  const ends = await Promise.allSettled([client.batch([add(1)], "write"), client.batch([add(2)], "write")]);
  for (const end of ends) expect(String((end as PromiseRejectedResult).reason)).toMatch(/SQLITE_BUSY/);
  await lock.commit();
  await Promise.all([client.batch([add(1)], "write"), client.batch([add(2)], "write")]);
  expect((await rowsOf(client)).map(([a]) => a)).toEqual([1, 2, 100]);
});
