/**
 * The dump of a libSQL server, `GET /dump`: SQL text of one moment. Rows come a line each (line feeds in values are written as
 * `replace(…, char(10))`), definitions over several lines. Loaded as it comes, so that no size is too large for the memory.
 */
import { createClient } from "@libsql/client";
import type { Config } from "../../../platform/config.ts";
import { linesOf } from "./lines.ts";

/** Bytes of SQL that are run at one time. */
const CHUNK = 1 << 20;
/** The server's own transaction, each a line. Compared whole: to a pattern, a value's U+2028 begins a line as well. */
const FRAME = ["BEGIN TRANSACTION;", "COMMIT;"];

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
    for await (const sql of chunksOf(answer.body)) {
      const lines = sql.split("\n");
      whole = lines.at(-1) === "COMMIT;";
      // The client ends a transaction with each call: what is half here when it breaks off is thrown away as a file.
      await client.executeMultiple(`BEGIN;\n${lines.filter((line) => !FRAME.includes(line)).join("\n")}\nCOMMIT;`);
    }
    if (!whole) throw new Error("The dump of the database server broke off.");
  } finally {
    client.close();
  }
}

/** Whole statements, some at a time; put together with line feeds they are the dump. `most`: characters, about. */
export async function* chunksOf(pieces: AsyncIterable<Uint8Array>, most = CHUNK): AsyncGenerator<string> {
  let pending: string[] = [];
  let size = 0;
  let trigger = false;
  for await (const line of linesOf(pieces)) {
    pending.push(line);
    size += line.length;
    trigger ||= /^CREATE TRIGGER\b/i.test(line);
    const ends = trigger ? /\bEND;$/i.test(line) : line.endsWith(";");
    if (!ends) continue;
    trigger = false;
    if (size < most && line !== "COMMIT;") continue;
    yield pending.join("\n");
    pending = [];
    size = 0;
  }
  if (pending.length > 0) yield pending.join("\n");
}
