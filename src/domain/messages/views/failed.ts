/** Reads of messages that failed for a reason of ours: how many may be planned anew, and why they failed. */
import { and, count, eq, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { message } from "../../../platform/schema.ts";
import { NOT_OURS, OURS } from "../rules/failed.ts";

/** Failed for a reason of ours, and never with the provider: no attempt was in doubt, no id of it is known. SQL. */
export const NEVER_SENT = `state='failed' AND sent_at IS NULL AND provider_id IS NULL AND reason <> '${NOT_OURS}'
  AND (${OURS.map((family) => `reason GLOB '${family}'`).join(" OR ")})`;

export interface FailedOfOurs {
  n: number;
  /** The most frequent first. */
  reasons: { reason: string; n: number }[];
}

/** Those of one mailing. */
export async function readFailedOfOurs(db: Database, mailingId: string): Promise<FailedOfOurs> {
  const rows = await db.read
    .select({ reason: message.reason, n: count() })
    .from(message)
    .where(and(eq(message.mailingId, mailingId), sql.raw(NEVER_SENT)))
    .groupBy(message.reason);
  const reasons = rows.map(({ reason, n }) => ({ reason: reason ?? "", n }));
  return {
    n: reasons.reduce((sum, row) => sum + row.n, 0),
    reasons: reasons.sort((a, b) => b.n - a.n || a.reason.localeCompare(b.reason)),
  };
}
