/** Writes of purposes. */
import { and, eq } from "drizzle-orm";
import { type Database, holds, type Write, write } from "../../platform/db.ts";
import { purpose } from "../../platform/schema.ts";
import type { Basis, PurposeSheet, PurposeState } from "./rules.ts";

const asRow = (sheet: PurposeSheet) => sheet as unknown as Record<string, unknown>;

/** A new draft; stale if its slug was taken meanwhile. */
export function insertPurpose(
  db: Database,
  row: { id: string; slug: string; basis: Basis | null; sheet: PurposeSheet; at: number },
): Write {
  const { id, slug, basis, at } = row;
  const values = { id, slug, basis, sheet: asRow(row.sheet), state: "draft" as const, createdAt: at, updatedAt: at };
  return write(db.read.insert(purpose).values(values).onConflictDoNothing(), 1);
}

/** The next version of a purpose; stale if it was changed meanwhile. */
export function updatePurpose(
  db: Database,
  row: { id: string; version: number; at: number; basis?: Basis | null; sheet?: PurposeSheet; state?: PurposeState },
): Write {
  const { id, version, at, basis, sheet, state } = row;
  return write(
    db.read
      .update(purpose)
      .set({ basis, sheet: sheet && asRow(sheet), state, version: version + 1, updatedAt: at })
      .where(and(eq(purpose.id, id), eq(purpose.version, version))),
    1,
  );
}

/** Holds while the newest statement of the purpose exists in each of these languages. */
export function hasStatements(purposeId: string, languages: readonly string[]): Write {
  const marks = languages.map(() => "?").join(",");
  return holds(
    `(SELECT count(*) FROM notice WHERE kind = 'consent' AND purpose_id = ? AND language IN (${marks})
        AND version = (SELECT max(version) FROM notice WHERE kind = 'consent' AND purpose_id = ?)) = ?`,
    [purposeId, ...languages, purposeId, languages.length],
  );
}

/** Holds while no active list belongs to the purpose. */
export function hasNoActiveList(purposeId: string): Write {
  return holds("NOT EXISTS (SELECT 1 FROM list WHERE purpose_id = ? AND state = 'active')", [purposeId]);
}
