/** Reads of planned messages, with what permission to send is decided from. */
import { and, asc, eq, inArray, isNull, lte, min, or, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { hex } from "../../../platform/encoding.ts";
import { address, consentRecord, list, message, person, subscription, suppression } from "../../../platform/schema.ts";
import type { Wave } from "../../campaigns/rules/waves.ts";

/** A planned message with what permission is decided from; `sealed` is null and `state` ended for whoever left. */
export interface PlannedRow {
  personId: string;
  subscriptionId: string;
  language: string;
  tries: number;
  state: "unproven" | "active" | "ended";
  endedReason: string | null;
  heldAt: number | null;
  /** Day the office says he has been on the list since, and when his row was made. */
  since: string | null;
  createdAt: number;
  /** First day on which he wants mail of the list again. */
  pausedUntil: string | null;
  purposeId: string;
  listKind: "newsletter" | "service" | "staff" | "press";
  restrictedAt: number | null;
  restrictedFor: "request" | "decision" | null;
  addressId: string | null;
  addressKind: "official" | "private" | "unknown" | null;
  sealed: Uint8Array | null;
  /** Several people read it; null for whoever left. */
  shared: boolean | null;
  /** What he has answered already. */
  answer: string | null;
  /** His consent to the purpose is proved, on whatever list. */
  proven: boolean;
}

/** The next planned messages of a mailing that may be tried now; in the pilot only those that were drawn for it. */
export async function readPlanned(
  db: Database,
  mailingId: string,
  { wave, limit, now }: { wave: Wave; limit: number; now: number },
): Promise<PlannedRow[]> {
  const drawn = wave === null ? undefined : await readDrawn(db, mailingId, { limit, now });
  if (drawn?.length === 0) return [];
  const rows = await db.read
    .select({
      personId: message.personId,
      subscriptionId: message.subscriptionId,
      language: message.language,
      tries: message.tries,
      state: subscription.state,
      endedReason: subscription.endedReason,
      heldAt: subscription.heldAt,
      since: subscription.since,
      createdAt: subscription.createdAt,
      pausedUntil: subscription.pausedUntil,
      purposeId: list.purposeId,
      listKind: list.kind,
      restrictedAt: person.restrictedAt,
      restrictedFor: person.restrictedFor,
      addressId: address.id,
      addressKind: address.kind,
      sealed: address.sealed,
      shared: address.shared,
      answer: message.answer,
      proven: sql<number>`exists (select 1 from ${consentRecord} where ${consentRecord.personId} = ${subscription.personId}
        and ${consentRecord.purposeId} = ${list.purposeId} and ${consentRecord.state} = 'given')`,
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
        drawn && inArray(message.personId, drawn),
        or(isNull(message.tryAt), lte(message.tryAt, now)),
      ),
    )
    .orderBy(asc(message.answer), asc(message.personId))
    .limit(limit);
  return rows.map((row) => ({ ...row, proven: row.proven === 1 }));
}

/**
 * Who of the pilot is planned and may be tried now. By its own small index: without statistics SQLite would walk through
 * the whole mailing for them.
 */
async function readDrawn(db: Database, mailingId: string, { limit, now }: { limit: number; now: number }) {
  const found = await db.client.execute({
    sql: `SELECT person_id AS id FROM message INDEXED BY message_pilot
          WHERE mailing_id=? AND pilot=1 AND state='planned' AND coalesce(try_at, 0) <= ? LIMIT ?`,
    args: [mailingId, now, limit],
  });
  return found.rows.map((row) => String(row.id));
}

/** When the next message that was put off may be tried; undefined if none waits. */
export async function readNextTry(db: Database, mailingId: string, wave: Wave): Promise<number | undefined> {
  if (wave !== null) {
    const found = await db.client.execute({
      sql: `SELECT min(try_at) AS at FROM message INDEXED BY message_pilot
            WHERE mailing_id=? AND pilot=1 AND state='planned'`,
      args: [mailingId],
    });
    const at = found.rows[0]?.at;
    return typeof at === "number" ? at : undefined;
  }
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
