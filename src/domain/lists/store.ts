/** Writes of lists. */
import { and, eq } from "drizzle-orm";
import { type Database, holds, type Write, write } from "../../platform/db.ts";
import { list } from "../../platform/schema.ts";
import type { List } from "./rules.ts";

/** A new list; stale if its slug was taken meanwhile. */
export function insertList(db: Database, row: List): Write {
  return write(db.read.insert(list).values(row).onConflictDoNothing(), 1);
}

/** The next version of a list; stale if it was changed meanwhile. */
export function updateList(
  db: Database,
  { id, version, ...set }: Pick<List, "id" | "version"> & Partial<Pick<List, "names" | "promise" | "state">>,
): Write {
  return write(
    db.read
      .update(list)
      .set({ names: set.names, promise: set.promise, state: set.state, version: version + 1 })
      .where(and(eq(list.id, id), eq(list.version, version))),
    1,
  );
}

/** Holds while the purpose is active. */
export function purposeIsActive(purposeId: string): Write {
  return holds("EXISTS (SELECT 1 FROM purpose WHERE id = ? AND state = 'active')", [purposeId]);
}

/** Holds while nobody is on the list. */
export function isEmpty(listId: string): Write {
  return holds("NOT EXISTS (SELECT 1 FROM subscription WHERE list_id = ? AND state <> 'ended')", [listId]);
}
