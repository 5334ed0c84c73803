/**
 * SQL of messages: every change of a message or batch, as compare-and-set. A message's life: planned, claimed (in a
 * frozen batch), sent, delivered, bounced, complained, skipped (reason), failed (reason), unknown.
 */
import type { Write } from "../../platform/db.ts";

/** One person of a page of the audience. */
export interface Planned {
  personId: string;
  subscriptionId: string;
  language: string;
}

/** Plans messages for a page. Whoever left since the page was read is not planned; nobody is planned twice. */
export function planWrites(mailingId: string, page: Planned[], from: string | null, to: string): Write[] {
  return [
    {
      sql: `INSERT INTO message (mailing_id, person_id, subscription_id, language, state)
            SELECT ?, s.person_id, s.id, j.value ->> 'language', 'planned' FROM json_each(?) j
            JOIN subscription s ON s.id = j.value ->> 'subscriptionId' AND s.state = 'unproven' WHERE true
            ON CONFLICT DO NOTHING`,
      args: [mailingId, JSON.stringify(page)],
    },
    {
      // changes() is what the statement before has inserted.
      sql: "UPDATE mailing SET cursor=?, audience=audience+changes() WHERE id=? AND state='planning' AND cursor IS ?",
      args: [to, mailingId, from],
      expect: 1,
    },
  ];
}

/** The whole audience is planned. */
export function plannedWrite(mailingId: string, cursor: string | null): Write {
  return {
    sql: "UPDATE mailing SET state='sending' WHERE id=? AND state='planning' AND cursor IS ?",
    args: [mailingId, cursor],
    expect: 1,
  };
}

/** Messages that are not to go out, with the reason. */
export function skipWrite(mailingId: string, personIds: string[], reason: string): Write {
  return {
    sql: `UPDATE message SET state='skipped', reason=? WHERE mailing_id=? AND state='planned'
          AND person_id IN (SELECT value FROM json_each(?))`,
    args: [reason, mailingId, JSON.stringify(personIds)],
  };
}

/** Freezes a batch: its members, sealed, and their messages claimed. Stale if one of them left or was claimed. */
export function freezeWrites(batch: {
  id: string;
  mailingId: string;
  personIds: string[];
  sealed: Uint8Array;
  at: number;
}): Write[] {
  return [
    {
      sql: `INSERT INTO batch (id, mailing_id, state, sealed, attempt, created_at)
            SELECT ?, id, 'frozen', ?, 0, ? FROM mailing WHERE id=? AND state='sending'`,
      args: [batch.id, batch.sealed, batch.at, batch.mailingId],
      expect: 1,
    },
    {
      sql: `UPDATE message SET state='claimed', batch_id=? WHERE mailing_id=? AND state='planned'
            AND person_id IN (SELECT value FROM json_each(?))
            AND EXISTS (SELECT 1 FROM subscription s WHERE s.id = message.subscription_id AND s.state='unproven')`,
      args: [batch.id, batch.mailingId, JSON.stringify(batch.personIds)],
      expect: batch.personIds.length,
    },
  ];
}

/** One attempt of one batch. Its number is the fence of all that is written about it. */
export interface Attempt {
  id: string;
  attempt: number;
}

/** Takes a batch for one attempt: the last permission before the send. `state` and `attempt` are as they were read. */
export function attemptWrite(
  a: Attempt & { state: string; now: number; leaseMs: number; frozenAfter: number; bodySha256: string },
): Write {
  return {
    sql: `UPDATE batch SET state='attempted', attempt=attempt+1, lease_until=?, body_sha256=?,
            first_attempt_at=coalesce(first_attempt_at, ?)
          WHERE id=? AND attempt=? AND state=? AND state IN ('frozen','attempted') AND sealed IS NOT NULL
            AND created_at > ? AND coalesce(lease_until, 0) <= ? AND coalesce(body_sha256, ?) = ?
            AND EXISTS (SELECT 1 FROM mailing m WHERE m.id = batch.mailing_id AND m.state='sending')`,
    args: [
      a.now + a.leaseMs,
      a.bodySha256,
      a.now,
      a.id,
      a.attempt,
      a.state,
      a.frozenAfter,
      a.now,
      a.bodySha256,
      a.bodySha256,
    ],
    expect: 1,
  };
}

