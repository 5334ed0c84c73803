/** Reads that the sealer compares with the copy outside the database. */
import { and, asc, count, desc, gt, inArray, isNull } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { sameBytes, utf8 } from "../../../platform/encoding.ts";
import { alert, logCopy, logEntry, logPast } from "../../../platform/schema.ts";
import { LOG_STOPS } from "../rules/stops.ts";
import { leafHash } from "../rules/tree.ts";

/** The copy that this database has met; undefined while it has met none. */
export async function readKnownCopy(db: Database): Promise<string | undefined> {
  return (await db.read.select({ id: logCopy.copyId }).from(logCopy).get())?.id;
}

/** Origins under which nothing is signed any more, oldest first. */
export async function readPastLogs(db: Database) {
  return db.read.select().from(logPast).orderBy(asc(logPast.size), asc(logPast.endedAt));
}

export interface Page {
  entries: string[];
  leaves: Uint8Array[];
}

/** Up to `limit` entries from index `from` with their leaf hashes. Throws at a gap, or where a row is not what it says. */
export async function readEntries(db: Database, from: number, limit: number): Promise<Page> {
  const rows = await db.read
    .select()
    .from(logEntry)
    .where(gt(logEntry.seq, from))
    .orderBy(asc(logEntry.seq))
    .limit(limit);
  const leaves = rows.map((row, i) => {
    if (row.seq !== from + i + 1) throw new Error("the log has a gap");
    const leaf = leafHash(utf8(row.entry));
    if (!sameBytes(leaf, row.leaf)) throw new Error(`the entry ${from + i} is not the one that was committed`);
    return leaf;
  });
  return { entries: rows.map((row) => row.entry), leaves };
}

/** How many of these entries are here at all, at whatever place. */
export async function countKnown(db: Database, entries: readonly string[]): Promise<number> {
  let known = 0;
  for (let at = 0; at < entries.length; at += 200) {
    const leaves = entries.slice(at, at + 200).map((entry) => leafHash(utf8(entry)));
    const row = await db.read.select({ n: count() }).from(logEntry).where(inArray(logEntry.leaf, leaves)).get();
    known += row?.n ?? 0;
  }
  return known;
}

/** Open alerts that say why nothing is signed. */
export async function readStops(db: Database): Promise<string[]> {
  const rows = await db.read
    .select({ code: alert.code })
    .from(alert)
    .where(and(isNull(alert.closedAt), inArray(alert.code, [...LOG_STOPS])))
    .orderBy(desc(alert.at));
  return rows.map(({ code }) => code);
}
