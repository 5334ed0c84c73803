/**
 * The database: one libSQL client and drizzle over it. Reads run at once; writes are inert statements that only
 * `domain/commit.ts` runs, all of one act in one atomic batch.
 */
import type { Client, InStatement, InValue } from "@libsql/client";
import type { LibSQLDatabase } from "drizzle-orm/libsql";
import { drizzle } from "drizzle-orm/libsql/web";
import * as schema from "./schema.ts";

export interface Database {
  /** For reads only. */
  read: LibSQLDatabase<typeof schema>;
  client: Client;
}

/** One statement of an act. `expect` is the exact number of rows it must change, or the whole act is stale. */
export interface Write {
  sql: string;
  args: InValue[];
  expect?: number;
}

/**
 * Aborts a batch where a condition fails: SQLite cannot raise outside triggers, but it refuses this sum ("integer
 * overflow"), and nothing else of ours adds up to it.
 */
const STALE = "abs(-9223372036854775808)";

/** Wraps a client of either runtime (`@libsql/client` or `@libsql/client/web`). */
export function openDatabase(client: Client): Database {
  return { client, read: drizzle(client, { schema }) };
}

/** Turns a drizzle query into an inert write, optionally guarded by the number of rows it must change. */
export function write(query: { toSQL(): { sql: string; params: unknown[] } }, expect?: number): Write {
  const { sql, params } = query.toSQL();
  return { sql, args: params as InValue[], ...(expect === undefined ? {} : { expect }) };
}

/**
 * A condition that must hold inside the batch, after the writes before it: `sql` is an expression that is 1 when it does.
 */
export function holds(sql: string, args: InValue[] = []): Write {
  return { sql: `SELECT iif((${sql}),1,${STALE})`, args };
}

/** The statements of a batch: each guarded write is followed by the check of its row count. */
export function guarded(writes: Write[]): InStatement[] {
  return writes.flatMap((w) => {
    const statement = { sql: w.sql, args: w.args };
    return w.expect === undefined
      ? [statement]
      : [statement, { sql: `SELECT iif(changes()=?,1,${STALE})`, args: [w.expect] }];
  });
}

/** What the database said no with, without the statement or its values (they hold personal data). */
export type DatabaseNo = "stale" | "constraint" | "unreachable" | "other";

/** Classifies an error of the client or of drizzle. Walks the cause chain; never looks at values. */
export function databaseNo(error: unknown): DatabaseNo {
  for (let e = error as { code?: unknown; message?: unknown; cause?: unknown } | undefined; e; ) {
    const code = String(e.code ?? "");
    const message = String(e.message ?? "");
    if (/integer overflow/i.test(message)) return "stale";
    if (code.startsWith("SQLITE_CONSTRAINT") || /constraint failed/i.test(message)) return "constraint";
    if (
      /^(SERVER_ERROR|HRANA_|SQLITE_BUSY)/.test(code) ||
      /fetch failed|HTTP status 5|timed? ?out|ECONN/i.test(message)
    )
      return "unreachable";
    e = e.cause as typeof e;
  }
  return "other";
}
