/** Reads of an audience: whom a campaign asks, page by page. */
import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { person, subscription } from "../../../platform/schema.ts";

/** One subscription that a re-consent campaign asks. */
export interface AudienceRow {
  subscriptionId: string;
  personId: string;
  language: string;
  salt: Uint8Array | null;
  cursor: string;
}

/** The next unproven subscriptions of a list, in the order of the index; `cursor` is `createdAt/id` of the last one seen. */
export async function readAudiencePage(
  db: Database,
  listId: string,
  cursor: string | null,
  limit: number,
): Promise<AudienceRow[]> {
  const [at, id] = cursor ? (cursor.split("/") as [string, string]) : ["-1", ""];
  const rows = await db.read
    .select({
      subscriptionId: subscription.id,
      personId: person.id,
      language: person.language,
      salt: subscription.bulkSalt,
      createdAt: subscription.createdAt,
    })
    .from(subscription)
    .innerJoin(person, eq(person.id, subscription.personId))
    .where(
      and(
        eq(subscription.listId, listId),
        eq(subscription.state, "unproven"),
        sql`(${subscription.createdAt}, ${subscription.id}) > (${Number(at)}, ${id})`,
      ),
    )
    .orderBy(asc(subscription.createdAt), asc(subscription.id))
    .limit(limit);
  return rows.map(({ createdAt, ...row }) => ({ ...row, cursor: `${createdAt}/${row.subscriptionId}` }));
}

/** How many a re-consent campaign of this list would ask now. */
export async function countAudience(db: Database, listId: string): Promise<number> {
  const [row] = await db.read
    .select({ n: count() })
    .from(subscription)
    .where(and(eq(subscription.listId, listId), eq(subscription.state, "unproven")));
  return row?.n ?? 0;
}
