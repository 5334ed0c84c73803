/** Reads of purposes, for pages, the register and the verbs of other nouns. */
import { asc, eq } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { purpose } from "../../platform/schema.ts";
import type { Purpose, PurposeSheet } from "./rules.ts";

/** The purpose with this id. */
export async function readPurpose(db: Database, id: string): Promise<Purpose | undefined> {
  const row = await db.read.select().from(purpose).where(eq(purpose.id, id)).get();
  return row && asPurpose(row);
}

/** All purposes, oldest first. */
export async function readPurposes(db: Database): Promise<Purpose[]> {
  const rows = await db.read.select().from(purpose).orderBy(asc(purpose.createdAt), asc(purpose.slug));
  return rows.map(asPurpose);
}

function asPurpose(row: typeof purpose.$inferSelect): Purpose {
  return { ...row, sheet: row.sheet as unknown as PurposeSheet };
}
