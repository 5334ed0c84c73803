/** SQL of the second stage of erasure: what is deleted when a sealed proof has reached its day. */
import { holds, type Write } from "../../../platform/db.ts";
import { cutRecordWrites } from "../../read-log/store.ts";

const records = "(SELECT value FROM json_each(?))";

/**
 * Deletes the proofs with their keys, events and link tags, and the pseudonyms that old links led to. Stale if one of them
 * has been taken up again: a new "yes" takes the day away.
 */
export function overWrites(over: {
  records: readonly string[];
  subscriptions: readonly string[];
  day: string;
}): Write[] {
  const ids = JSON.stringify(over.records);
  return [
    holds(
      `NOT EXISTS (SELECT 1 FROM json_each(?) j WHERE NOT EXISTS
        (SELECT 1 FROM consent_record r WHERE r.id = j.value AND r.shred_day <= ?))
       AND NOT EXISTS (SELECT 1 FROM subscription WHERE state <> 'ended' AND record_id IN ${records})`,
      [ids, over.day, ids],
    ),
    { sql: `DELETE FROM disclosure WHERE eid IN (SELECT eid FROM event WHERE record_id IN ${records})`, args: [ids] },
    { sql: `DELETE FROM event WHERE record_id IN ${records}`, args: [ids] },
    { sql: `DELETE FROM link_tag WHERE record_id IN ${records}`, args: [ids] },
    ...cutRecordWrites(records, ids),
    { sql: `DELETE FROM subscription WHERE state = 'ended' AND record_id IN ${records}`, args: [ids] },
    { sql: `DELETE FROM consent_record WHERE id IN ${records}`, args: [ids], expect: over.records.length },
    {
      // The sign keeps SQLite from going through everybody without a proof.
      sql: `DELETE FROM subscription WHERE state = 'ended' AND +record_id IS NULL AND id IN ${records}`,
      args: [JSON.stringify(over.subscriptions)],
    },
  ];
}
