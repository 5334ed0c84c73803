/** SQL of legal holds. */
import type { Write } from "../../../platform/db.ts";
import type { HoldScope } from "../rules/kinds.ts";

export function placeWrite(hold: {
  id: string;
  scope: HoldScope;
  subject: string | null;
  tag: Uint8Array | null;
  records: readonly string[] | null;
  reason: string;
  by: string;
  at: number;
  until: string;
}): Write {
  const { id, scope, subject, tag, records, reason, by, at, until } = hold;
  return {
    sql: `INSERT INTO legal_hold (id, scope, subject, tag, records, reason, placed_by, placed_at, until)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [id, scope, subject, tag, records && JSON.stringify(records), reason, by, at, until],
  };
}

/** What tied it to a person goes at once. Stale if it has ended already. */
export function endWrite({ id, by, at, reason }: { id: string; by: string; at: number; reason: string }): Write {
  return {
    sql: `UPDATE legal_hold SET ended_at=?, ended_by=?, end_reason=?, tag=NULL, records=NULL
          WHERE id=? AND ended_at IS NULL`,
    args: [at, by, reason, id],
    expect: 1,
  };
}
