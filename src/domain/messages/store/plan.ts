/**
 * SQL of planning: an audience becomes message rows. A message's life: planned, claimed (in a frozen batch), sent,
 * delivered, bounced, complained, skipped (reason), failed (reason), unknown.
 */
import type { Write } from "../../../platform/db.ts";
import type { Live, SkipReason } from "../rules/permission.ts";

/** One person of a page of the audience. `skip`: he gets no mail, for this reason. */
export interface Planned {
  personId: string;
  subscriptionId: string;
  language: string;
  skip?: SkipReason;
}

/** Plans messages for a page. Whoever left since the page was read is not planned; nobody is planned twice. */
export function planWrites(
  mailingId: string,
  page: Planned[],
  wanted: readonly Live[],
  cursor: { from: string | null; to: string },
): Write[] {
  const { from, to } = cursor;
  return [
    {
      sql: `INSERT INTO message (mailing_id, person_id, subscription_id, language, state, reason)
            SELECT ?, s.person_id, s.id, j.value ->> 'language',
              iif(j.value ->> 'skip' IS NULL, 'planned', 'skipped'), j.value ->> 'skip' FROM json_each(?) j
            JOIN subscription s ON s.id = j.value ->> 'subscriptionId'
              AND s.state IN (SELECT value FROM json_each(?)) WHERE true
            ON CONFLICT DO NOTHING`,
      args: [mailingId, JSON.stringify(page), JSON.stringify(wanted)],
    },
    {
      // changes() is what the statement before has inserted.
      sql: "UPDATE mailing SET cursor=?, audience=audience+changes() WHERE id=? AND state='planning' AND cursor IS ?",
      args: [to, mailingId, from],
      expect: 1,
    },
  ];
}

/**
 * The whole audience is planned. `pilot`: so many are drawn for the first wave: those whose ids follow `from`. The ids of
 * people are random and say nothing of them, so every one has the same chance.
 */
export function plannedWrites(
  mailingId: string,
  cursor: string | null,
  pilot: { size: number; from: string } | undefined,
): Write[] {
  const after = (sign: string, lap: number) =>
    `SELECT * FROM (SELECT person_id, ${lap} AS lap FROM message WHERE mailing_id=?1 AND state='planned'
     AND answer IS NULL AND person_id ${sign} ?2 ORDER BY person_id LIMIT ?3)`;
  return [
    {
      sql: "UPDATE mailing SET state='sending', wave=? WHERE id=? AND state='planning' AND cursor IS ?",
      args: [pilot ? "pilot" : null, mailingId, cursor],
      expect: 1,
    },
    ...(pilot
      ? [
          {
            sql: `UPDATE message SET pilot=1 WHERE mailing_id=?1 AND person_id IN (SELECT person_id FROM
                  (${after(">=", 0)} UNION ALL ${after("<", 1)}) ORDER BY lap, person_id LIMIT ?3)`,
            args: [mailingId, pilot.from, pilot.size],
          },
        ]
      : []),
  ];
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

/** The pilot is out: the rest waits until then. Changes nothing while any of it is on its way. */
export function pilotOverWrite(mailingId: string, restAt: number): Write {
  return {
    sql: `UPDATE mailing SET wave='waiting', not_before=max(?, coalesce(not_before, 0))
          WHERE id=? AND state='sending' AND wave='pilot' AND NOT EXISTS
            (SELECT 1 FROM message WHERE mailing_id=mailing.id AND pilot=1 AND state IN ('planned','claimed'))`,
    args: [restAt, mailingId],
    expect: 1,
  };
}

/** The wait is over: everybody is asked. Stale if it is not yet, or the mailing stands still. */
export function restWrite(mailingId: string, at: number): Write {
  return {
    sql: `UPDATE mailing SET wave=NULL WHERE id=? AND state='sending' AND wave='waiting' AND coalesce(not_before, 0) <= ?`,
    args: [mailingId, at],
    expect: 1,
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
