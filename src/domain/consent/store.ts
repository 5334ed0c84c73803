/**
 * SQL of consent: the writes of the acts. Every write that ends a subscription, suppresses, or deletes an address stands
 * here and only here; acts of one person and acts of a thousand use the same statements, fed with JSON arrays.
 */
import { sql } from "drizzle-orm";
import type { Database, Write } from "../../platform/db.ts";
import { holds, write } from "../../platform/db.ts";
import { hex } from "../../platform/encoding.ts";
import { address, consentRecord, linkTag, person, subscription } from "../../platform/schema.ts";
import type { RecordState } from "./rules/answer.ts";

/** A record's next state, after its event was made. `sealedKey` is given for a new record. */
export interface RecordStep {
  id: string;
  /** Null for somebody of whom we hold no address: his proof is found by its link tag. */
  personId: string | null;
  purposeId: string;
  state: RecordState;
  fromVersion: number;
  version: number;
  lastLeaf: string;
  sealedKey?: Uint8Array;
  at: number;
  /** With `personId` null: how the sealed proof is found, and the day when it is destroyed. */
  sealedAtOnce?: { linkTag: Uint8Array; linkKeyId: string; shredDay: string };
}

/** Writes a record's step: a new row (with its link tag if nobody owns it), or the guarded change of the one that was read. */
export function recordWrites(db: Database, step: RecordStep): Write[] {
  const { id, personId, purposeId, state, version, lastLeaf, sealedKey, at, sealedAtOnce } = step;
  if (!sealedKey)
    return [
      write(
        db.read
          .update(consentRecord)
          .set({ state, version, lastLeaf })
          .where(sql`${consentRecord.id} = ${id} and ${consentRecord.version} = ${step.fromVersion}`),
        1,
      ),
    ];
  const shredDay = sealedAtOnce?.shredDay;
  const row = { id, personId, purposeId, state, version, lastLeaf, sealedKey, createdAt: at, shredDay };
  const insert = write(db.read.insert(consentRecord).values(row));
  if (!sealedAtOnce) return [insert];
  const { linkTag: tag, linkKeyId: keyId } = sealedAtOnce;
  return [insert, write(db.read.insert(linkTag).values({ tag, keyId, recordId: id }))];
}

/** A subscription that rests on proven consent from now on. */
export function provenWrite(db: Database, subscriptionId: string, recordId: string): Write {
  return write(
    db.read
      .update(subscription)
      .set({ state: "active", recordId })
      .where(sql`${subscription.id} = ${subscriptionId} and ${subscription.state} <> 'ended'`),
    1,
  );
}

export type EndedReason = NonNullable<(typeof subscription.$inferInsert)["endedReason"]>;

/** Subscriptions that end, with the record that holds their proof (if the act is one of a person). */
export interface Ending {
  subscriptionId: string;
  personId: string;
  recordId: string | null;
  reason: EndedReason;
}

export interface NewSuppression {
  tag: Uint8Array;
  keyId: string;
  scope: string;
  reason: "withdrawn" | "refused" | "no_answer" | "bounced" | "complained" | "never" | "deceased";
  day: string;
  reviewDay: string;
}

/** People whose last reason to be held ends with the act. `linkTag` finds their sealed proofs later. */
export interface Erasure {
  personId: string;
  linkTag: Uint8Array;
  linkKeyId: string;
}

export interface Leaving {
  at: number;
  endings: Ending[];
  suppressions: NewSuppression[];
  erasures: Erasure[];
  /** People of the act who stay on another list: checked, so that a race cannot leave an address without a reason. */
  staying: string[];
  /** Day on which the sealed proof itself is destroyed. */
  shredDay: string;
}

const ids = (name: string) => `(SELECT value ->> '${name}' FROM json_each(?))`;

/**
 * The one place where people leave: ends subscriptions, writes suppression tags, takes the queued mail back, and deletes
 * the address, the name and everything that could read it, all inside the caller's batch.
 */
export function leaveWrites(leaving: Leaving): Write[] {
  const endings = JSON.stringify(leaving.endings);
  const erased = JSON.stringify(
    leaving.erasures.map((e) => ({ personId: e.personId, tag: hex(e.linkTag), keyId: e.linkKeyId })),
  );
  const staying = JSON.stringify(leaving.staying);
  return [
    // Queued mail: his own is skipped, a frozen batch he was in is thawed, an attempted one loses its sealed members.
    {
      sql: `UPDATE message SET state='skipped', reason='left' WHERE subscription_id IN ${ids("subscriptionId")}
            AND (state='planned' OR (state='claimed' AND batch_id IN (SELECT id FROM batch WHERE state='frozen')))`,
      args: [endings],
    },
    {
      sql: `UPDATE batch SET sealed=NULL, state=iif(state='frozen','thawed',state) WHERE state IN ('frozen','attempted')
            AND id IN (SELECT batch_id FROM message WHERE subscription_id IN ${ids("subscriptionId")})`,
      args: [endings],
    },
    {
      sql: `UPDATE message SET state='planned', batch_id=NULL WHERE state='claimed'
            AND batch_id IN (SELECT batch_id FROM message WHERE subscription_id IN ${ids("subscriptionId")})
            AND batch_id IN (SELECT id FROM batch WHERE state='thawed')`,
      args: [endings],
    },
    {
      sql: `UPDATE subscription SET state='ended', ended_at=?, address_id=NULL, person_id=NULL, bulk_salt=NULL,
              ended_reason=j.reason, record_id=coalesce(j.record_id, subscription.record_id)
            FROM (SELECT value ->> 'subscriptionId' AS id, value ->> 'personId' AS person, value ->> 'reason' AS reason,
                    value ->> 'recordId' AS record_id FROM json_each(?)) j
            WHERE subscription.id = j.id AND subscription.person_id = j.person`,
      args: [leaving.at, endings],
      expect: leaving.endings.length,
    },
    suppressWrite(leaving.suppressions),
    holds(
      `NOT EXISTS (SELECT 1 FROM subscription WHERE person_id IN ${ids("personId")})
       AND NOT EXISTS (SELECT 1 FROM json_each(?) j WHERE NOT EXISTS
         (SELECT 1 FROM subscription s WHERE s.person_id = j.value))`,
      [erased, staying],
    ),
    ...eraseWrites(erased, leaving.shredDay),
  ];
}

