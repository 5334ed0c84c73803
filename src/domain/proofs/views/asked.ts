/**
 * Rows of the mailings that meant to reach a person: which of their page events commits to him. Only the salt of his live
 * row finds it; it is destroyed when the row ends, and then nobody can tell any more.
 */
import { and, asc, gte, inArray, isNotNull, lte, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { hex } from "../../../platform/encoding.ts";
import { event, mailing, subscription } from "../../../platform/schema.ts";
import { personCommitment } from "../../proof-log/rules/event.ts";
import { type BulkEvent, ownedBy, type Whose } from "./imported.ts";

/** Types of the page events of a mailing. */
const TELLING = ["consent.reminded", "consent.requested", "notice.given"];
/** How far the clocks of two machines of one house may be apart. */
const CLOCKS_APART_MS = 10 * 60_000;

/** Facts of one person's part in a page, as they were committed to when it was planned. */
export const askedFacts = (one: { personId: string; subscriptionId: string }, eid: string) => ({
  eid,
  subject: one.personId,
  subscription: one.subscriptionId,
});

export interface AskedRow {
  subscriptionId: string;
  personId: string;
  salt: Uint8Array;
  mailing: string;
  title: string;
  event: BulkEvent;
}

/** Mailings that he has a message of, and of his list those whose messages are totals by now: whether they meant him, the commitment tells. */
const MEANT = sql`${mailing.id} in (select m.mailing_id from message m where m.subscription_id = ${subscription.id}
  union select t.mailing_id from mailing_total t join mailing told on told.id = t.mailing_id where told.list_id = ${subscription.listId})`;

/** The page events that commit to the person, or to the owner of these records, oldest first. */
export async function readAsked({ read }: Database, of: Whose): Promise<AskedRow[]> {
  const whose = ownedBy(of);
  if (!whose) return [];
  const mailed = await read
    .select({
      subscriptionId: subscription.id,
      personId: subscription.personId,
      salt: subscription.bulkSalt,
      mailing: { id: mailing.id, title: mailing.title, from: mailing.sentAt, to: mailing.finishedAt },
    })
    .from(subscription)
    .innerJoin(mailing, MEANT)
    .where(and(whose, isNotNull(subscription.bulkSalt)))
    .orderBy(asc(mailing.sentAt), asc(subscription.id));
  const rows: AskedRow[] = [];
  for (const { mailing: one, personId, salt, subscriptionId } of mailed) {
    if (!salt || personId === null || one.from === null) continue;
    const about = and(
      inArray(event.typ, TELLING),
      gte(event.at, one.from - CLOCKS_APART_MS),
      lte(event.at, (one.to ?? Number.MAX_SAFE_INTEGER - CLOCKS_APART_MS) + CLOCKS_APART_MS),
      sql`${event.body} ->> 'mailing' = ${one.id}`,
    );
    const pages = await read.select({ eid: event.eid }).from(event).where(about).orderBy(asc(event.at), asc(event.eid));
    const mine = pages.map(({ eid }) => ({
      eid,
      c: hex(personCommitment(salt, askedFacts({ personId, subscriptionId }, eid))),
    }));
    // A page is 32 bytes for each of a thousand people: they are looked through where they lie.
    const found = await read
      .select({ event })
      .from(sql`json_each(${JSON.stringify(mine)}) AS j`)
      .innerJoin(event, sql`${event.eid} = j.value ->> 'eid'`)
      .where(sql`instr(${event.commitments}, unhex(j.value ->> 'c')) > 0`);
    rows.push(
      ...found.map((row) => ({ subscriptionId, personId, salt, mailing: one.id, title: one.title, event: row.event })),
    );
  }
  return rows;
}
