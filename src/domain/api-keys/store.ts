/** SQL of keys. */
import { type Database, type Write, write } from "../../platform/db.ts";
import { apiKey } from "../../platform/schema.ts";
import { BURST, INTERVAL_MS } from "./rules.ts";

/** A new key. */
export function insertKey(
  db: Database,
  row: Pick<
    typeof apiKey.$inferSelect,
    "id" | "hash" | "name" | "purpose" | "permissions" | "createdBy" | "createdAt" | "expiresAt"
  >,
): Write {
  return write(db.read.insert(apiKey).values(row));
}

/** A key opens nothing any more. Stale if it was revoked already. */
export function revokeWrite(key: { id: string; by: string; at: number }): Write {
  return {
    sql: "UPDATE api_key SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL",
    args: [key.at, key.by, key.id],
    expect: 1,
  };
}

/** Keys whose day is over end like those that were revoked, so that their rows age. */
export function expireWrite(at: number): Write {
  return {
    sql: "UPDATE api_key SET revoked_at = expires_at, revoked_by = 'system:retain' WHERE revoked_at IS NULL AND expires_at <= ?",
    args: [at],
  };
}

/** One call of a key that still holds. Stale where it comes too fast, or the key has just ended. */
export function callWrite(call: { id: string; now: number; day: string }): Write {
  const { id, now, day } = call;
  return {
    sql: `UPDATE api_key SET tat = max(tat, ?) + ?, last_used_day = ?
          WHERE id = ? AND revoked_at IS NULL AND expires_at > ? AND tat - ? <= ?`,
    args: [now, INTERVAL_MS, day, id, now, now, (BURST - 1) * INTERVAL_MS],
    expect: 1,
  };
}
