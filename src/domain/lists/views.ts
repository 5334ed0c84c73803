/** Reads of lists. */
import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { event, list, subscription } from "../../platform/schema.ts";
import type { List } from "./rules.ts";

/** The list with this id. */
export async function readList(db: Database, id: string): Promise<List | undefined> {
  return db.read.select().from(list).where(eq(list.id, id)).get();
}

/** All lists, oldest first. */
export async function readLists(db: Database): Promise<List[]> {
  return db.read.select().from(list).orderBy(asc(list.createdAt), asc(list.slug));
}

/** How many subscriptions of a list are in each state. */
export interface ListCounts {
  unproven: number;
  active: number;
  ended: number;
}

/** The counts of every list, or of one. Read from the index (list, state); a list without people is absent. */
export async function readListCounts(db: Database, listId?: string): Promise<Map<string, ListCounts>> {
  const rows = await db.read
    .select({ listId: subscription.listId, state: subscription.state, n: count() })
    .from(subscription)
    .where(listId ? eq(subscription.listId, listId) : undefined)
    .groupBy(subscription.listId, subscription.state);
  const counts = new Map<string, ListCounts>();
  for (const row of rows) {
    const of = counts.get(row.listId) ?? { unproven: 0, active: 0, ended: 0 };
    of[row.state] = row.n;
    counts.set(row.listId, of);
  }
  return counts;
}

/** When and why a list was moved to a public task; undefined for any other. */
export async function readMove(db: Database, slug: string): Promise<{ at: number; reason: string } | undefined> {
  return db.read
    .select({ at: event.at, reason: sql<string>`${event.body} ->> 'reason'` })
    .from(event)
    .where(and(eq(event.typ, "list.moved"), sql`${event.body} ->> 'list' = ${slug}`))
    .get();
}
