/** Reads for the erasure journal: what it does not know yet, how far the database has come with it, and whom its lines meet. */
import { inArray, sql } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { hex } from "../../platform/encoding.ts";
import { address, intake, journal, list, person, subscription, unjournalled } from "../../platform/schema.ts";
import type { Line } from "./rules/line.ts";

/** Up to `limit` lines that the journal does not have yet. */
export async function readUnjournalled(db: Database, limit: number): Promise<Line[]> {
  return db.read.select().from(unjournalled).limit(limit);
}

/** Whether there are any. */
export async function anyUnjournalled(db: Database): Promise<boolean> {
  return (await db.read.select({ kind: unjournalled.kind }).from(unjournalled).limit(1).get()) !== undefined;
}

export type JournalRow = typeof journal.$inferSelect;

/** How far this database has come with the journal; undefined while it has met none. */
export async function readMark(db: Database): Promise<JournalRow | undefined> {
  return db.read.select().from(journal).get();
}

/** Somebody who is on a list here, and has left by the journal. */
export interface Met {
  id: string;
  personId: string;
  purposeId: string;
  state: "unproven" | "active";
  /** When his newest "yes" to this purpose was given that the database knows of; 0 if it knows none. */
  yesAt: number;
}

/** Those of these subscriptions that live. */
export async function readMet(db: Database, ids: readonly string[]): Promise<Met[]> {
  const rows = await db.read
    .select({
      id: subscription.id,
      personId: subscription.personId,
      purposeId: list.purposeId,
      state: subscription.state,
      yesAt: sql<number>`coalesce((SELECT max(e.at) FROM event e WHERE e.record_id = ${subscription.recordId}
        AND e.typ IN ('consent.given', 'consent.renewed')), 0)`,
    })
    .from(subscription)
    .innerJoin(list, sql`${list.id} = ${subscription.listId}`)
    .where(sql`${inArray(subscription.id, sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)}
      and ${subscription.state} <> 'ended'`);
  return rows as Met[];
}

/** The people of these subscriptions: their sealed address, and everything that they are on. */
export async function readOwners(db: Database, personIds: readonly string[]) {
  const asked = sql`(SELECT value FROM json_each(${JSON.stringify(personIds)}))`;
  const [people, live] = await db.read.batch([
    db.read
      .select({ id: person.id, addressId: address.id, sealed: address.sealed })
      .from(person)
      .innerJoin(address, sql`${address.personId} = ${person.id}`)
      .where(inArray(person.id, asked)),
    db.read
      .select({ id: subscription.id, personId: subscription.personId })
      .from(subscription)
      .where(inArray(subscription.personId, asked)),
  ]);
  return { people, live: live as { id: string; personId: string }[] };
}

/** Those of these records that are here, and of which nobody on a list is the owner. */
export async function readOverAgain(db: Database, ids: readonly string[]): Promise<string[]> {
  const found = await db.client.execute({
    sql: `SELECT r.id FROM consent_record r WHERE r.id IN (SELECT value FROM json_each(?))
          AND NOT EXISTS (SELECT 1 FROM subscription s WHERE s.record_id = r.id AND s.state <> 'ended')`,
    args: [JSON.stringify(ids)],
  });
  return found.rows.map(({ id }) => String(id));
}

/** Open sign-ups after this id, sealed. */
export async function readOpenRequests(db: Database, after: string, limit: number) {
  return db.read
    .select({ id: intake.id, state: intake.state, tag: intake.tag, sealed: intake.sealed, createdAt: intake.createdAt })
    .from(intake)
    .where(sql`${intake.id} > ${after}`)
    .orderBy(intake.id)
    .limit(limit);
}

/** Which of these stand under a tag of this day or later. */
export async function readSuppressedSince(
  db: Database,
  asked: readonly { id: string; tag: Uint8Array; day: string }[],
): Promise<string[]> {
  const rows = asked.map(({ id, tag, day }) => ({ id, tag: hex(tag), day }));
  const found = await db.client.execute({
    sql: `SELECT DISTINCT j.value ->> 'id' AS id FROM json_each(?) j
          JOIN suppression s ON s.tag = unhex(j.value ->> 'tag') AND s.day >= j.value ->> 'day'`,
    args: [JSON.stringify(rows)],
  });
  return found.rows.map(({ id }) => String(id));
}

/** What has been put on record since this moment: how many ended again, and entries whose contents are lost. */
export async function readSaidAgain(db: Database, since: number) {
  const found = await db.client.execute({
    sql: `SELECT coalesce(sum(body ->> '$.ended'), 0) AS ended, coalesce(sum(body ->> '$.tags'), 0) AS tags,
            coalesce(sum(iif(typ = 'log.restored', body ->> '$.count', 0)), 0) AS lost
          FROM event WHERE typ IN ('erasure.reapplied', 'log.restored') AND at >= ?`,
    args: [since],
  });
  const [row] = found.rows;
  return { ended: Number(row?.ended), tags: Number(row?.tags), lostEntries: Number(row?.lost) };
}
