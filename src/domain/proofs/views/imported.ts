/** Rows of the imports that brought people to lists: the event of the page they came with, and what opens their part of it. */
import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { event, list, subscription } from "../../../platform/schema.ts";
import { IMPORTED } from "../../imports/rules/evidence.ts";
import type { Both } from "../../institution/rules.ts";

export interface ImportedRow {
  subscriptionId: string;
  personId: string | null;
  list: { slug: string; names: Both; purposeId: string };
  since: string | null;
  /** Opens the person's commitment; gone when the subscription ended. */
  salt: Uint8Array | null;
  event: {
    eid: string;
    body: string;
    leaf: string;
    at: number;
    sealedKey: Uint8Array | null;
    commitments: Uint8Array | null;
  };
}

/** Subscriptions of the person, or of these records, that an import brought. */
export async function readImported(
  { read }: Database,
  of: { personId: string | undefined; records: readonly string[] },
): Promise<ImportedRow[]> {
  const whose = [
    ...(of.personId === undefined ? [] : [eq(subscription.personId, of.personId)]),
    ...(of.records.length === 0 ? [] : [inArray(subscription.recordId, [...of.records])]),
  ];
  if (whose.length === 0) return [];
  const rows = await read
    .select({
      subscriptionId: subscription.id,
      personId: subscription.personId,
      slug: list.slug,
      names: list.names,
      purposeId: list.purposeId,
      since: subscription.since,
      salt: subscription.bulkSalt,
      event,
    })
    .from(subscription)
    .innerJoin(list, eq(list.id, subscription.listId))
    .innerJoin(event, eq(event.eid, subscription.bulkEvent))
    .where(and(or(...whose), isNotNull(subscription.bulkEvent), eq(event.typ, IMPORTED)))
    .orderBy(asc(event.at), asc(subscription.id));
  return rows.map(({ slug, names, purposeId, ...row }) => ({ ...row, list: { slug, names, purposeId } }));
}
