/** Reads of messages whose outcome nobody knows: how many, why, and how many may be sent again. */
import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { message, person, subscription } from "../../../platform/schema.ts";
import type { Live } from "../rules/permission.ts";

export interface Unknown {
  n: number;
  /** Of these, people who may still be mailed. */
  allowed: number;
  reasons: { reason: string; n: number }[];
}

/** The messages of unknown outcome of one mailing. `wanted`: the subscriptions the mailing is for. */
export async function readUnknown(db: Database, mailingId: string, wanted: readonly Live[]): Promise<Unknown> {
  const rows = await db.read
    .select({
      reason: message.reason,
      n: count(),
      allowed: sql<number>`coalesce(sum(${inArray(subscription.state, [...wanted])} and ${message.answer} is null and ${subscription.heldAt} is null
        and ${person.id} is not null and ${person.restrictedAt} is null), 0)`,
    })
    .from(message)
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .leftJoin(person, eq(person.id, subscription.personId))
    .where(and(eq(message.mailingId, mailingId), eq(message.state, "unknown")))
    .groupBy(message.reason);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    n: sum((row) => row.n),
    allowed: sum((row) => row.allowed),
    reasons: rows.map(({ reason, n }) => ({ reason: reason ?? "", n })).sort((a, b) => b.n - a.n),
  };
}
