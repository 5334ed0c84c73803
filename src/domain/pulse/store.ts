/** SQL of the heartbeat. */
import type { Write } from "../../platform/db.ts";
import type { Beat } from "./rules.ts";

/** One more heartbeat; stale if another process was faster. */
export function beatWrite(last: Beat | undefined, next: Beat): Write {
  return {
    sql: `INSERT INTO pulse (id, n, at, origin) VALUES (1, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET n=excluded.n, at=excluded.at, origin=excluded.origin WHERE pulse.n=?`,
    args: [next.n, next.at, next.origin, last?.n ?? -1],
    expect: 1,
  };
}