/**
 * The provider took the batch: ids in the members' order. An id is kept only while the person is. What was accepted under
 * the batch's key is sent, whoever hears it: an answer that comes after the lease counts for later attempts (the same key
 * and bytes) and for a batch that was given up meanwhile.
 */
export function sentWrites(of: Attempt, sent: { personId: string; providerId: string }[], at: number): Write[] {
  return [
    {
      sql: `UPDATE batch SET state='done', sealed=NULL, lease_until=NULL
            WHERE id=? AND attempt>=? AND state IN ('attempted','unknown')`,
      args: [of.id, of.attempt],
      expect: 1,
    },
    {
      sql: `UPDATE message SET state='sent', reason=NULL, sent_at=?,
              provider_id=(SELECT j.value ->> 'providerId' FROM json_each(?) j JOIN person p ON p.id = j.value ->> 'personId'
                           WHERE p.id = message.person_id)
            WHERE batch_id=? AND state IN ('claimed','unknown')`,
      args: [at, JSON.stringify(sent), of.id],
    },
  ];
}

/** Nothing of the batch went out: one member is failed for good (if named), the others are planned again. */
export function thawWrites(of: Attempt, failed?: { personId: string; reason: string }): Write[] {
  return [
    {
      sql: `UPDATE batch SET state='thawed', sealed=NULL, lease_until=NULL
            WHERE id=? AND attempt=? AND state IN ('frozen','attempted')`,
      args: [of.id, of.attempt],
      expect: 1,
    },
    ...(failed
      ? [
          {
            sql: "UPDATE message SET state='failed', reason=? WHERE batch_id=? AND person_id=? AND state='claimed'",
            args: [failed.reason, of.id, failed.personId],
          },
        ]
      : []),
    { sql: "UPDATE message SET state='planned', batch_id=NULL WHERE batch_id=? AND state='claimed'", args: [of.id] },
  ];
}

/** Nothing of the batch has ever gone out; it waits frozen until `until`. */
export function refreezeWrite(of: Attempt, until: number): Write {
  return {
    sql: `UPDATE batch SET state='frozen', first_attempt_at=NULL, lease_until=?
          WHERE id=? AND attempt=? AND state='attempted'`,
    args: [until, of.id, of.attempt],
    expect: 1,
  };
}

/** Nobody knows; the same bytes may be tried again at `until`. */
export function waitWrite(of: Attempt, until: number): Write {
  return {
    sql: "UPDATE batch SET lease_until=? WHERE id=? AND attempt=? AND state='attempted'",
    args: [until, of.id, of.attempt],
    expect: 1,
  };
}

/** Nobody knows, and nobody may try again: a person decides. */
export function unknownWrites(of: Attempt, reason: string): Write[] {
  return [
    {
      sql: "UPDATE batch SET state='unknown', sealed=NULL, lease_until=NULL WHERE id=? AND attempt=? AND state='attempted'",
      args: [of.id, of.attempt],
      expect: 1,
    },
    { sql: "UPDATE message SET state='unknown', reason=? WHERE batch_id=? AND state='claimed'", args: [reason, of.id] },
  ];
}

/** The mailing is sent when nothing waits any more; changes nothing before. */
export function finishWrite(mailingId: string): Write {
  return {
    sql: `UPDATE mailing SET state='sent' WHERE id=? AND state='sending'
          AND NOT EXISTS (SELECT 1 FROM message WHERE mailing_id=mailing.id AND state IN ('planned','claimed'))`,
    args: [mailingId],
  };
}
