/** SQL that guards the end of proofs. */
import { holds, type Write } from "../../../platform/db.ts";
import { proofHeld } from "../rules/held.ts";

/** Stale if a legal hold keeps one of these records by now. */
export function mayGoWrite(records: readonly string[], day: string): Write[] {
  if (records.length === 0) return [];
  const held = `SELECT 1 FROM json_each(?) r WHERE ${proofHeld("r.value")}`;
  return [holds(`NOT EXISTS (${held})`, [JSON.stringify(records), day])];
}
