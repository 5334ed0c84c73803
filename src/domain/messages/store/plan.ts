/**
 * SQL of planning: an audience becomes message rows. A message's life: planned, claimed (in a frozen batch), sent,
 * delivered, bounced, complained, skipped (reason), failed (reason), unknown.
 */
import type { Write } from "../../../platform/db.ts";

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

/**
 * Messages that are not to go out, each with its reason: `{"<person>": "withdrawn"}`. One that was to be sent again
 * (store/decide.ts) may have gone out the first time: it is unknown, not skipped.
 */
export function skipWrite(mailingId: string, skips: { personId: string; reason: string }[]): Write {
  const reasons = JSON.stringify(Object.fromEntries(skips.map(({ personId, reason }) => [personId, reason])));
  return {
    sql: `UPDATE message SET state=iif(sent_at IS NULL, 'skipped', 'unknown'),
            reason=iif(sent_at IS NULL, ? ->> person_id, 'not-again')
          WHERE mailing_id=? AND state='planned' AND person_id IN (SELECT key FROM json_each(?))`,
    args: [reasons, mailingId, reasons],
  };
}

/** Up to `limit` planned messages of a cancelled mailing are taken back. */
export function takeBackWrite(mailingId: string, limit: number): Write {
  return {
    sql: `UPDATE message SET state=iif(sent_at IS NULL, 'skipped', 'unknown'),
            reason=iif(sent_at IS NULL, 'cancelled', 'not-again') WHERE mailing_id=? AND state='planned' AND person_id IN
            (SELECT person_id FROM message WHERE mailing_id=? AND state='planned' LIMIT ?)
          AND EXISTS (SELECT 1 FROM mailing WHERE id=message.mailing_id AND state='cancelled')`,
    args: [mailingId, mailingId, limit],
  };
}

/** The mailing is sent when nothing waits any more; changes nothing before. */
export function finishWrite(mailingId: string, at: number): Write {
  return {
    sql: `UPDATE mailing SET state='sent', finished_at=? WHERE id=? AND state='sending'
          AND NOT EXISTS (SELECT 1 FROM message WHERE mailing_id=mailing.id AND state IN ('planned','claimed'))`,
    args: [at, mailingId],
  };
}
