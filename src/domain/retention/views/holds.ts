/** Reads of legal holds, and of what they are to keep. */
import { and, desc, eq, inArray, or } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import type { Database } from "../../../platform/db.ts";
import { consentRecord, legalHold, linkTag, list, mailing, purpose, subscription } from "../../../platform/schema.ts";
import type { RefusalCode } from "../../../refusal.ts";
import type { Both } from "../../institution/rules.ts";
import { findPerson } from "../../people/views.ts";
import type { PurposeSheet } from "../../purposes/rules.ts";
import type { HoldScope } from "../rules/kinds.ts";

interface Found {
  subject?: string;
  tag?: Uint8Array;
  records?: string[];
  personId?: string | undefined;
}

/** What a hold of this address keeps: its records and subscriptions, and those that its tag will find. */
export async function readWhose(
  deps: Pick<Deps, "db" | "vault">,
  normalised: string,
): Promise<Found | { code: RefusalCode }> {
  const { read } = deps.db;
  const personId = await findPerson(deps, normalised);
  const tags = deps.vault.linkTags(normalised).map(({ tag }) => tag);
  const [own, sealed, lists] = await read.batch([
    read
      .select({ id: consentRecord.id })
      .from(consentRecord)
      .where(eq(consentRecord.personId, personId ?? "")),
    read.select({ id: linkTag.recordId }).from(linkTag).where(inArray(linkTag.tag, tags)),
    read
      .select({ id: subscription.id })
      .from(subscription)
      .where(eq(subscription.personId, personId ?? "")),
  ]);
  const records = [...new Set([...own, ...sealed, ...lists].map(({ id }) => id))];
  const [tag] = tags;
  return records.length > 0 && tag ? { tag, records, personId } : { code: "retention.nobody" };
}

/** Whether there is such a thing to hold. */
export async function readHeldThing(
  { read }: Database,
  scope: Exclude<HoldScope, "person">,
  id: string,
): Promise<Found | { code: RefusalCode }> {
  const table = { list, mailing, purpose }[scope];
  const found = await read.select({ id: table.id }).from(table).where(eq(table.id, id)).get();
  return found ? { subject: found.id } : { code: "form.choose" };
}

export interface Hold {
  id: string;
  scope: HoldScope;
  /** Name of the list, mailing or purpose; undefined for a person. */
  of: string | Both | undefined;
  reason: string;
  placedBy: string;
  placedAt: number;
  until: string;
  endedAt: number | null;
  endedBy: string | null;
  endReason: string | null;
}

/** Holds, newest first. */
export async function readHolds({ read }: Database, most: number): Promise<Hold[]> {
  const rows = await read
    .select({ hold: legalHold, list: list.names, mailing: mailing.title, purpose: purpose.sheet })
    .from(legalHold)
    .leftJoin(list, and(eq(legalHold.scope, "list"), eq(list.id, legalHold.subject)))
    .leftJoin(mailing, and(eq(legalHold.scope, "mailing"), eq(mailing.id, legalHold.subject)))
    .leftJoin(purpose, and(eq(legalHold.scope, "purpose"), eq(purpose.id, legalHold.subject)))
    .orderBy(desc(legalHold.placedAt), desc(legalHold.id))
    .limit(most);
  return rows.map(({ hold: { tag, records, subject, ...hold }, list, mailing, purpose }) => ({
    ...hold,
    of: list ?? mailing ?? (purpose as unknown as PurposeSheet | null)?.names ?? undefined,
  }));
}

/** A hold lasts through its last day. */
export const lasts = (hold: Pick<Hold, "endedAt" | "until">, today: string): boolean =>
  hold.endedAt === null && hold.until >= today;

/** What can be held, to choose from. */
export async function readHoldable({ read }: Database) {
  const [lists, mailings, purposes] = await read.batch([
    read.select({ id: list.id, names: list.names }).from(list).orderBy(list.createdAt),
    read
      .select({ id: mailing.id, title: mailing.title })
      .from(mailing)
      .where(or(eq(mailing.state, "closed"), eq(mailing.state, "cancelled"), eq(mailing.state, "sent")))
      .orderBy(desc(mailing.createdAt))
      .limit(200),
    read.select({ id: purpose.id, sheet: purpose.sheet }).from(purpose).orderBy(purpose.createdAt),
  ]);
  return {
    lists,
    mailings,
    purposes: purposes.map(({ id, sheet }) => ({ id, names: (sheet as unknown as PurposeSheet).names })),
  };
}
