/** SQL of runs. Every step is guarded by the version it was read with, so that two jobs never do one page twice. */
import type { Write } from "../../platform/db.ts";
import type { Run } from "./views.ts";

/** A night's run begins; stale if somebody was faster. `state` and counts as they were found. */
export function beginWrite(
  run: Omit<Run, "kind" | "deleted" | "cursor" | "confirmedBy" | "confirmedAt" | "version">,
): Write {
  const { id, day, state, at, step, planned, kept, periods, ceiling, finishedAt } = run;
  const json = JSON.stringify;
  return {
    sql: `INSERT INTO retention_run (id, kind, day, state, at, step, planned, deleted, kept, periods, ceiling, finished_at)
          VALUES (?, 'night', ?, ?, ?, ?, ?, '{}', ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    args: [id, day, state, at, step, json(planned), json(kept), json(periods), ceiling, finishedAt],
    expect: 1,
  };
}

/** A run is counted anew, and begins with what is left: one that waits for a person, or that came upon more than was counted. */
export function recountWrite(
  run: Run,
  anew: Pick<Run, "state" | "at" | "step" | "planned" | "kept" | "periods" | "ceiling">,
): Write {
  const { state, at, step, planned, kept, periods, ceiling } = anew;
  const json = JSON.stringify;
  return {
    sql: `UPDATE retention_run SET state=?, at=?, step=?, planned=?, kept=?, periods=?, ceiling=?, cursor=NULL,
            version=version+1 WHERE id=? AND version=? AND state=?`,
    args: [state, at, step, json(planned), json(kept), json(periods), ceiling, run.id, run.version, run.state],
    expect: 1,
  };
}

/** A person lets it go on. */
export function confirmWrite(run: Pick<Run, "id" | "version">, by: string, at: number): Write {
  return {
    sql: `UPDATE retention_run SET state='confirmed', confirmed_by=?, confirmed_at=?, version=version+1
          WHERE id=? AND version=? AND state='held'`,
    args: [by, at, run.id, run.version],
    expect: 1,
  };
}

/** As much is over as a person confirmed: it begins. */
export function checkedWrite(run: Pick<Run, "id" | "version">): Write {
  return {
    sql: `UPDATE retention_run SET state='running', version=version+1 WHERE id=? AND version=? AND state='confirmed'`,
    args: [run.id, run.version],
    expect: 1,
  };
}

/** Adds to the count of a rule what the statement before it changed, or a number. */
export function tallyWrite(id: string, rule: string, n: number | "first"): Write {
  const path = `$."${rule}"`;
  return {
    sql: `UPDATE retention_run SET deleted = json_set(deleted, ?, coalesce(deleted ->> ?, 0) + ${n === "first" ? "changes()" : "?"})
          WHERE id = ?${n === "first" ? " AND changes() > 0" : ""}`,
    args: [path, path, ...(n === "first" ? [] : [n]), id],
  };
}

/** Where the run has come to. Stands first in the act of a page; stale if somebody else did this page. */
export function stepWrite(run: Pick<Run, "id" | "version">, step: string | null, cursor: string | null): Write {
  return {
    sql: `UPDATE retention_run SET step=?, cursor=?, version=version+1 WHERE id=? AND version=? AND state='running'`,
    args: [step, cursor, run.id, run.version],
    expect: 1,
  };
}

/** It is over. */
export function finishWrite(run: Pick<Run, "id" | "version">, at: number): Write {
  return {
    sql: `UPDATE retention_run SET state='done', step=NULL, cursor=NULL, finished_at=?, version=version+1
          WHERE id=? AND version=? AND state='running'`,
    args: [at, run.id, run.version],
    expect: 1,
  };
}

/** The row on which a day's hourly deletions are counted. */
export function dayWrite(id: string, day: string, at: number): Write {
  return {
    sql: `INSERT INTO retention_run (id, kind, day, state, at, planned, deleted, kept, periods, ceiling, finished_at)
          VALUES (?, 'day', ?, 'done', ?, '{}', '{}', '{}', '{}', 0, ?) ON CONFLICT (id) DO UPDATE SET finished_at = excluded.finished_at`,
    args: [id, day, at, at],
  };
}
