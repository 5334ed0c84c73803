/**
 * The real database, in memory: libSQL with the real migrations and one office in it. The office is made once in a
 * process; every simulation gets a copy. `raw` is the same connection without promises, for looking.
 */
import type { Client } from "@libsql/client";
import { ConnectionPool, Sqlite3Client } from "@libsql/client/sqlite3";
import { createHouse } from "../../../src/runtime/house.ts";
import { migrateDatabase } from "../../../src/runtime/node/migrate.ts";
import { testConfig } from "../../support/settings.ts";
import { START } from "../../support/time.ts";
import { furnish } from "../house/office.ts";
import { Random, seededIds } from "../machine/random.ts";

export const DATABASE_URL = "file:simulation.db";

export type Raw = ReturnType<ConnectionPool["acquireSync"]>;

export interface OpenDatabase {
  client: Client;
  raw: Raw;
  close(): void;
}

function openEmpty(): OpenDatabase {
  const pool = new ConnectionPool(":memory:", {}, 1);
  const raw = pool.acquireSync();
  pool.release(raw);
  raw.exec("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
  keepStatements(raw);
  return { client: new Sqlite3Client(pool, "number"), raw, close: () => pool.close() };
}

type Statement = ReturnType<Raw["prepare"]>;

/** The client prepares every statement anew; here the same few hundred come again thousands of times. */
function keepStatements(raw: Raw): void {
  const prepare = raw.prepare.bind(raw);
  const kept = new Map<string, Statement>();
  const again = (sql: string): Statement => {
    const found = kept.get(sql);
    if (found) return found;
    const made = askOnce(prepare(sql));
    if (kept.size < 1_000) kept.set(sql, made);
    return made;
  };
  Object.assign(raw, { prepare: again });
}

/** What the client asks of a statement each time, although it stays the same. */
function askOnce(statement: Statement): Statement {
  const { raw, columns } = statement;
  let first: { is: Statement } | { no: unknown } | undefined;
  statement.raw = (on) => {
    if (!on) return raw.call(statement, on);
    if (!first) {
      try {
        first = { is: raw.call(statement, on) };
      } catch (no) {
        first = { no };
      }
    }
    if ("no" in first) throw first.no;
    return first.is;
  };
  let known: ReturnType<Statement["columns"]> | undefined;
  statement.columns = () => {
    known ??= columns.call(statement);
    return known;
  };
  return statement;
}

interface Template {
  schema: string;
  tables: { insert: string; rows: unknown[][] }[];
}

let template: Promise<Template> | undefined;

/** A new database with the office in it. */
export async function openCopy(): Promise<OpenDatabase> {
  template ??= makeTemplate();
  const { schema, tables } = await template;
  const db = openEmpty();
  db.raw.exec(`PRAGMA foreign_keys = OFF;${schema}`);
  for (const { insert, rows } of tables) {
    const statement = db.raw.prepare(insert);
    for (const row of rows) statement.run(...row);
  }
  db.raw.exec("PRAGMA foreign_keys = ON");
  return db;
}

async function makeTemplate(): Promise<Template> {
  const { client, raw, close } = openEmpty();
  await migrateDatabase(client);
  const config = testConfig(DATABASE_URL);
  const clock = { now: () => START, pause: async () => {}, elapse: async () => {} };
  const house = createHouse(config, { clock, ids: seededIds(new Random(0, "office")), line: () => {} });
  const never = () => {
    throw new Error("nothing is mailed while the office is made");
  };
  const mailer = {
    name: "capture",
    limit: 1,
    width: 1,
    perSecond: undefined,
    tellsPace: true,
    remembersKeys: true,
    oneByOne: false,
    prepare: never,
  } as const;
  await furnish(
    house.depsOver({ client, queue: { enqueue: async () => {} }, mailer, defer: never, afterErasure: () => {} }),
  );
  const made = raw
    .prepare("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    .all();
  const tables = (made as { name: string; sql: string }[])
    .filter(({ sql }) => /^CREATE TABLE/i.test(sql))
    .flatMap(({ name }) => {
      const rows = raw.prepare(`SELECT * FROM "${name}"`).raw(true).all() as unknown[][];
      const [first] = rows;
      return first ? [{ insert: `INSERT INTO "${name}" VALUES (${first.map(() => "?").join(",")})`, rows }] : [];
    });
  close();
  return { schema: (made as { sql: string }[]).map(({ sql }) => `${sql};`).join("\n"), tables };
}
