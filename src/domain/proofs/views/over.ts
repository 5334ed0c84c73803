/** Sealed proofs whose day has come, and what is left of subscriptions that never had one. */
import { and, inArray, lte, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { consentRecord, event } from "../../../platform/schema.ts";

export interface Over {
  records: string[];
  /** How many events these records have. */
  events: number;
  /** Ended without a record, before the moment given. */
  subscriptions: string[];
}

/** Up to `most` of each. A record that speaks for somebody who is still on a list is not over, whatever its day. */
export async function readOver(
  db: Database,
  { day, endedBefore, most }: { day: string; endedBefore: number; most: number },
): Promise<Over> {
  const live = sql`EXISTS (SELECT 1 FROM subscription s WHERE s.record_id = ${consentRecord.id} AND s.state <> 'ended')`;
  const [records, ended] = await Promise.all([
    db.read
      .select({ id: consentRecord.id })
      .from(consentRecord)
      .where(and(lte(consentRecord.shredDay, day), sql`NOT ${live}`))
      .limit(most),
    // Named, because the other index that fits goes through everybody who is on a list without a proof.
    db.client.execute({
      sql: `SELECT id FROM subscription INDEXED BY subscription_ended
            WHERE state = 'ended' AND record_id IS NULL AND ended_at <= ? LIMIT ?`,
      args: [endedBefore, most],
    }),
  ]);
  const ids = records.map(({ id }) => id);
  const events = ids.length > 0 ? await db.read.$count(event, inArray(event.recordId, ids)) : 0;
  return { records: ids, events, subscriptions: ended.rows.map(({ id }) => String(id)) };
}
