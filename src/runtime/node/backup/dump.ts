/**
 * The dump of a libSQL server, `GET /dump`: SQL text of one moment. Rows come a line each (line feeds in values are written as
 * `replace(…, char(10))`), definitions over several lines. Loaded as it comes, so that no size is too large for the memory.
 */
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { createClient } from "@libsql/client";
import type { Config } from "../../../platform/config.ts";

/** Bytes of SQL that are run at one time. */
const CHUNK = 1 << 20;

/** Loads the dump of the server into a new file. Throws if the server gives none, or it ends before its end. */
export async function loadDump(config: Pick<Config, "databaseUrl" | "databaseAuthToken">, file: string): Promise<void> {
  const url = new URL("/dump", config.databaseUrl.replace(/^libsql:/, "https:").replace(/^ws(s?):/, "http$1:"));
  const headers = config.databaseAuthToken ? { Authorization: `Bearer ${config.databaseAuthToken}` } : undefined;
  const answer = await fetch(url, headers ? { headers } : {});
  if (!answer.ok || !answer.body) throw new Error(`The database server gives no dump (status ${answer.status}).`);
  const client = createClient({ url: `file:${file}`, intMode: "bigint" });
  try {
    await client.executeMultiple("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;");
    let whole = false;
    for await (const sql of chunksOf(Readable.fromWeb(answer.body as ReadableStream))) {
      whole = sql.endsWith("COMMIT;");
      // The client ends a transaction with each call: what is half here when it breaks off is thrown away as a file.
      await client.executeMultiple(`BEGIN;\n${sql.replace(/^(BEGIN TRANSACTION|COMMIT);$/gm, "")}\nCOMMIT;`);
    }
    if (!whole) throw new Error("The dump of the database server broke off.");
  } finally {
    client.close();
  }
}

/** Whole statements, some at a time. */
export async function* chunksOf(text: Readable): AsyncGenerator<string> {
  let pending: string[] = [];
  let size = 0;
  let trigger = false;
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    pending.push(line);
    size += line.length;
    trigger ||= /^CREATE TRIGGER\b/i.test(line);
    const ends = trigger ? /\bEND;$/i.test(line) : line.endsWith(";");
    if (!ends) continue;
    trigger = false;
    if (size < CHUNK && line !== "COMMIT;") continue;
    yield pending.join("\n");
    pending = [];
    size = 0;
  }
  if (pending.length > 0) yield pending.join("\n");
}
