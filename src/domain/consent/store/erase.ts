/**
 * SQL of erasure, stage 1: the only statements that delete a person. Withdrawal, refusal, complaint, deadline, dead address,
 * opt-outs and everything else that ends the last reason to hold an address come here through `leaveWrites`; a sign-up that
 * nobody confirmed never had a person, and goes by store/sign-up.ts.
 */
import type { Write } from "../../../platform/db.ts";
import { erasedWrites } from "../../exports/store.ts";
import { cutWrites } from "../../read-log/store.ts";
import { letGoWrite } from "../../rights-requests/store.ts";

/** Ids of the people, from JSON of `personId`, `tag` (hex) and `keyId` of their link tags. */
const THEIRS = "(SELECT value ->> 'personId' FROM json_each(?))";

/** Deletes the people themselves (erasure stage 1); what stays can be found only with the address and the keys. */
export function eraseWrites(erased: string, shredDay: string, at: number): Write[] {
  return [
    ...erasedWrites(erased, at),
    {
      sql: `INSERT OR IGNORE INTO link_tag (tag, record_id, key_id)
            SELECT unhex(j.value ->> 'tag'), r.id, j.value ->> 'keyId'
            FROM json_each(?) j JOIN consent_record r ON r.person_id = j.value ->> 'personId'`,
      args: [erased],
    },
    {
      sql: `DELETE FROM disclosure WHERE eid IN (SELECT e.eid FROM event e JOIN consent_record r ON r.id = e.record_id
            WHERE r.person_id IN ${THEIRS})`,
      args: [erased],
    },
    ...cutWrites(THEIRS, erased),
    letGoWrite(THEIRS, erased),
    {
      sql: `UPDATE consent_record SET person_id=NULL, shred_day=coalesce(shred_day, ?) WHERE person_id IN ${THEIRS}`,
      args: [shredDay, erased],
    },
    {
      sql: `UPDATE provider_event SET provider_id=NULL WHERE provider_id IN
              (SELECT provider_id FROM message WHERE person_id IN ${THEIRS} AND provider_id IS NOT NULL)`,
      args: [erased],
    },
    {
      sql: `UPDATE message SET provider_id=NULL WHERE person_id IN ${THEIRS}`,
      args: [erased],
    },
    { sql: `DELETE FROM token WHERE subject IN ${THEIRS}`, args: [erased] },
    { sql: `DELETE FROM address WHERE person_id IN ${THEIRS}`, args: [erased] },
    { sql: `DELETE FROM person WHERE id IN ${THEIRS}`, args: [erased] },
  ];
}
