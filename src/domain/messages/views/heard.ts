/**
 * What the mail provider told of late, in numbers: whether its events arrive at all, and how many of them name nothing of
 * ours (another system on the same account, or a mail from before a restore).
 */
import { desc, gte, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { providerEvent } from "../../../platform/schema.ts";

export interface Heard {
  /** As the provider calls it, for example `email.delivered`. */
  type: string;
  ours: number;
  /** Named no message and no letter of ours. */
  others: number;
  /** When the newest happened, by the provider's clock. */
  newest: number;
}

/** Events since that moment by type, most frequent first. Those we write ourselves for SMTP are not among them. */
export async function readHeard(db: Database, since: number): Promise<Heard[]> {
  const ours = sql<number>`sum(${providerEvent.known})`;
  const others = sql<number>`sum(NOT ${providerEvent.known})`;
  return db.read
    .select({ type: providerEvent.type, ours, others, newest: sql<number>`max(${providerEvent.at})` })
    .from(providerEvent)
    .where(sql`${gte(providerEvent.at, since)} AND ${providerEvent.id} NOT LIKE 'smtp/%'`)
    .groupBy(providerEvent.type)
    .orderBy(desc(sql`count(*)`), providerEvent.type);
}
