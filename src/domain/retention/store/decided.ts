/** SQL of what the institution decided about rules. */
import type { Write } from "../../../platform/db.ts";

/** The newest decision of a rule; stale if another one was made since `version`. */
export function decideWrite(
  decided: { name: string; period: string; reason: string; by: string; at: number },
  version: number,
): Write {
  const { name, period, reason, by, at } = decided;
  if (version === 0)
    return {
      sql: `INSERT INTO retention_rule (name, period, reason, changed_by, changed_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (name) DO NOTHING`,
      args: [name, period, reason, by, at],
      expect: 1,
    };
  return {
    sql: `UPDATE retention_rule SET period=?, reason=?, changed_by=?, changed_at=?, version=version+1
          WHERE name=? AND version=?`,
    args: [period, reason, by, at, name, version],
    expect: 1,
  };
}
