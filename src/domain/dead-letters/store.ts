/** SQL of dead letters. */
import type { Write } from "../../platform/db.ts";

/** The same job dies once: again is counted. */
export function recordWrite(job: string, at: number): Write {
  return {
    sql: `INSERT INTO dead_letter (job, times, at) VALUES (?, 1, ?)
          ON CONFLICT (job) DO UPDATE SET times=times+1, at=excluded.at`,
    args: [job, at],
  };
}

/** Off the list. Stale if it is not there any more. */
export function dropWrite(job: string): Write {
  return { sql: "DELETE FROM dead_letter WHERE job=?", args: [job], expect: 1 };
}

/** Closes the alert of a kind of work when nothing of it is on the list any more. */
export function quietWrite(kind: string, at: number): Write {
  return {
    sql: `UPDATE alert SET closed_at=?, try_at=NULL WHERE closed_at IS NULL AND code='job.dead' AND subject=?
          AND NOT EXISTS (SELECT 1 FROM dead_letter WHERE job ->> 'kind' = ?)`,
    args: [at, kind, kind],
  };
}
