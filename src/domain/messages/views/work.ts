/** Reads for the sweep: which mailings have work left, and whose chain of jobs is alive. */
import { and, eq, gt, inArray, lte, or, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { batch, lease, mailing, message } from "../../../platform/schema.ts";

/**
 * Mailings with work left: for the sweep that finds what a queue lost. Of those that stand still or were cancelled the ones
 * with a batch in doubt or messages to take back.
 */
export async function readUnfinished(db: Database): Promise<{ id: string; state: string }[]> {
  const open = sql`exists (select 1 from ${batch} where ${batch.mailingId} = ${mailing.id} and ${batch.state} = 'attempted')`;
  const left = sql`exists (select 1 from ${message} where ${message.mailingId} = ${mailing.id} and ${message.state} = 'planned')`;
  return db.read
    .select({ id: mailing.id, state: mailing.state })
    .from(mailing)
    .where(
      or(
        inArray(mailing.state, ["planning", "sending", "closing"]),
        and(inArray(mailing.state, ["paused", "cancelled"]), open),
        and(eq(mailing.state, "cancelled"), left),
      ),
    );
}

/** The state of a mailing, without its texts. */
export async function readState(db: Database, mailingId: string) {
  const row = await db.read.select({ state: mailing.state }).from(mailing).where(eq(mailing.id, mailingId)).get();
  return row?.state;
}

/** Names of the chains of jobs that are alive (store/turn.ts). */
export async function readLiveTurns(db: Database, now: number, longestMs: number): Promise<Set<string>> {
  const alive = and(gt(lease.until, now), lte(lease.until, now + longestMs));
  const rows = await db.read.select({ name: lease.name }).from(lease).where(alive);
  return new Set(rows.map((r) => r.name));
}
