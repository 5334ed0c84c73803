/** What the nightly look reads: held addresses page by page, and the subscriptions that a tag stands against. */
import { asc, gt, inArray } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { hex } from "../../../platform/encoding.ts";
import { address, subscription } from "../../../platform/schema.ts";
import { EVERYTHING } from "../rules.ts";

/** Held addresses after one, in the order of their ids. */
export async function readHeld(db: Database, after: string, limit: number) {
  return db.read
    .select({ addressId: address.id, sealed: address.sealed })
    .from(address)
    .where(gt(address.id, after))
    .orderBy(asc(address.id))
    .limit(limit);
}

/** Ids of live subscriptions of these addresses against which one of their tags stands. */
export async function readAgainst(
  db: Database,
  held: readonly { addressId: string; tags: readonly Uint8Array[] }[],
): Promise<string[]> {
  const asked = held.flatMap(({ addressId, tags }) => tags.map((tag) => [addressId, hex(tag)]));
  const found = await db.client.execute({
    sql: `SELECT DISTINCT s.id AS id FROM json_each(?) r CROSS JOIN suppression x ON x.tag = unhex(r.value ->> 1)
          JOIN subscription s ON s.address_id = r.value ->> 0
          JOIN list l ON l.id = s.list_id AND x.scope IN ('${EVERYTHING}', l.purpose_id)`,
    args: [JSON.stringify(asked)],
  });
  return found.rows.map((row) => String(row.id));
}

/** The people behind these subscriptions, with the list, for a link to their page. */
export async function readFound(db: Database, subscriptionIds: readonly string[]) {
  if (subscriptionIds.length === 0) return [];
  return db.read
    .select({ subscriptionId: subscription.id, personId: subscription.personId, listId: subscription.listId })
    .from(subscription)
    .where(inArray(subscription.id, [...subscriptionIds]));
}
