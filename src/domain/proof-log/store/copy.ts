/** What the comparison with the copy outside writes: entries brought back, the copy met, a new origin. */
import { and, eq, inArray, lt } from "drizzle-orm";
import { type Database, holds, type Write, write } from "../../../platform/db.ts";
import { utf8 } from "../../../platform/encoding.ts";
import { institution, logCopy, logEntry, logPast } from "../../../platform/schema.ts";
import { leafHash } from "../rules/tree.ts";

/** This database has met this copy; undefined: it may meet a new one. */
export function metCopyWrite(db: Database, copyId: string | undefined, at: number): Write {
  if (copyId === undefined) return write(db.read.delete(logCopy));
  return write(
    db.read
      .insert(logCopy)
      .values({ id: 1, copyId, at })
      .onConflictDoUpdate({ target: logCopy.id, set: { copyId, at } }),
  );
}

/**
 * Puts entries of the copy at their places, from index `from`; what stood there, never signed, moves behind them in its
 * order, but for what is among them: an act has one entry. Stale if anything was signed beyond `from` meanwhile.
 */
export function bringBackWrites(db: Database, from: number, entries: readonly string[]): Write[] {
  const rows = entries.map((entry, i) => ({ seq: from + i + 1, entry, leaf: leafHash(utf8(entry)) }));
  return [
    holds("NOT EXISTS (SELECT 1 FROM checkpoint WHERE size > ?)", [from]),
    // Keys are looked at row by row: over the negative numbers nothing meets anything.
    { sql: "UPDATE log_entry SET seq = -seq WHERE seq > ?", args: [from] },
    ...chunks(rows, 200).flatMap((some) => {
      const leaves = some.map(({ leaf }) => leaf);
      return [
        write(db.read.delete(logEntry).where(and(lt(logEntry.seq, 0), inArray(logEntry.leaf, leaves)))),
        write(db.read.insert(logEntry).values(some)),
      ];
    }),
    {
      sql: `WITH r AS (SELECT seq AS old, row_number() OVER (ORDER BY seq DESC) AS n FROM log_entry WHERE seq < 0)
            UPDATE log_entry SET seq = ? + r.n FROM r WHERE log_entry.seq = r.old`,
      args: [from + entries.length],
    },
  ];
}

/** From now on the log has this origin. Stale if it has not the old one. */
export function originWrites(db: Database, origin: { old: string; next: string }, past: PastRow[]): Write[] {
  return [
    write(db.read.update(institution).set({ logOrigin: origin.next }).where(eq(institution.logOrigin, origin.old)), 1),
    ...past.map((row) => write(db.read.insert(logPast).values(row).onConflictDoNothing())),
  ];
}

export interface PastRow {
  origin: string;
  size: number;
  root: Uint8Array;
  endedAt: number;
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
