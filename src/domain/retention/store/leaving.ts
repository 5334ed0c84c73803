/** SQL that guards the end of people on lists. */
import { holds, type Write } from "../../../platform/db.ts";
import { personRestricted } from "../rules/held.ts";

/** Stale if one of these people is restricted by now. Stands before the erasure, which deletes their rows. */
export function unrestrictedWrite(people: readonly string[]): Write {
  return holds(`NOT EXISTS (SELECT 1 FROM json_each(?) j WHERE ${personRestricted("j.value")})`, [
    JSON.stringify(people),
  ]);
}
