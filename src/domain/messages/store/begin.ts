/** SQL of mails that go one by one: the mark that one has begun is also its last permission. */
import type { Write } from "../../../platform/db.ts";
import type { Attempt } from "./batch.ts";

/**
 * These mails of an attempt begin, or do so again over another line: nobody else ever sends them by himself. Stale if one of
 * them may not: its attempt is over or has lost its lease, somebody has left the batch, the mailing stands still, or the
 * person has answered or may not be mailed any more. Whom the mailing is for was asked with the attempt, seconds ago.
 */
export function beginWrite(of: Attempt & { personIds: string[] }, now: number): Write {
  return {
    sql: `UPDATE message SET begun_at=? WHERE batch_id=? AND state='claimed' AND answer IS NULL
          AND person_id IN (SELECT value FROM json_each(?))
          AND EXISTS (SELECT 1 FROM batch b JOIN mailing m ON m.id = b.mailing_id WHERE b.id = message.batch_id
            AND b.state='attempted' AND b.attempt=? AND b.sealed IS NOT NULL AND b.lease_until > ? AND m.state='sending')
          AND EXISTS (SELECT 1 FROM subscription s JOIN person p ON p.id = s.person_id
            WHERE s.id = message.subscription_id AND s.held_at IS NULL AND p.restricted_at IS NULL)`,
    args: [now, of.id, JSON.stringify(of.personIds), of.attempt, now],
    expect: of.personIds.length,
  };
}
