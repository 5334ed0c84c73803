/** Sealed proofs whose day has come, and what is left of subscriptions that never had one. */
import { inArray } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { event } from "../../../platform/schema.ts";
import { endedHeld, proofHeld } from "../../retention/rules/held.ts";

export interface Over {
  records: string[];
  /** How many events these records have. */
  events: number;
  /** Ended without a record, before the moment given. */
  subscriptions: string[];
}

/** The day as of which they are over, and before which moment a subscription without a record must have ended. */
export interface OverAt {
  day: string;
  endedBefore: number;
}

/** A record that speaks for somebody who is still on a list is not over, whatever its day. One parameter: the day. */
const RECORDS = `FROM consent_record r WHERE r.shred_day <= ?
  AND NOT EXISTS (SELECT 1 FROM subscription s WHERE s.record_id = r.id AND s.state <> 'ended')`;
/** Named, because the other index that fits goes through everybody who is on a list without a proof. */
const ENDED = `FROM subscription e INDEXED BY subscription_ended
  WHERE e.state = 'ended' AND e.record_id IS NULL AND e.ended_at <= ?`;
const RECORD_HELD = proofHeld("r.id");
const ENDED_HELD = endedHeld("e.id", "e.list_id");

/** Up to `most` of each that no legal hold keeps. */
export async function readOver(db: Database, { day, endedBefore, most }: OverAt & { most: number }): Promise<Over> {
  const [records, ended] = await db.client.batch(
    [
      { sql: `SELECT r.id ${RECORDS} AND NOT ${RECORD_HELD} LIMIT ?`, args: [day, day, most] },
      { sql: `SELECT e.id ${ENDED} AND NOT ${ENDED_HELD} LIMIT ?`, args: [endedBefore, day, most] },
    ],
    "read",
  );
  const ids = records?.rows.map(({ id }) => String(id)) ?? [];
  const events = ids.length > 0 ? await db.read.$count(event, inArray(event.recordId, ids)) : 0;
  return { records: ids, events, subscriptions: ended?.rows.map(({ id }) => String(id)) ?? [] };
}

/** How many of both are over, and how many of them a legal hold keeps. */
export async function countOver(db: Database, { day, endedBefore }: OverAt): Promise<{ due: number; kept: number }> {
  const [records, ended] = await db.client.batch(
    [
      { sql: `SELECT count(*) AS n, coalesce(sum(${RECORD_HELD}), 0) AS kept ${RECORDS}`, args: [day, day] },
      { sql: `SELECT count(*) AS n, coalesce(sum(${ENDED_HELD}), 0) AS kept ${ENDED}`, args: [day, endedBefore] },
    ],
    "read",
  );
  const sum = (name: string) => Number(records?.rows[0]?.[name] ?? 0) + Number(ended?.rows[0]?.[name] ?? 0);
  return { due: sum("n") - sum("kept"), kept: sum("kept") };
}

/** The first days of proofs that are over, for a sample. */
export async function readOverDays(
  db: Database,
  { day }: OverAt,
  most: number,
): Promise<{ id: string; day: string }[]> {
  const found = await db.client.execute({
    sql: `SELECT r.id, r.shred_day AS day ${RECORDS} ORDER BY r.shred_day LIMIT ?`,
    args: [day, most],
  });
  return found.rows.map((row) => ({ id: String(row.id), day: String(row.day) }));
}
