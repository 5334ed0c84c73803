/** Reads of openings: one, those that wait, and who has read a record. */
import { and, desc, eq, gt, inArray, or, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { proofOpening, readLog } from "../../../platform/schema.ts";
import { LOOKS_AN_HOUR, LOOKS_WINDOW_MS, type Opening } from "../rules/opening.ts";

/** One opening with the tag that the typed address must give again; undefined if there is none. */
export async function readOpening(
  db: Database,
  id: string,
): Promise<(Opening & { tag: Uint8Array | null }) | undefined> {
  return db.read.select().from(proofOpening).where(eq(proofOpening.id, id)).get();
}

/** What waits for a second person, for its address, or can be read; then what is over, newest first. Up to 50. */
export async function readOpenings(db: Database, now: number): Promise<{ live: Opening[]; over: Opening[] }> {
  const { tag: _, ...columns } = columnsOf();
  const { read } = db;
  const recent = read.select(columns).from(proofOpening).orderBy(desc(proofOpening.askedAt)).limit(50);
  const going = read
    .select(columns)
    .from(proofOpening)
    .where(and(inArray(proofOpening.state, ["asked", "granted", "opened"]), gt(proofOpening.until, now)))
    .orderBy(desc(proofOpening.askedAt))
    .limit(50);
  const [live, all] = await read.batch([going, recent]);
  return { live, over: all.filter((one) => !live.some(({ id }) => id === one.id)) };
}

const columnsOf = () => {
  const { id, state, ground, reason, askedBy, askedAt, tag, decidedBy, decidedAt, note, openedAt, until, records } =
    proofOpening;
  return { id, state, ground, reason, askedBy, askedAt, tag, decidedBy, decidedAt, note, openedAt, until, records };
};

/** How many requests of others wait for this member of staff. */
export async function countAsked(db: Database, now: number, by: string): Promise<number> {
  const waiting = await db.read
    .select({ askedBy: proofOpening.askedBy })
    .from(proofOpening)
    .where(and(eq(proofOpening.state, "asked"), gt(proofOpening.until, now)));
  return waiting.filter((one) => one.askedBy !== by).length;
}

/** Whether this member of staff has looked too often within the hour (the commit asks again). */
export async function looksTooOften(db: Database, actor: string, now: number): Promise<boolean> {
  const acts = inArray(readLog.act, ["proofs.look-up", "proofs.open", "proofs.ask", "reading.person", "hold.place"]);
  const rows = await db.read
    .select({ at: readLog.at })
    .from(readLog)
    .where(and(eq(readLog.actor, actor), gt(readLog.at, now - LOOKS_WINDOW_MS), acts, SEEN))
    .limit(LOOKS_AN_HOUR);
  return rows.length >= LOOKS_AN_HOUR;
}

/** An attempt that was refused is on record too; it is no look. */
const SEEN = sql`${readLog.outcome} IS NOT 'refused'`;

export interface ReadLine {
  at: number;
  actor: string;
  act: string;
  reason: string | null;
}

/** Who has read these records, or the person they are of: newest first, up to 50. */
export async function readReaders(db: Database, subjects: readonly string[]): Promise<ReadLine[]> {
  if (subjects.length === 0) return [];
  return db.read
    .select({ at: readLog.at, actor: readLog.actor, act: readLog.act, reason: readLog.reason })
    .from(readLog)
    .where(and(or(...subjects.map((subject) => eq(readLog.subject, subject))), SEEN))
    .orderBy(desc(readLog.at))
    .limit(50);
}
