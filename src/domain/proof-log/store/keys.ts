/** SQL of the history of signing keys: rows begin and end, none is ever deleted. */
import { and, eq, isNull } from "drizzle-orm";
import { type Database, type Write, write } from "../../../platform/db.ts";
import { logKey } from "../../../platform/schema.ts";

/** Keys that begin and end now. A retired key that came back signs again. Stale where another was faster. */
export function keyWrites(db: Database, keys: { added: string[]; retired: string[]; at: number }): Write[] {
  const { added, retired, at } = keys;
  return [
    ...added.map((vkey) =>
      write(
        db.read
          .insert(logKey)
          .values({ vkey, fromAt: at })
          .onConflictDoUpdate({ target: logKey.vkey, set: { toAt: null } }),
      ),
    ),
    ...retired.map((vkey) =>
      write(
        db.read
          .update(logKey)
          .set({ toAt: at })
          .where(and(eq(logKey.vkey, vkey), isNull(logKey.toAt))),
        1,
      ),
    ),
  ];
}

/** Others may have had this key since then. Stale if that was said before. */
export function leakedKeyWrite(db: Database, vkey: string, leakedAt: number): Write {
  return write(
    db.read
      .update(logKey)
      .set({ leakedAt })
      .where(and(eq(logKey.vkey, vkey), isNull(logKey.leakedAt))),
    1,
  );
}
