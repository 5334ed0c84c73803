/** Rows of the imports that brought people to lists: the event of the page they came with, and what opens their part of it. */
import { and, asc, eq, inArray, isNotNull, or, type SQL } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { event, list, subscription } from "../../../platform/schema.ts";
import { IMPORTED } from "../../imports/rules/evidence.ts";
import type { Both } from "../../institution/rules.ts";

/** An act about many at once, as it stands. */
export interface BulkEvent {
  eid: string;
  body: string;
  leaf: string;
  at: number;
  sealedKey: Uint8Array | null;
  commitments: Uint8Array | null;
}

/** Whose subscriptions: of the person as he is held, or of these records. */
export interface Whose {
  personId: string | undefined;
  records: readonly string[];
}

/** The same as a condition; undefined for nobody. */
export function ownedBy({ personId, records }: Whose): SQL | undefined {
  return or(
    personId === undefined ? undefined : eq(subscription.personId, personId),
    records.length === 0 ? undefined : inArray(subscription.recordId, [...records]),
  );
}

export interface ImportedRow {
  subscriptionId: string;
  personId: string | null;
  list: { slug: string; names: Both; purposeId: string };
  since: string | null;
  /** Opens the person's commitment; gone when the subscription ended. */
  salt: Uint8Array | null;
  event: BulkEvent;
}

/** Subscriptions of the person, or of these records, that an import brought. */
export async function readImported({ read }: Database, of: Whose): Promise<ImportedRow[]> {
  const whose = ownedBy(of);
  if (!whose) return [];
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
    .where(and(whose, isNotNull(subscription.bulkEvent), eq(event.typ, IMPORTED)))
    .orderBy(asc(event.at), asc(subscription.id));
  return rows.map(({ slug, names, purposeId, ...row }) => ({ ...row, list: { slug, names, purposeId } }));
}
