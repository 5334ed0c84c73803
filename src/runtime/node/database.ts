/**
 * Opens the database on Node. An embedded file gets one connection, because settings of SQLite belong to a connection and
 * `secure_delete` must never be missing: with it, deleted rows are overwritten with zeros in the file (DESIGN 6).
 */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type Client, createClient, type InStatement, type TransactionMode } from "@libsql/client";
import type { Config } from "../../platform/config.ts";
import { createDatabaseFetch } from "../database-fetch.ts";
import { createGroupCommit } from "./database/group-commit.ts";
import { keepStatements } from "./database/kept-statements.ts";
import { vacuum } from "./database/vacuum.ts";

const BUSY_MS = 5000;
const WAL_PAUSE_MS = 1000;

/** Path of an embedded database, undefined for a server. */
export function embeddedPath(databaseUrl: string): string | undefined {
  return databaseUrl.startsWith("file:") ? databaseUrl.slice("file:".length).replace(/^\/\/(?=\/)/, "") : undefined;
}

/** Folder of everything that is kept beside an embedded database: captured mail, keys of the demo. */
export function dataFolder(config: Pick<Config, "databaseUrl">): string {
  const path = embeddedPath(config.databaseUrl);
  return path ? dirname(path) : ".data";
}

/** Opens the database of the settings; creates an embedded file and its folder. `busyMs`: how long others may hold it. */
export async function openClient(
  config: Pick<Config, "databaseUrl" | "databaseAuthToken">,
  { busyMs = BUSY_MS } = {},
): Promise<Client> {
  const path = embeddedPath(config.databaseUrl);
  if (!path)
    return createClient({ url: config.databaseUrl, authToken: config.databaseAuthToken, fetch: createDatabaseFetch() });
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  keepStatements();
  const client = createClient({ url: `file:${path}`, concurrency: 1, timeout: busyMs });
  // Heard only while the file is new: what deletions free can be given back later, page by page (database/vacuum.ts).
  await client.execute("PRAGMA auto_vacuum = INCREMENTAL");
  await client.execute("PRAGMA journal_mode = WAL");
  await setUp(client);
  return guarded(client);
}

/** What SQLite forgets with each connection. */
async function setUp(connection: Pick<Client, "execute">): Promise<void> {
  // With NORMAL the newest commits do not outlive a power failure: a withdrawal that was answered, a checkpoint that was
  // published, the mark without which a mail would go out again. Each commit is on the disk before anything follows from it.
  await connection.execute("PRAGMA synchronous = FULL");
  await connection.execute("PRAGMA foreign_keys = ON");
  // 64 MiB: with the 2 MiB of the default the indexes of a large mailing are read from the disk again for each batch.
  await connection.execute("PRAGMA cache_size = -65536");
  // Every checkpoint writes the same pages of a large mailing into the file again: once in 40 MiB of log, not in 4.
  await connection.execute("PRAGMA wal_autocheckpoint = 10000");
  const erased = await connection.execute("PRAGMA secure_delete = ON");
  if (Number(erased.rows[0]?.[0]) !== 1) throw new Error("the embedded database does not overwrite deleted rows");
}

/**
 * Two habits of the embedded client that must not reach us.
 *
 * It answers without waiting, so a job that asks it again and again would let nobody else in: not a request, not even its
 * connection. Each question therefore waits for the next turn of the event loop.
 *
 * And a statement that could not get the lock stays open in it: the connection then reads the state of that moment and
 * writes nothing, until the garbage collector comes by. So it is thrown away, and the new one is set up as the first was.
 */
function guarded(client: Client): Client {
  const { execute, batch } = client;
  const asFirst = { execute: (sql: string) => Reflect.apply(execute, client, [sql]) };
  const inTurn =
    <A extends unknown[], R>(ask: (...asked: A) => Promise<R>) =>
    async (...asked: A): Promise<R> => {
      await setImmediate();
      try {
        return await Reflect.apply(ask, client, asked);
      } catch (error) {
        if (/^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: unknown }).code))) {
          await client.reconnect();
          await setUp(asFirst);
        }
        throw error;
      }
    };
  const read = inTurn(batch);
  const write = createGroupCommit(
    { transaction: inTurn(client.transaction) },
    inTurn((statements: InStatement[]) => Reflect.apply(batch, client, [statements, "write"])),
  );
  return Object.assign(client, {
    execute: inTurn(execute),
    batch: (statements: InStatement[], mode?: TransactionMode) =>
      mode === "write" ? write(statements) : read(statements, mode),
  });
}

/**
 * Empties the write-ahead log of an embedded database after erasures, so that pages from before them do not stay in it.
 * `soon` at most once a second; `now` at the end of the process; `vacuum` gives free pages back to the disk. A database
 * server does this in its own way.
 */
export function walEmptier(client: Client, config: Pick<Config, "databaseUrl">, fault: (error: unknown) => void) {
  let waiting: NodeJS.Timeout | undefined;
  const now = async () => {
    clearTimeout(waiting);
    waiting = undefined;
    const answer = await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    // Another process may be reading; then a second later.
    if (Number(answer.rows[0]?.[0]) !== 0) soon();
  };
  const soon = () => {
    waiting ??= setTimeout(() => now().catch(fault), WAL_PAUSE_MS);
  };
  const giveBack = async () => {
    // Only the checkpoint cuts the file off.
    if ((await vacuum(client)) > 0) soon();
  };
  return embeddedPath(config.databaseUrl)
    ? { soon, now, vacuum: giveBack }
    : { soon: () => {}, now: async () => {}, vacuum: undefined };
}
