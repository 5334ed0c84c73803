/**
 * The pause: while a request is open, the person with its address is restricted (`person.restricted_at`, which every statement
 * of delivery and of closing asks), for the reason `request`. Written here and nowhere else.
 */
import type { Write } from "../../../platform/db.ts";
import { hex } from "../../../platform/encoding.ts";

/**
 * Restricts everybody with an open request who is not yet; also whoever comes onto a list while his request is open, so every
 * act that adds an address ends with it. Open requests are few, and each finds its person by the address's unique tag.
 */
export function pauseWrite(at: number): Write {
  return {
    sql: `UPDATE person SET restricted_at=?, restricted_for='request' WHERE restricted_at IS NULL AND id IN
            (SELECT a.person_id FROM rights_request INDEXED BY rights_request_open JOIN address a ON a.tag = rights_request.tag
             WHERE rights_request.closed_at IS NULL)`,
    args: [at],
  };
}

/**
 * The request is answered: the pause ends, unless another request of the same address is open. With `decided` the restriction
 * stays, because that is what was asked for and granted (GDPR Art. 18).
 */
export function liftWrite(tags: readonly Uint8Array[], decided: boolean): Write {
  const list = JSON.stringify(tags.map((tag) => hex(tag)));
  const here = "SELECT person_id FROM address WHERE tag IN (SELECT unhex(value) FROM json_each(?))";
  if (decided)
    return {
      sql: `UPDATE person SET restricted_for='decision' WHERE restricted_for='request' AND id IN (${here})`,
      args: [list],
    };
  return {
    sql: `UPDATE person SET restricted_at=NULL, restricted_for=NULL WHERE restricted_for='request' AND id IN (${here})
            AND NOT EXISTS (SELECT 1 FROM rights_request r WHERE r.closed_at IS NULL
              AND r.tag IN (SELECT unhex(value) FROM json_each(?)))`,
    args: [list, list],
  };
}

/** A restriction that was granted ends; where another request of the address is open, its pause goes on. */
export function endRestrictionWrite(tags: readonly Uint8Array[]): Write {
  const list = JSON.stringify(tags.map((tag) => hex(tag)));
  const these = "IN (SELECT unhex(json_each.value) FROM json_each(?))";
  const open = `EXISTS (SELECT 1 FROM rights_request WHERE rights_request.closed_at IS NULL AND rights_request.tag ${these})`;
  return {
    sql: `UPDATE person SET restricted_at=iif(${open}, restricted_at, NULL), restricted_for=iif(${open}, 'request', NULL)
          WHERE restricted_for='decision' AND id IN (SELECT address.person_id FROM address WHERE address.tag ${these})`,
    args: [list, list, list],
    expect: 1,
  };
}
