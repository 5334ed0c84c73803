/** Reads of batches: what is under way, in doubt, too old. */
import { and, asc, eq, gt, inArray, isNull, lte, notInArray, or, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { batch } from "../../../platform/schema.ts";
import { BATCH_LIFE_MS, SKEW_MS } from "../rules/outcome.ts";

/** An attempt that began in the last moment of a batch's life. */
const LAST_ATTEMPT_MS = 2 * 60_000;

/** How its mails go is read by the writes alone. */
export type BatchRow = Omit<typeof batch.$inferSelect, "oneByOne">;

/** The batches of a mailing whose outcome is not written yet. */
export interface OpenBatches {
  /** The oldest that may be tried now. */
  due: BatchRow | undefined;
  /** How many were attempted without a known outcome. */
  doubtful: number;
  /** When the oldest of these was attempted first. */
  doubtSince: number | undefined;
  /** Until when the provider wants nothing: a frozen batch waits because none went out. */
  pausedUntil: number | undefined;
  /** Earliest moment at which a waiting batch may be tried. */
  nextTry: number | undefined;
}

/** What of a mailing is under way. `busy` are batches that this very job is handing over. */
export async function readOpenBatches(
  db: Database,
  mailingId: string,
  now: number,
  busy: readonly string[] = [],
): Promise<OpenBatches> {
  const open = and(eq(batch.mailingId, mailingId), inArray(batch.state, ["frozen", "attempted"]));
  const [row] = await db.read
    .select({
      doubtful: sql<number>`coalesce(sum(${batch.state} = 'attempted'), 0)`,
      doubtSince: sql<number | null>`min(iif(${batch.state} = 'attempted', ${batch.firstAttemptAt}, null))`,
      pausedUntil: sql<
        number | null
      >`max(iif(${batch.state} = 'frozen' and ${batch.leaseUntil} > ${now}, ${batch.leaseUntil}, null))`,
      nextTry: sql<number | null>`min(${batch.leaseUntil})`,
    })
    .from(batch)
    .where(open);
  const due = await db.read
    .select()
    .from(batch)
    .where(and(open, or(isNull(batch.leaseUntil), lte(batch.leaseUntil, now)), notInArray(batch.id, [...busy])))
    .orderBy(asc(batch.createdAt), asc(batch.id))
    .limit(1)
    .get();
  return {
    due,
    doubtful: row?.doubtful ?? 0,
    doubtSince: row?.doubtSince ?? undefined,
    pausedUntil: row?.pausedUntil ?? undefined,
    nextTry: row?.nextTry ?? undefined,
  };
}

/** Batches of a mailing whose outcome is in doubt and that nobody is asking about right now. */
export async function readDoubtful(db: Database, mailingId: string, now: number): Promise<BatchRow[]> {
  return db.read
    .select()
    .from(batch)
    .where(and(eq(batch.mailingId, mailingId), eq(batch.state, "attempted"), lte(batch.leaseUntil, now)));
}

/** Open batches that are older than a batch may become (and than the last attempt of it can last), or from the future. */
export async function readOldBatches(db: Database, now: number): Promise<BatchRow[]> {
  const old = or(lte(batch.createdAt, now - BATCH_LIFE_MS - LAST_ATTEMPT_MS), gt(batch.createdAt, now + SKEW_MS));
  return db.read
    .select()
    .from(batch)
    .where(and(inArray(batch.state, ["frozen", "attempted"]), old))
    .limit(100);
}

/** The batch as it is now. */
export async function readBatch(db: Database, id: string): Promise<BatchRow | undefined> {
  return db.read.select().from(batch).where(eq(batch.id, id)).get();
}

/** Where the sealed members of a batch live. */
export const batchPlace = (batchId: string) => ({ table: "batch", column: "sealed", row: batchId });
