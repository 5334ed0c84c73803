/** SQL of outcomes: what became of the messages of an attempt. An event of the provider may have been faster. */
import type { Write } from "../../../platform/db.ts";
import type { Sorted } from "../rules/outcome.ts";
import type { Attempt } from "./batch.ts";

/**
 * The provider took the batch: ids in the members' order. An id is kept only while the person is. What was accepted under
 * the batch's key is sent, whoever hears it: an answer that comes after the lease counts for later attempts (the same key
 * and bytes) and for a batch that was given up meanwhile.
 */
export function sentWrites(of: Attempt, sent: Sorted["sent"], at: number): Write[] {
  return [doneWrite(of), markSentWrite(of, sent, at)];
}

/** Each mail went by itself: sent, failed for good, to be tried later, or unknown. Some may have been told before. */
export function eachWrites(of: Attempt, each: Sorted, at: number): Write[] {
  return [doneWrite(of), ...toldWrites(of, each, at)];
}

/** What became of some mails of an attempt that goes on. Told twice it changes nothing. */
export function toldWrites(of: Attempt, each: Sorted, at: number): Write[] {
  const rest = (state: "failed" | "unknown", people: { personId: string; reason: string }[]): Write => ({
    sql: `UPDATE message SET state='${state}', reason=? ->> person_id
          WHERE batch_id=? AND state='claimed' AND (? ->> person_id) IS NOT NULL`,
    args: around(byPerson(people, "reason"), of.id),
  });
  return [
    ...(each.sent.length > 0 ? [markSentWrite(of, each.sent, at)] : []),
    ...(each.failed.length > 0 ? [rest("failed", each.failed)] : []),
    ...(each.unknown.length > 0 ? [rest("unknown", each.unknown)] : []),
    ...(each.untouched.length > 0 ? [untouchedWrite(of, each.untouched)] : []),
    ...(each.later.length > 0 ? [laterWrite(of, each.later)] : []),
  ];
}

function doneWrite(of: Attempt): Write {
  return {
    sql: `UPDATE batch SET state='done', sealed=NULL, lease_until=NULL
          WHERE id=? AND attempt>=? AND state IN ('attempted','unknown')`,
    args: [of.id, of.attempt],
    expect: 1,
  };
}

function markSentWrite(of: Attempt, sent: Sorted["sent"], at: number): Write {
  return {
    sql: `UPDATE message SET reason=iif(state IN ('claimed','unknown'), NULL, reason), sent_at=coalesce(sent_at, ?),
            state=iif(state IN ('claimed','unknown'), 'sent', state),
            provider_id=coalesce(provider_id, iif(EXISTS (SELECT 1 FROM person o WHERE o.id = message.person_id),
              ? ->> person_id, NULL))
          WHERE batch_id=? AND (? ->> person_id) IS NOT NULL AND state NOT IN ('planned','skipped','failed')`,
    args: [at, ...around(byPerson(sent, "providerId"), of.id)],
  };
}

/** These did not go out: planned again, not before their time. */
function laterWrite(of: Attempt, later: Sorted["later"]): Write {
  return {
    sql: `UPDATE message SET state='planned', batch_id=NULL, tries=tries+1, try_at=? ->> person_id
          WHERE batch_id=? AND state='claimed' AND (? ->> person_id) IS NOT NULL`,
    args: around(byPerson(later, "tryAt"), of.id),
  };
}

/** These were never taken up: planned as before. */
function untouchedWrite(of: Attempt, people: string[]): Write {
  return {
    sql: `UPDATE message SET state='planned', batch_id=NULL WHERE batch_id=? AND state='claimed'
          AND person_id IN (SELECT value FROM json_each(?))`,
    args: [of.id, JSON.stringify(people)],
  };
}

/**
 * `{"<person>": value}`. Joined to `json_each`, SQLite walks the whole array for every message of the batch; a key of an
 * object it finds in text that it has parsed once.
 */
function byPerson<K extends string>(rows: ({ personId: string } & Record<K, string | number>)[], name: K): string {
  return JSON.stringify(Object.fromEntries(rows.map((row) => [row.personId, row[name]])));
}

const around = (json: string, batchId: string) => [json, batchId, json];

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

/**
 * Nobody knows, and nobody may try again: a person decides. Of a batch whose mails go one by one the doubt is only about
 * those that had begun; the others are planned again.
 */
export function unknownWrites(of: Attempt, reason: string): Write[] {
  const begun = "SELECT 1 FROM message WHERE batch_id=batch.id AND state='claimed' AND begun_at IS NOT NULL";
  return [
    {
      sql: `UPDATE batch SET sealed=NULL, lease_until=NULL, state=iif(one_by_one AND NOT EXISTS (${begun}), 'thawed', 'unknown')
            WHERE id=? AND attempt=? AND state='attempted'`,
      args: [of.id, of.attempt],
      expect: 1,
    },
    {
      sql: `UPDATE message SET state='unknown', reason=? WHERE batch_id=? AND state='claimed'
            AND (begun_at IS NOT NULL OR NOT (SELECT one_by_one FROM batch WHERE id=message.batch_id))`,
      args: [reason, of.id],
    },
    { sql: "UPDATE message SET state='planned', batch_id=NULL WHERE batch_id=? AND state='claimed'", args: [of.id] },
  ];
}

/** Raises the alert that a person has to decide, if anything of the batch is unknown now; once while it is open. */
export function unknownAlertWrite(of: Attempt, alert: { id: string; at: number }): Write {
  return {
    sql: `INSERT INTO alert (id, code, subject, at, try_at) SELECT ?, 'mailing.unknown', mailing_id, ?, ? FROM batch
          WHERE id=? AND EXISTS (SELECT 1 FROM message WHERE batch_id=batch.id AND state='unknown')
          ON CONFLICT (code, subject) WHERE closed_at IS NULL DO NOTHING`,
    args: [alert.id, alert.at, alert.at, of.id],
  };
}
