/** Reads of the sending engine: the next page of an audience, the next planned messages, batches to try, balances. */
import { and, asc, count, eq, gt, inArray, isNull, lte, min, notInArray, or, sql } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { hex } from "../../platform/encoding.ts";
import {
  address,
  batch,
  lease,
  list,
  mailing,
  message,
  person,
  subscription,
  suppression,
} from "../../platform/schema.ts";

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

/** A planned message with what permission is decided from; `sealed` is null and `state` ended for whoever left. */
export interface PlannedRow {
  personId: string;
  subscriptionId: string;
  language: string;
  tries: number;
  state: "unproven" | "active" | "ended";
  endedReason: string | null;
  heldAt: number | null;
  purposeId: string;
  listKind: "newsletter" | "service" | "staff" | "press";
  restrictedAt: number | null;
  addressId: string | null;
  addressKind: "official" | "private" | "unknown" | null;
  sealed: Uint8Array | null;
}

/** The next planned messages of a mailing that may be tried now. */
export async function readPlanned(db: Database, mailingId: string, limit: number, now: number): Promise<PlannedRow[]> {
  return db.read
    .select({
      personId: message.personId,
      subscriptionId: message.subscriptionId,
      language: message.language,
      tries: message.tries,
      state: subscription.state,
      endedReason: subscription.endedReason,
      heldAt: subscription.heldAt,
      purposeId: list.purposeId,
      listKind: list.kind,
      restrictedAt: person.restrictedAt,
      addressId: address.id,
      addressKind: address.kind,
      sealed: address.sealed,
    })
    .from(message)
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .innerJoin(list, eq(list.id, subscription.listId))
    .leftJoin(person, eq(person.id, subscription.personId))
    .leftJoin(address, eq(address.id, subscription.addressId))
    .where(
      and(
        eq(message.mailingId, mailingId),
        eq(message.state, "planned"),
        or(isNull(message.tryAt), lte(message.tryAt, now)),
      ),
    )
    .orderBy(asc(message.answer), asc(message.personId))
    .limit(limit);
}

/** When the next message that was put off may be tried; undefined if none waits. */
export async function readNextTry(db: Database, mailingId: string): Promise<number | undefined> {
  const [row] = await db.read
    .select({ at: min(message.tryAt) })
    .from(message)
    .where(and(eq(message.mailingId, mailingId), eq(message.state, "planned")));
  return row?.at ?? undefined;
}

/** Whether anything of a mailing is still planned. */
export async function hasPlanned(db: Database, mailingId: string): Promise<boolean> {
  const planned = and(eq(message.mailingId, mailingId), eq(message.state, "planned"));
  return (await db.read.select({ id: message.personId }).from(message).where(planned).limit(1)).length > 0;
}

/** Which of these suppression tags stand for a purpose or for everything. */
export async function readSuppressedTags(
  db: Database,
  tags: readonly Uint8Array[],
  purposeId: string,
): Promise<Set<Uint8Array>> {
  const byHex = new Map(tags.map((tag) => [hex(tag), tag]));
  const found = await db.read.all<{ tag: string }>(sql`
    select lower(hex(${suppression.tag})) as tag from ${suppression}
    where ${suppression.tag} in (select unhex(value) from json_each(${JSON.stringify([...byHex.keys()])}))
    and ${suppression.scope} in (${purposeId}, '*')`);
  return new Set(found.flatMap(({ tag }) => byHex.get(tag) ?? []));
}

export type BatchRow = typeof batch.$inferSelect;

/** The batches of a mailing whose outcome is not written yet. */
export interface OpenBatches {
  /** The oldest that may be tried now. */
  due: BatchRow | undefined;
  /** How many were attempted without a known outcome. */
  doubtful: number;
  /** Until when the provider wants nothing: a frozen batch waits because none went out. */
  pausedUntil: number | undefined;
  /** Earliest moment at which a waiting batch may be tried. */
  nextTry: number | undefined;
}

/** What of a mailing is under way. `busy` are batches that this very job is handing over. */
export async function readOpenBatches(
  db: Database,
  mailingId: string,
  now: number,
  busy: readonly string[] = [],
): Promise<OpenBatches> {
  const open = and(eq(batch.mailingId, mailingId), inArray(batch.state, ["frozen", "attempted"]));
  const [row] = await db.read
    .select({
      doubtful: sql<number>`coalesce(sum(${batch.state} = 'attempted'), 0)`,
      pausedUntil: sql<
        number | null
      >`max(iif(${batch.state} = 'frozen' and ${batch.leaseUntil} > ${now}, ${batch.leaseUntil}, null))`,
      nextTry: sql<number | null>`min(${batch.leaseUntil})`,
    })
    .from(batch)
    .where(open);
  const due = await db.read
    .select()
    .from(batch)
    .where(and(open, or(isNull(batch.leaseUntil), lte(batch.leaseUntil, now)), notInArray(batch.id, [...busy])))
    .orderBy(asc(batch.createdAt), asc(batch.id))
    .limit(1)
    .get();
  return {
    due,
    doubtful: row?.doubtful ?? 0,
    pausedUntil: row?.pausedUntil ?? undefined,
    nextTry: row?.nextTry ?? undefined,
  };
}

/**
 * Mailings with work left: for the sweep that finds what a queue lost. Of those that stand still or were cancelled the ones
 * with a batch in doubt or messages to take back.
 */
export async function readUnfinished(db: Database): Promise<{ id: string; state: string }[]> {
  const open = sql`exists (select 1 from ${batch} where ${batch.mailingId} = ${mailing.id} and ${batch.state} = 'attempted')`;
  const left = sql`exists (select 1 from ${message} where ${message.mailingId} = ${mailing.id} and ${message.state} = 'planned')`;
  return db.read
    .select({ id: mailing.id, state: mailing.state })
    .from(mailing)
    .where(
      or(
        inArray(mailing.state, ["planning", "sending", "closing"]),
        and(inArray(mailing.state, ["paused", "cancelled"]), open),
        and(eq(mailing.state, "cancelled"), left),
      ),
    );
}

/** The state of a mailing, without its texts. */
export async function readState(db: Database, mailingId: string) {
  const row = await db.read.select({ state: mailing.state }).from(mailing).where(eq(mailing.id, mailingId)).get();
  return row?.state;
}

/** Batches of a mailing whose outcome is in doubt and that nobody is asking about right now. */
export async function readDoubtful(db: Database, mailingId: string, now: number): Promise<BatchRow[]> {
  return db.read
    .select()
    .from(batch)
    .where(and(eq(batch.mailingId, mailingId), eq(batch.state, "attempted"), lte(batch.leaseUntil, now)));
}

/** The batch as it is now. */
export async function readBatch(db: Database, id: string): Promise<BatchRow | undefined> {
  return db.read.select().from(batch).where(eq(batch.id, id)).get();
}

/** Names of the chains of jobs that are alive (store/turn.ts). */
export async function readLiveTurns(db: Database, now: number): Promise<Set<string>> {
  const rows = await db.read.select({ name: lease.name }).from(lease).where(gt(lease.until, now));
  return new Set(rows.map((r) => r.name));
}

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

/** Where the sealed members of a batch live. */
export const batchPlace = (batchId: string) => ({ table: "batch", column: "sealed", row: batchId });
