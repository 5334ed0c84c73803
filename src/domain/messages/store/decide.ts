/** SQL of what a person decides about messages of unknown outcome. */
import { holds, type Write } from "../../../platform/db.ts";
import { ASSUMED } from "../rules/life.ts";
import type { Live } from "../rules/permission.ts";

/**
 * All of a mailing count as sent, at the moment of the attempt, with a mark: nobody knows whether they arrived. Stale if they are not exactly so many any more: an event
 * of the provider has told of one, or another one has become unknown.
 */
export function treatAsSentWrite(mailingId: string, n: number, at: number): Write {
  return {
    sql: `UPDATE message SET state='sent', reason='${ASSUMED}',
            sent_at=coalesce(sent_at, (SELECT first_attempt_at FROM batch WHERE id=message.batch_id), ?)
          WHERE mailing_id=? AND state='unknown'`,
    args: [at, mailingId],
    expect: n,
  };
}

/**
 * Those of a mailing who may still be mailed are planned again; the mailing sends again if it was finished. The moment of
 * the first attempt stays with them: whoever is skipped after all may have had that mail, and is unknown, not skipped
 * (plan.ts, consent/store.ts). Stale if they are not exactly so many, or the mailing is over.
 */
export function sendAgainWrites(mailingId: string, n: number, wanted: readonly Live[], at: number): Write[] {
  return [
    {
      sql: `UPDATE message SET state='planned', reason=NULL, batch_id=NULL, provider_id=NULL, tries=0, try_at=NULL,
              sent_at=coalesce(sent_at, (SELECT first_attempt_at FROM batch WHERE id=message.batch_id), ?)
            WHERE mailing_id=? AND state='unknown' AND ${STILL_ALLOWED}`,
      args: [at, mailingId, JSON.stringify(wanted)],
      expect: n,
    },
    { sql: "UPDATE mailing SET state='sending', finished_at=NULL WHERE id=? AND state='sent'", args: [mailingId] },
    holds("EXISTS (SELECT 1 FROM mailing WHERE id=? AND state IN ('sending','paused'))", [mailingId]),
  ];
}

/** The person is there, is still one whom the mailing is for, and nobody has said to leave him alone. */
const STILL_ALLOWED = `EXISTS (SELECT 1 FROM subscription s JOIN person p ON p.id = s.person_id
  WHERE s.id = message.subscription_id AND s.state IN (SELECT value FROM json_each(?))
    AND message.answer IS NULL AND s.held_at IS NULL AND p.restricted_at IS NULL)`;

/** The same of the mailing of a batch. */
export function knownOfWrite(batchId: string, at: number): Write {
  return {
    sql: `UPDATE alert SET closed_at=?, try_at=NULL WHERE code='mailing.unknown' AND closed_at IS NULL
          AND subject=(SELECT mailing_id FROM batch WHERE id=?)
          AND NOT EXISTS (SELECT 1 FROM message WHERE mailing_id=alert.subject AND state='unknown')`,
    args: [at, batchId],
  };
}

/** Nothing of the mailing is unknown any more: the alert is over. */
export function knownWrite(mailingId: string, at: number): Write {
  return {
    sql: `UPDATE alert SET closed_at=?, try_at=NULL WHERE code='mailing.unknown' AND subject=? AND closed_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM message WHERE mailing_id=? AND state='unknown')`,
    args: [at, mailingId, mailingId],
  };
}
