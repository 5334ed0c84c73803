/** Sealed proofs whose day has come, and what is left of subscriptions that never had one. */
import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { consentRecord, event, subscription } from "../../../platform/schema.ts";

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
  const [records, subscriptions] = await db.read.batch([
    db.read
      .select({ id: consentRecord.id })
      .from(consentRecord)
      .where(and(lte(consentRecord.shredDay, day), sql`NOT ${live}`))
      .limit(most),
    db.read
      .select({ id: subscription.id })
      .from(subscription)
      .where(
        and(eq(subscription.state, "ended"), isNull(subscription.recordId), lte(subscription.endedAt, endedBefore)),
      )
      .limit(most),
  ]);
  const ids = records.map(({ id }) => id);
  const events = ids.length > 0 ? await db.read.$count(event, inArray(event.recordId, ids)) : 0;
  return { records: ids, events, subscriptions: subscriptions.map(({ id }) => id) };
}
