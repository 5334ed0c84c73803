/** What a libSQL server's dump says is what the copy holds, to the byte, however the network cuts it. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { chunksOf, loadDump } from "../../../../src/runtime/node/backup/dump.ts";
import { linesOf } from "../../../../src/runtime/node/backup/lines.ts";

/** Values that other readers of lines, or patterns, take for ends of a line or of a statement. */
const ODD = [
  "one\u2028two\u2029three\rfour",
  "a statement's end;\u2028and on;\rand on;\u2029",
  "\u2028COMMIT;\u2028BEGIN TRANSACTION;\u2029\rCOMMIT;\r",
  "\ufeffĀēķ 𝒜 👩‍👩‍👧 \u0085\v\f",
];
const DUMP = [
  "PRAGMA foreign_keys=OFF;",
  "BEGIN TRANSACTION;",
  "CREATE TABLE t (\n  id INTEGER PRIMARY KEY,\n  v TEXT\n);",
  ...ODD.map((v, i) => `INSERT INTO t VALUES(${i},'${v.replaceAll("'", "''")}');`),
  "CREATE TRIGGER g AFTER INSERT ON t BEGIN\n  DELETE FROM t WHERE id < 0;\n  DELETE FROM t WHERE id < -1;\nEND;",
  "COMMIT;\n",
].join("\n");

async function* cut(text: string, at: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const places = [...at].map((n) => n % (bytes.length + 1)).sort((a, b) => a - b);
  for (const [i, place] of [0, ...places].entries()) yield bytes.subarray(place, places[i] ?? bytes.length);
}

async function all(from: AsyncIterable<string>): Promise<string[]> {
  const out: string[] = [];
  for await (const one of from) out.push(one);
  return out;
}

const cuts = fc.array(fc.nat(4_000), { maxLength: 40 });
const text = fc
  .array(fc.oneof(fc.constantFrom("\n", "\r", "\r\n", "\u2028", "\u2029", ";", "\ufeff", "ē", "👩"), fc.string()))
  .map((parts) => parts.join(""));

it("lines are cut at line feeds alone, wherever the pieces are cut", async () => {
  await fc.assert(
    fc.asyncProperty(text, cuts, async (value, at) => {
      const lines = value.split("\n");
      expect(await all(linesOf(cut(value, at)))).toEqual(lines.at(-1) === "" ? lines.slice(0, -1) : lines);
    }),
  );
});

it("bytes that are no text are a fault, and not replaced", async () => {
  const pieces = async function* () {
    yield new Uint8Array([0x61, 0xc4]);
  };
  await expect(all(linesOf(pieces()))).rejects.toThrow();
});

it("statements come whole, one by one, and are the dump again when put together", async () => {
  await fc.assert(
    fc.asyncProperty(cuts, async (at) => {
      const chunks = await all(chunksOf(cut(DUMP, at), 1));
      expect(`${chunks.join("\n")}\n`).toBe(DUMP);
      expect(chunks).toHaveLength(6 + ODD.length - 1);
    }),
  );
});

it("the copy holds every value as the server sent it", async () => {
  const server = createServer(async (_, answer) => {
    for await (const piece of cut(DUMP, [150, 151, 152, 177, 260, 301, 302, 303])) answer.write(piece);
    answer.end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const folder = mkdtempSync(join(tmpdir(), "pieteka-dump-"));
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, "copy.db");
  const databaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await loadDump({ databaseUrl, databaseAuthToken: undefined }, file);
  const client = createClient({ url: `file:${file}` });
  const rows = await client.execute("SELECT v FROM t ORDER BY id");
  client.close();
  expect(rows.rows.map(({ v }) => v)).toEqual(ODD);
});