/** Writes tags of addresses that must not be mailed again; a newer reason replaces an older one. */
export function suppressWrite(suppressions: NewSuppression[]): Write {
  return {
    sql: `INSERT INTO suppression (tag, key_id, scope, reason, day, review_day)
          SELECT unhex(value ->> 'tag'), value ->> 'keyId', value ->> 'scope', value ->> 'reason', value ->> 'day',
            value ->> 'reviewDay' FROM json_each(?) WHERE true
          ON CONFLICT (tag, scope) DO UPDATE SET reason=excluded.reason, day=excluded.day, review_day=excluded.review_day`,
    args: [JSON.stringify(suppressions.map((s) => ({ ...s, tag: hex(s.tag) })))],
  };
}

/** Deletes the people themselves (erasure stage 1); what stays can be found only with the address and the keys. */
function eraseWrites(erased: string, shredDay: string): Write[] {
  return [
    {
      sql: `INSERT OR IGNORE INTO link_tag (tag, record_id, key_id)
            SELECT unhex(j.value ->> 'tag'), r.id, j.value ->> 'keyId'
            FROM json_each(?) j JOIN consent_record r ON r.person_id = j.value ->> 'personId'`,
      args: [erased],
    },
    {
      sql: `DELETE FROM disclosure WHERE eid IN (SELECT e.eid FROM event e JOIN consent_record r ON r.id = e.record_id
            WHERE r.person_id IN ${ids("personId")})`,
      args: [erased],
    },
    {
      sql: `UPDATE consent_record SET person_id=NULL, shred_day=? WHERE person_id IN ${ids("personId")}`,
      args: [shredDay, erased],
    },
    {
      sql: `UPDATE message SET provider_id=NULL WHERE person_id IN ${ids("personId")}`,
      args: [erased],
    },
    { sql: `DELETE FROM token WHERE subject IN ${ids("personId")}`, args: [erased] },
    { sql: `DELETE FROM address WHERE person_id IN ${ids("personId")}`, args: [erased] },
    { sql: `DELETE FROM person WHERE id IN ${ids("personId")}`, args: [erased] },
  ];
}

/** Takes suppression tags back: only an act of the person himself may cause it. `others` replaces a `*` tag. */
export function unsuppressWrites(tags: Uint8Array[], purposeId: string, allPurposes: NewSuppression[]): Write[] {
  const list = JSON.stringify(tags.map((t) => hex(t)));
  return [
    {
      sql: `INSERT OR IGNORE INTO suppression (tag, key_id, scope, reason, day, review_day)
            SELECT unhex(value ->> 'tag'), value ->> 'keyId', value ->> 'scope', value ->> 'reason', value ->> 'day',
              value ->> 'reviewDay' FROM json_each(?)
            WHERE EXISTS (SELECT 1 FROM suppression WHERE scope='*' AND tag IN (SELECT unhex(value) FROM json_each(?)))`,
      args: [JSON.stringify(allPurposes.map((s) => ({ ...s, tag: hex(s.tag) }))), list],
    },
    {
      sql: `DELETE FROM suppression WHERE scope IN (?, '*') AND tag IN (SELECT unhex(value) FROM json_each(?))`,
      args: [purposeId, list],
    },
  ];
}

/** A person (new, or known by the address) on a list again, by his own act. */
export function joinWrites(
  db: Database,
  p: {
    person: { id: string; language: string; isNew: boolean };
    address: { id: string; tag: Uint8Array; tagKey: string; sealed: Uint8Array };
    subscription: { id: string; listId: string; recordId: string; since: string; salt: Uint8Array };
    at: number;
  },
): Write[] {
  const { read } = db;
  const join = write(
    read.insert(subscription).values({
      id: p.subscription.id,
      listId: p.subscription.listId,
      addressId: p.address.id,
      personId: p.person.id,
      state: "active",
      recordId: p.subscription.recordId,
      since: p.subscription.since,
      bulkSalt: p.subscription.salt,
      createdAt: p.at,
    }),
  );
  if (!p.person.isNew) return [join];
  return [
    write(read.insert(person).values({ id: p.person.id, language: p.person.language, createdAt: p.at })),
    write(
      read.insert(address).values({
        id: p.address.id,
        personId: p.person.id,
        tag: p.address.tag,
        tagKey: p.address.tagKey,
        kind: "unknown",
        sealed: p.address.sealed,
        createdAt: p.at,
      }),
    ),
    join,
  ];
}
