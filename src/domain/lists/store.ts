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

/** A newsletter becomes a service list of this purpose; stale if it was changed meanwhile. */
export function moveList(m: { id: string; version: number; purposeId: string }): Write {
  return {
    sql: `UPDATE list SET kind='service', purpose_id=?, version=version+1
          WHERE id=? AND version=? AND kind='newsletter' AND state='active'`,
    args: [m.purposeId, m.id, m.version],
    expect: 1,
  };
}

/** Holds while nobody on the list has proved his consent, no mailing of it is under way, and the purpose is its own. */
export function moveHolds(m: { id: string; purposeId: string }): Write[] {
  return [
    holds("NOT EXISTS (SELECT 1 FROM subscription WHERE list_id = ? AND state = 'active')", [m.id]),
    holds(
      "NOT EXISTS (SELECT 1 FROM mailing WHERE list_id = ? AND state IN ('planning','sending','paused','sent','closing') AND kind <> 'newsletter')",
      [m.id],
    ),
    holds("EXISTS (SELECT 1 FROM purpose WHERE id = ? AND state = 'active' AND basis = 'e')", [m.purposeId]),
    holds("NOT EXISTS (SELECT 1 FROM list WHERE purpose_id = ? AND id <> ?)", [m.purposeId, m.id]),
    holds("NOT EXISTS (SELECT 1 FROM suppression WHERE scope = ?)", [m.purposeId]),
  ];
}

/** Whoever left for one purpose is not mailed for the other either. Reads all tags: an act that happens once for a list. */
export function carryTags({ from, to }: { from: string; to: string }): Write {
  return {
    sql: `INSERT OR IGNORE INTO suppression (tag, key_id, scope, reason, day, review_day)
          SELECT tag, key_id, ?, reason, day, review_day FROM suppression WHERE scope = ?`,
    args: [to, from],
  };
}
