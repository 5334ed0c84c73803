/** SQL of batches up to the hand-over: every change is compare-and-set. */
import type { Write } from "../../../platform/db.ts";
import type { Live } from "../rules/permission.ts";

/** Freezes a batch: its members, sealed, and their messages claimed. Stale if one of them left or was claimed. */
export function freezeWrites(batch: {
  id: string;
  mailingId: string;
  personIds: string[];
  /** States of the subscriptions that the mailing is for. */
  wanted: readonly Live[];
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
      sql: `UPDATE message SET state='claimed', batch_id=?, begun_at=NULL WHERE mailing_id=? AND state='planned'
            AND person_id IN (SELECT value FROM json_each(?))
            AND answer IS NULL AND EXISTS (SELECT 1 FROM subscription s WHERE s.id = message.subscription_id
              AND s.state IN (SELECT value FROM json_each(?)) AND s.held_at IS NULL)`,
      args: [batch.id, batch.mailingId, JSON.stringify(batch.personIds), JSON.stringify(batch.wanted)],
      expect: batch.personIds.length,
    },
  ];
}

/** One attempt of one batch. Its number is the fence of all that is written about it. */
export interface Attempt {
  id: string;
  attempt: number;
}

/** A batch as it was read, and what must hold for one more attempt. */
export interface Taking extends Attempt {
  state: string;
  now: number;
  leaseMs: number;
  /** Batches frozen before are too old. */
  frozenAfter: number;
  /** A heartbeat older than this means an outage: nothing goes out by itself. */
  aliveAfter: number;
  /** Fingerprint of the database this program stands on. */
  origin: string;
  wanted: readonly Live[];
  sha256: string;
  /** The mailer marks each mail before it begins. */
  oneByOne: boolean;
}

/**
 * Takes a batch for one attempt: the last permission before the send. The mailing still sends and its embargo is over, the
 * program is alive, the batch is whole and the same bytes, and nobody in it is restricted or held; before the first
 * attempt also that everybody is still one whom the mailing is for.
 */
export function attemptWrite(a: Taking): Write {
  return {
    sql: `UPDATE batch SET state='attempted', attempt=attempt+1, one_by_one=?, lease_until=?, body_sha256=?,
            first_attempt_at=coalesce(first_attempt_at, ?)
          WHERE id=? AND attempt=? AND state=? AND state IN ('frozen','attempted') AND sealed IS NOT NULL
            AND created_at > ? AND coalesce(lease_until, 0) <= ? AND coalesce(body_sha256, ?) = ?
            AND EXISTS (SELECT 1 FROM mailing m WHERE m.id = batch.mailing_id AND m.state='sending'
              AND coalesce(m.not_before, 0) <= ?)
            AND NOT EXISTS (SELECT 1 FROM pulse WHERE at < ? OR origin <> ?)
            AND NOT EXISTS (SELECT 1 FROM message g LEFT JOIN person p ON p.id = g.person_id
              LEFT JOIN subscription s ON s.id = g.subscription_id
              WHERE g.batch_id = batch.id AND g.state='claimed' AND (p.restricted_at IS NOT NULL OR s.held_at IS NOT NULL
                OR (batch.state='frozen' AND (p.id IS NULL OR g.answer IS NOT NULL
                  OR coalesce(s.state, 'ended') NOT IN (SELECT value FROM json_each(?))))))`,
    args: [
      a.oneByOne ? 1 : 0,
      a.now + a.leaseMs,
      a.sha256,
      a.now,
      a.id,
      a.attempt,
      a.state,
      a.frozenAfter,
      a.now,
      a.sha256,
      a.sha256,
      a.now,
      a.aliveAfter,
      a.origin,
      JSON.stringify(a.wanted),
    ],
    expect: 1,
  };
}

/**
 * Nothing of the batch has ever gone out; it waits frozen until `until`. If the mailing stands still or was cancelled
 * meanwhile, it is taken apart instead: no address waits in a batch that nobody will send.
 */
export function refreezeWrites(of: Attempt, until: number): Write[] {
  const sends = "EXISTS (SELECT 1 FROM mailing m WHERE m.id = batch.mailing_id AND m.state='sending')";
  return [
    {
      sql: `UPDATE batch SET first_attempt_at=NULL, state=iif(${sends}, 'frozen', 'thawed'),
              sealed=iif(${sends}, sealed, NULL), lease_until=iif(${sends}, ?, NULL)
            WHERE id=? AND attempt=? AND state='attempted'`,
      args: [until, of.id, of.attempt],
      expect: 1,
    },
    { sql: "UPDATE message SET begun_at=NULL WHERE batch_id=? AND begun_at IS NOT NULL", args: [of.id] },
    {
      sql: `UPDATE message SET state='planned', batch_id=NULL WHERE batch_id=? AND state='claimed'
            AND EXISTS (SELECT 1 FROM batch WHERE id=message.batch_id AND state='thawed')`,
      args: [of.id],
    },
  ];
}

/** Nobody knows; the same bytes may be tried again at `until`. */
export function waitWrite(of: Attempt, until: number): Write {
  return {
    sql: "UPDATE batch SET lease_until=? WHERE id=? AND attempt=? AND state='attempted'",
    args: [until, of.id, of.attempt],
    expect: 1,
  };
}
