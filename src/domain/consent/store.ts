/**
 * SQL of consent: the writes of the acts. Every write that ends a subscription, suppresses, or deletes an address stands
 * here and only here; acts of one person and acts of a thousand use the same statements, fed with JSON arrays.
 */
import { sql } from "drizzle-orm";
import type { Database, Write } from "../../platform/db.ts";
import { holds, write } from "../../platform/db.ts";
import { hex } from "../../platform/encoding.ts";
import { consentRecord, linkTag, notice, subscription } from "../../platform/schema.ts";
import { leftWrites } from "../exports/store.ts";
import { knownWrite } from "../messages/store/decide.ts";
import type { RecordState, Way } from "./rules/answer.ts";
import { eraseWrites } from "./store/erase.ts";

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
  /** Day on which the proof itself is destroyed: told to the person with a "no", taken back by a new "yes". */
  shredDay: string | null;
  /** With `personId` null: how the sealed proof is found. */
  link?: { tag: Uint8Array; keyId: string };
}

/**
 * Writes a record's step: a new row (with its link tag if nobody owns it), or the guarded change of the one that was read.
 * Stale if the person is gone by now.
 */
export function recordWrites(db: Database, step: RecordStep): Write[] {
  const { id, personId, purposeId, state, version, lastLeaf, sealedKey, at, shredDay } = step;
  if (!sealedKey)
    return [
      write(
        db.read
          .update(consentRecord)
          .set({ state, version, lastLeaf, shredDay })
          .where(sql`${consentRecord.id} = ${id} and ${consentRecord.version} = ${step.fromVersion}`),
        1,
      ),
    ];
  const row = { id, personId, purposeId, state, version, lastLeaf, sealedKey, createdAt: at, shredDay };
  const insert = write(db.read.insert(consentRecord).values(row));
  if (personId) return [holds("EXISTS (SELECT 1 FROM person WHERE id = ?)", [personId]), insert];
  return step.link ? [insert, write(db.read.insert(linkTag).values({ ...step.link, recordId: id }))] : [insert];
}

/** A subscription that rests on proven consent from now on; campaigns that ask it count a "yes". Whoever answers is reached. */
export function provenWrites(db: Database, subscriptionId: string, recordId: string, mailingId?: string): Write[] {
  return [
    write(
      db.read
        .update(subscription)
        .set({ state: "active", recordId, heldAt: null })
        .where(sql`${subscription.id} = ${subscriptionId} and ${subscription.state} <> 'ended'`),
      1,
    ),
    answerWrite(JSON.stringify([{ subscriptionId, answer: "yes" }]), mailingId),
  ];
}

/**
 * Mailings whose counts still move: campaigns that are not over, and their reminders. One that was called off counts only
 * what is said by its own mail (the argument); what another campaign of the list brings is not told of it.
 */
const COUNTS = `(SELECT asking.id FROM mailing asking LEFT JOIN mailing whole ON whole.id = asking.campaign_id
  WHERE asking.kind IN ('reconsent','reminder','notice') AND (coalesce(whole.state, asking.state) NOT IN ('closed','cancelled')
    OR (coalesce(whole.state, asking.state) = 'cancelled'
      AND coalesce(asking.campaign_id, asking.id) = (SELECT coalesce(campaign_id, id) FROM mailing WHERE id = ?))))`;

/**
 * What a campaign that is not over counts. A link that was pressed has proved that its mail arrived: a message of
 * unknown outcome is then sent, at the moment of its attempt.
 */
export function answerWrite(answers: string, mailingId: string | undefined): Write {
  const own = mailingId ?? "";
  return {
    sql: `UPDATE message SET answer=j.answer, way=iif(j.answer='yes', NULL, way),
            state=iif(state='unknown' AND mailing_id=?, 'sent', state),
            reason=iif(state='unknown' AND mailing_id=?, NULL, reason),
            sent_at=coalesce(sent_at, iif(state='unknown' AND mailing_id=?,
              (SELECT b.first_attempt_at FROM batch b WHERE b.id = message.batch_id), NULL))
          FROM (SELECT value ->> 'subscriptionId' AS id, value ->> 'answer' AS answer FROM json_each(?)) j
          WHERE message.subscription_id = j.id AND j.answer IS NOT NULL AND +mailing_id IN ${COUNTS}`,
    args: [own, own, own, answers, own],
  };
}

export type EndedReason = NonNullable<(typeof subscription.$inferInsert)["endedReason"]>;

/** Subscriptions that end, with the record that holds their proof (if the act is one of a person). */
export interface Ending {
  subscriptionId: string;
  personId: string;
  recordId: string | null;
  reason: EndedReason;
  /** As it was read: whoever said yes meanwhile is not ended by what was decided before. */
  state: "unproven" | "active";
}

