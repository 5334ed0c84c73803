/** Writes of the institution's one row. */
import { and, eq } from "drizzle-orm";
import { type Database, type Write, write } from "../../platform/db.ts";
import { institution } from "../../platform/schema.ts";
import type { Institution } from "./rules.ts";

const asRow = (profile: Institution) => profile as unknown as Record<string, unknown>;

/** The first row; stale if there is one already. */
export function insertInstitution(db: Database, row: { profile: Institution; logOrigin: string; at: number }): Write {
  const values = { id: 1, profile: asRow(row.profile), logOrigin: row.logOrigin, updatedAt: row.at };
  return write(db.read.insert(institution).values(values).onConflictDoNothing(), 1);
}

/** The next version; stale if it was changed meanwhile. The log origin is never touched. */
export function updateInstitution(db: Database, row: { profile: Institution; version: number; at: number }): Write {
  return write(
    db.read
      .update(institution)
      .set({ profile: asRow(row.profile), version: row.version + 1, updatedAt: row.at })
      .where(and(eq(institution.id, 1), eq(institution.version, row.version))),
    1,
  );
}
