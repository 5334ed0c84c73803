/**
 * Earlier subscriptions of somebody who comes again with his address. Their rows hold no address and no person; the link
 * tag of his sealed proof finds them (it can be made only from the address and the keys), or the record he still has.
 */
import { and, desc, eq, inArray, or } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import { consentRecord, linkTag, subscription } from "../../../platform/schema.ts";

/** A subscription that has ended and may live again. */
export interface Earlier {
  subscriptionId: string;
  listId: string;
  /** Names the ending: if it has lived and ended again meanwhile, it is another. */
  endedAt: number;
}

/** The newest ended subscription of the address on each of these lists, where an act of its owner has left a proof. */
export async function readEarlier(
  deps: Pick<Deps, "db" | "vault">,
  who: { normalised: string; personId: string | undefined },
  listIds: readonly string[],
): Promise<Earlier[]> {
  const { read } = deps.db;
  const tags = deps.vault.linkTags(who.normalised).map((t) => t.tag);
  const sealed = read.select({ id: linkTag.recordId }).from(linkTag).where(inArray(linkTag.tag, tags));
  const held = read
    .select({ id: consentRecord.id })
    .from(consentRecord)
    .where(eq(consentRecord.personId, who.personId ?? ""));
  const rows = await read
    .select({ subscriptionId: subscription.id, listId: subscription.listId, endedAt: subscription.endedAt })
    .from(subscription)
    .where(
      and(
        eq(subscription.state, "ended"),
        inArray(subscription.listId, [...listIds]),
        or(inArray(subscription.recordId, sealed), inArray(subscription.recordId, held)),
      ),
    )
    .orderBy(desc(subscription.endedAt));
  const newest = new Map<string, Earlier>();
  for (const row of rows)
    if (!newest.has(row.listId)) newest.set(row.listId, { ...row, endedAt: row.endedAt as number });
  return [...newest.values()];
}
