/** SQL of requests to take a lost second factor off. */
import { holds, type Write } from "../../../platform/db.ts";
import type { Reset } from "../rules/second-factor.ts";

/** A request; a newer one of the same member stands in its place. */
export function askResetWrite(r: Reset): Write {
  return {
    sql: `INSERT INTO second_factor_reset (user_id, asked_by, reason, asked_at, until) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (user_id) DO UPDATE SET asked_by=excluded.asked_by, reason=excluded.reason,
            asked_at=excluded.asked_at, until=excluded.until`,
    args: [r.userId, r.askedBy, r.reason, r.askedAt, r.until],
  };
}

/** The request is still the one that was read: nobody replaced or dropped it meanwhile. */
export function resetStandsWrite(r: Pick<Reset, "userId" | "askedBy" | "askedAt">): Write {
  const sql = "EXISTS (SELECT 1 FROM second_factor_reset WHERE user_id = ? AND asked_by = ? AND asked_at = ?)";
  return holds(sql, [r.userId, r.askedBy, r.askedAt]);
}

export function dropResetWrite(userId: string): Write {
  return { sql: "DELETE FROM second_factor_reset WHERE user_id = ?", args: [userId] };
}
