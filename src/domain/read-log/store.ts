/** SQL of the read log. Lines are written once and never changed, except that what is about a person goes with his data. */
import { holds, type Write } from "../../platform/db.ts";
import { HOUR_MS, MANY_AN_HOUR, SINGLING } from "./rules/acts.ts";
import type { Digest } from "./rules/digest.ts";
import type { Line } from "./rules/line.ts";

/** A line. */
export function lineWrite(line: Line): Write {
  const { id, actor, act, at, role, surface, outcome, count, subject, reason, about, salt } = line;
  return {
    sql: `INSERT INTO read_log (id, actor, act, at, role, surface, outcome, count, subject, reason, about, salt)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [id, actor, act, at, role, surface, outcome, count, subject, reason, about, salt],
  };
}

/** Tells the officer where somebody looked at so many single people within the hour; once while that is open. */
export function unusualWrite(alertId: string, actor: string, now: number): Write {
  return {
    sql: `INSERT INTO alert (id, code, subject, at, try_at)
          SELECT ?, 'reading.unusual', 'reading', ?, ?
          WHERE (SELECT count(*) FROM (SELECT 1 FROM read_log WHERE actor = ? AND at > ?
            AND act IN (SELECT value FROM json_each(?)) LIMIT ?)) >= ?
          ON CONFLICT (code, subject) WHERE closed_at IS NULL DO NOTHING`,
    args: [alertId, now, now, actor, now - HOUR_MS, JSON.stringify(SINGLING), MANY_AN_HOUR, MANY_AN_HOUR],
  };
}

/**
 * Whom lines were about, of people whose data go: `people` is an SQL list of ids with its argument. Stands before their records
 * let go of them: one that stays, sealed, still leads from the address to the lines.
 */
export function cutWrites(people: string, arg: string): Write[] {
  return [
    {
      sql: `UPDATE read_log SET record = (SELECT min(r.id) FROM consent_record r WHERE r.person_id = read_log.subject),
              subject = NULL, reason = NULL, salt = NULL WHERE subject IN ${people}`,
      args: [arg],
    },
    { sql: `DELETE FROM read_naming WHERE person_id IN ${people}`, args: [arg] },
  ];
}

/** The same of sealed records that are destroyed. */
export function cutRecordWrites(records: string, arg: string): Write[] {
  return [
    { sql: `UPDATE read_log SET subject = NULL, reason = NULL, salt = NULL WHERE subject IN ${records}`, args: [arg] },
    { sql: `UPDATE read_log SET record = NULL WHERE record IN ${records}`, args: [arg] },
  ];
}

/** The digest of a day. Stale if there is one of this day or a later one, or if its lines are no longer as many. */
export function digestWrites(digest: Digest, eid: string): Write[] {
  const { first, day, since, until, count, root, previous = null } = digest;
  return [
    holds(
      `NOT EXISTS (SELECT 1 FROM read_digest WHERE day >= ?)
       AND (SELECT count(*) FROM read_log WHERE at >= ? AND at < ?) = ?`,
      [day, since, until, count],
    ),
    {
      sql: "INSERT INTO read_digest (day, first, since, until, count, root, previous, eid) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      args: [day, first, since, until, count, root, previous, eid],
    },
  ];
}

/** Lines that have outlived their reason: whole digests of them, up to this moment. */
export function agedWrite(until: number): Write {
  return { sql: "DELETE FROM read_log WHERE at < ?", args: [until] };
}

/** The officer's decision about names. Stale if the person is gone. */
export function namingWrite(row: {
  id: string;
  personId: string;
  decision: "told" | "withheld";
  reason: string;
  by: string;
  at: number;
}): Write[] {
  const { id, personId, decision, reason, by, at } = row;
  return [
    holds("EXISTS (SELECT 1 FROM person WHERE id = ?)", [personId]),
    {
      sql: "INSERT INTO read_naming (id, person_id, decision, reason, by, at) VALUES (?, ?, ?, ?, ?, ?)",
      args: [id, personId, decision, reason, by, at],
    },
  ];
}
