/** Reads of the institution: for pages, mails and every verb that needs the controller's settings. */
import { eq, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "../../platform/db.ts";
import * as schema from "../../platform/schema.ts";
import type { Institution } from "./rules.ts";

const { institution } = schema;

/** The institution, or undefined before set-up. */
export async function readInstitution(db: Database): Promise<Institution | undefined> {
  return (await readInstitutionRow(db))?.profile;
}

/** The institution with its version, for a change that must not overwrite somebody else's. */
export async function readInstitutionRow(
  db: Database,
): Promise<{ profile: Institution; version: number; logOrigin: string } | undefined> {
  const row = await db.read.select().from(institution).where(eq(institution.id, 1)).get();
  return row && { profile: row.profile as unknown as Institution, version: row.version, logOrigin: row.logOrigin };
}

/** Origin line of the proof log, `news.ministry.example/log`. Throws before set-up: nothing is logged then. */
export async function readLogOrigin(db: Database): Promise<string> {
  const row = await db.read
    .select({ origin: institution.logOrigin })
    .from(institution)
    .where(eq(institution.id, 1))
    .get();
  if (!row) throw new Error("the institution is not set up");
  return row.origin;
}

/** Names of the tables that the program needs and the database does not have. Throws if the database does not answer. */
export async function missingTables(db: Database): Promise<string[]> {
  const found = await db.client.execute("SELECT name FROM sqlite_master WHERE type = 'table'");
  const there = new Set(found.rows.map((row) => String(row.name)));
  return Object.values(schema)
    .filter((value) => is(value, SQLiteTable))
    .map((table) => getTableName(table))
    .filter((name) => !there.has(name));
}
