/** Reads of a closing: who was asked, was reached, and did not answer. */
import { and, asc, count, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { address, message, subscription } from "../../../platform/schema.ts";

/** The members of a closing page: people who were asked, were reached, and did not answer. */
export async function readSilentPage(db: Database, mailingId: string, after: string, limit: number) {
  return db.read
    .select({
      personId: message.personId,
      subscriptionId: subscription.id,
      salt: subscription.bulkSalt,
      addressId: address.id,
      sealed: address.sealed,
      others: sql<number>`(select count(*) from ${subscription} o where o.person_id = ${message.personId} and o.id <> ${message.subscriptionId})`,
    })
    .from(message)
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .innerJoin(address, eq(address.id, subscription.addressId))
    .where(
      and(
        eq(message.mailingId, mailingId),
        inArray(message.state, ["sent", "delivered"]),
        eq(subscription.state, "unproven"),
        isNull(message.answer),
        gt(message.personId, after),
      ),
    )
    .orderBy(asc(message.personId))
    .limit(limit);
}

/** What closing would do now: how many were asked, reached and silent, and how many of them are on no other list. */
export async function countSilent(db: Database, mailingId: string): Promise<{ silent: number; erased: number }> {
  const others = sql`exists (select 1 from ${subscription} o where o.person_id = ${message.personId} and o.id <> ${message.subscriptionId})`;
  const [row] = await db.read
    .select({ silent: count(), erased: sql<number>`coalesce(sum(not ${others}), 0)` })
    .from(message)
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .where(
      and(
        eq(message.mailingId, mailingId),
        inArray(message.state, ["sent", "delivered"]),
        eq(subscription.state, "unproven"),
      ),
    );
  return row ?? { silent: 0, erased: 0 };
}