export interface NewSuppression {
  /** Look-up tags of the same address, under every key: nothing live may stand against the suppression. */
  addressTags?: Uint8Array[];
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
  /** The mailing whose link was pressed. */
  mailingId?: string;
  /** By which way the person said so; absent where the institution acts. */
  way?: Way;
  endings: Ending[];
  suppressions: NewSuppression[];
  erasures: Erasure[];
  /** People of the act who stay on another list: checked, so that a race cannot leave an address without a reason. */
  staying: string[];
  /** People who leave a list without a tag, since another one of the purpose speaks for them: checked in the same way. */
  spared?: { purposeId: string; people: string[] };
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
      sql: `UPDATE message SET state=iif(sent_at IS NULL, 'skipped', 'unknown'),
              reason=iif(sent_at IS NULL, j.reason, 'not-again')
            FROM (SELECT value ->> 'subscriptionId' AS id, value ->> 'reason' AS reason FROM json_each(?)) j
            WHERE subscription_id = j.id
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
      sql: `UPDATE subscription SET state='ended', ended_at=?, address_id=NULL, person_id=NULL, bulk_salt=NULL, held_at=NULL,
              paused_until=NULL, ended_reason=j.reason, record_id=coalesce(j.record_id, subscription.record_id)
            FROM (SELECT value ->> 'subscriptionId' AS id, value ->> 'personId' AS person, value ->> 'reason' AS reason,
                    value ->> 'recordId' AS record_id, value ->> 'state' AS state FROM json_each(?)) j
            WHERE subscription.id = j.id AND subscription.person_id = j.person AND subscription.state = j.state`,
      args: [leaving.at, endings],
      expect: leaving.endings.length,
    },
    ...leftWrites(endings, leaving.at),
    // Whoever said yes and then no is told of the no alone.
    { sql: `DELETE FROM receipt WHERE subscription_id IN ${ids("subscriptionId")}`, args: [endings] },
    answerWrite(
      JSON.stringify(leaving.endings.map((e) => ({ ...e, answer: COUNTED_AS[e.reason] }))),
      leaving.mailingId,
    ),
    ...(leaving.mailingId ? [knownWrite(leaving.mailingId, leaving.at)] : []),
    ...(leaving.way ? [wayWrite(endings, leaving.way, leaving.mailingId)] : []),
    ...(leaving.suppressions.length > 0 ? suppressWrites(leaving.suppressions) : []),
    holds(
      `NOT EXISTS (SELECT 1 FROM subscription WHERE person_id IN ${ids("personId")})
       AND NOT EXISTS (SELECT 1 FROM json_each(?) j WHERE NOT EXISTS
         (SELECT 1 FROM subscription s WHERE s.person_id = j.value))`,
      [erased, staying],
    ),
    ...(leaving.spared && leaving.spared.people.length > 0
      ? [
          holds(
            `NOT EXISTS (SELECT 1 FROM json_each(?) j WHERE NOT EXISTS (SELECT 1 FROM subscription s
             JOIN list l ON l.id = s.list_id WHERE s.person_id = j.value AND l.purpose_id = ?))`,
            [JSON.stringify(leaving.spared.people), leaving.spared.purposeId],
          ),
        ]
      : []),
    ...(leaving.erasures.length > 0 ? eraseWrites(erased, leaving.shredDay, leaving.at) : []),
  ];
}

/** How a campaign counts an ended subscription. */
const COUNTED_AS: Partial<Record<EndedReason, "no" | "expired">> = {
  refused: "no",
  withdrawn: "no",
  complained: "no",
  deceased: "no",
  erased: "no",
  no_answer: "expired",
};

/** The way of a "no", kept with the mailing whose link was pressed, and with every campaign that counts it. */
function wayWrite(endings: string, way: Way, mailingId: string | undefined): Write {
  const own = mailingId ?? "";
  return {
    sql: `UPDATE message SET way=? WHERE way IS NULL AND subscription_id IN ${ids("subscriptionId")}
          AND (+mailing_id IN (?, (SELECT campaign_id FROM mailing WHERE id = ?)) OR +mailing_id IN ${COUNTS})`,
    args: [way, endings, own, own, own],
  };
}

/**
 * Suppression tags, and the check that nothing live stands against them: an import that put the person on another list
 * of the purpose meanwhile makes the act stale, and it is decided anew (promise P5).
 */
export function suppressWrites(suppressions: NewSuppression[]): Write[] {
  const against = suppressions.map((s) => ({ scope: s.scope, tags: (s.addressTags ?? []).map((t) => hex(t)) }));
  return [
    suppressWrite(suppressions),
    holds(
      `NOT EXISTS (SELECT 1 FROM json_each(?) j, json_each(j.value, '$.tags') t
         JOIN address a ON a.tag = unhex(t.value) JOIN subscription s ON s.address_id = a.id
         JOIN list l ON l.id = s.list_id WHERE j.value ->> 'scope' IN ('*', l.purpose_id))`,
      [JSON.stringify(against)],
    ),
  ];
}

/** Writes tags of addresses that must not be mailed again. A newer reason replaces an older one, unless that was stronger. */
function suppressWrite(suppressions: NewSuppression[]): Write {
  return {
    sql: `INSERT INTO suppression (tag, key_id, scope, reason, day, review_day)
          SELECT unhex(value ->> 'tag'), value ->> 'keyId', value ->> 'scope', value ->> 'reason', value ->> 'day',
            value ->> 'reviewDay' FROM json_each(?) WHERE true
          ON CONFLICT (tag, scope) DO UPDATE SET day=excluded.day, review_day=excluded.review_day,
            reason=iif(suppression.reason IN ('complained','never','deceased'), suppression.reason, excluded.reason)`,
    args: [JSON.stringify(suppressions.map(({ addressTags, ...s }) => ({ ...s, tag: hex(s.tag) })))],
  };
}

/** Keeps the words of a form; the same wording is kept once. */
export function formWrite(db: Database, form: { sha256: string; body: string; language: string; at: number }): Write {
  const { sha256, body, language, at } = form;
  const row = { sha256, body, language, kind: "form" as const, version: 1, createdAt: at };
  return write(db.read.insert(notice).values(row).onConflictDoNothing());
}
