/** SQL of the nightly look: one row, moved on from where it was read. */
import type { Write } from "../../../platform/db.ts";
import type { Sweep } from "../views.ts";

/** Subscriptions that are kept for the desk, at most. */
const KEPT = 100;

/** Begins anew; stale if another one began it. What the last one found stays beside it. */
export function beginWrite(before: number | undefined, at: number): Write {
  return before === undefined
    ? {
        sql: `INSERT OR IGNORE INTO suppression_sweep (id, begun_at, cursor, seen, found, subscriptions)
              VALUES (1, ?, '', 0, 0, '[]')`,
        args: [at],
        expect: 1,
      }
    : {
        sql: `UPDATE suppression_sweep SET begun_at=?, cursor='', seen=0, found=0, subscriptions='[]', ended_at=NULL
              WHERE id=1 AND begun_at=? AND ended_at IS NOT NULL`,
        args: [at, before],
        expect: 1,
      };
}

/** A page further. */
export function stepWrite(
  sweep: Pick<Sweep, "begunAt" | "cursor" | "subscriptions">,
  page: { cursor: string; seen: number; found: readonly string[] },
): Write {
  const subscriptions = [...sweep.subscriptions, ...page.found].slice(0, KEPT);
  return {
    sql: `UPDATE suppression_sweep SET cursor=?, seen=seen+?, found=found+?, subscriptions=?
          WHERE id=1 AND begun_at=? AND cursor=? AND ended_at IS NULL`,
    args: [page.cursor, page.seen, page.found.length, JSON.stringify(subscriptions), sweep.begunAt, sweep.cursor],
    expect: 1,
  };
}

/** All were looked at. */
export function endWrite({ begunAt, cursor }: Pick<Sweep, "begunAt" | "cursor">, at: number): Write {
  return {
    sql: `UPDATE suppression_sweep SET ended_at=?, cursor='', last_seen=seen, last_found=found, last_ended_at=?
          WHERE id=1 AND begun_at=? AND cursor=? AND ended_at IS NULL`,
    args: [at, at, begunAt, cursor],
    expect: 1,
  };
}
