/** SQL of alerts. */
import type { Write } from "../../platform/db.ts";

/** Raises an alert, once while it is open; it is told on the second channel as soon as may be. */
export function raiseWrite(alert: {
  id: string;
  code: string;
  subject: string;
  at: number;
  /** What was seen of the cause. */
  detail?: Record<string, string | number>;
}): Write {
  const { id, code, subject, at, detail } = alert;
  return {
    sql: `INSERT INTO alert (id, code, subject, at, try_at, detail) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (code, subject) WHERE closed_at IS NULL DO NOTHING`,
    args: [id, code, subject, at, at, detail ? JSON.stringify(detail) : null],
  };
}

/** The same of a cause that comes in parts: the number of this one is added to that of an open alert. */
export function raiseMoreWrite(alert: Parameters<typeof raiseWrite>[0] & { detail: { n: number } }): Write {
  const { sql, args } = raiseWrite(alert);
  const added = "json_set(alert.detail, '$.n', coalesce(alert.detail ->> '$.n', 0) + (excluded.detail ->> '$.n'))";
  return { sql: sql.replace("DO NOTHING", `DO UPDATE SET detail = ${added}`), args };
}

/** Raises an alert that is raised once for its subject, also after a person has seen it. */
export function raiseOnceWrite(alert: {
  id: string;
  code: string;
  subject: string;
  at: number;
  /** Its cause began anew then: what was raised before is of no account. */
  since?: number;
}): Write {
  const { id, code, subject, at, since = 0 } = alert;
  return {
    sql: `INSERT INTO alert (id, code, subject, at, try_at) SELECT ?, ?, ?, ?, ?
          WHERE NOT EXISTS (SELECT 1 FROM alert WHERE code=? AND subject=? AND at >= ?)`,
    args: [id, code, subject, at, at, code, subject, since],
  };
}

/** Closes the open alerts of a cause that is over. */
export function overWrite(codes: readonly string[], subject: string, at: number): Write {
  return {
    sql: `UPDATE alert SET closed_at=?, try_at=NULL WHERE closed_at IS NULL AND subject=?
          AND code IN (SELECT value FROM json_each(?))`,
    args: [at, subject, JSON.stringify(codes)],
  };
}

/** A person has seen it. Stale if it is closed already. */
export function closeWrite(id: string, at: number): Write {
  return {
    sql: "UPDATE alert SET closed_at=?, try_at=NULL WHERE id=? AND closed_at IS NULL",
    args: [at, id],
    expect: 1,
  };
}

/** Takes an alert for one telling: until `until` nobody else tells it. Stale if it was taken or closed meanwhile. */
export function takeWrite(alert: { id: string; tryAt: number }, until: number | null): Write {
  return {
    sql: "UPDATE alert SET try_at=? WHERE id=? AND try_at=? AND closed_at IS NULL",
    args: [until, alert.id, alert.tryAt],
    expect: 1,
  };
}

/** These channels took it, and are never told again; with `everybody`, none is left. */
export function toldWrite(id: string, marks: readonly string[], at: number, everybody: boolean): Write {
  const told = JSON.stringify(Object.fromEntries(marks.map((mark) => [mark, at])));
  return {
    sql: `UPDATE alert SET told=json_patch(coalesce(told, '{}'), ?), told_at=coalesce(told_at, ?),
            try_at=iif(?, NULL, try_at) WHERE id=?`,
    args: [told, at, everybody ? 1 : 0, id],
  };
}

/** The owner of the account took it, or is gone: it is over. */
export function ownerToldWrite(id: string, marks: readonly string[], at: number): Write {
  const told = JSON.stringify(Object.fromEntries(marks.map((mark) => [mark, at])));
  return {
    sql: "UPDATE alert SET told=?, told_at=iif(?, ?, NULL), try_at=NULL, closed_at=? WHERE id=? AND closed_at IS NULL",
    args: [told, marks.length > 0 ? 1 : 0, at, at, id],
  };
}
