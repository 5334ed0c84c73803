/** SQL of lists that come in. Each step is guarded by the state it starts from, so that no step happens twice. */
import { type Database, type Write, write } from "../../../platform/db.ts";
import { hex } from "../../../platform/encoding.ts";
import { suppressionImport } from "../../../platform/schema.ts";
import type { Silenced } from "../acts/silence.ts";
import type { Findings } from "../views/lists.ts";

export interface NewList {
  id: string;
  scope: string;
  source: string;
  reason: string;
  endsProven: boolean;
  /** Keyed tag of the file, never its bare hash. */
  fileSha256: string;
  createdBy: string;
  createdAt: number;
}

export function arrivingWrite(db: Database, list: NewList): Write {
  return write(db.read.insert(suppressionImport).values({ ...list, state: "arriving", findings: {}, written: {} }));
}

/** Tags of a part of the list. */
export function stageWrite(importId: string, rows: readonly Silenced[]): Write {
  const staged = rows.map(({ tags, look, reason, day }) => ({
    tag: hex(tags[0]?.tag ?? new Uint8Array()),
    key: tags[0]?.keyId,
    look: look.map((t) => hex(t)).join(""),
    reason,
    day,
  }));
  return {
    sql: `INSERT INTO suppression_import_tag (import_id, tag, key_id, look, reason, day)
          SELECT ?, unhex(value ->> 'tag'), value ->> 'key', unhex(value ->> 'look'), value ->> 'reason', value ->> 'day'
          FROM json_each(?)`,
    args: [importId, JSON.stringify(staged)],
    expect: rows.length,
  };
}

/** The whole list is here as tags. */
export function checkedWrite(importId: string, findings: Findings): Write {
  return {
    sql: "UPDATE suppression_import SET state='checked', findings=? WHERE id=? AND state='arriving'",
    args: [JSON.stringify(findings), importId],
    expect: 1,
  };
}

export function runWrite(importId: string, by: string): Write {
  return {
    sql: "UPDATE suppression_import SET state='running', started_by=? WHERE id=? AND state='checked'",
    args: [by, importId],
    expect: 1,
  };
}

/** Done or dropped: no tag of it waits any more. */
export function finishWrites(importId: string, from: readonly string[], as: "done" | "dropped", at: number): Write[] {
  return [
    {
      sql: `UPDATE suppression_import SET state=?, finished_at=? WHERE id=?
            AND state IN (SELECT value FROM json_each(?))`,
      args: [as, at, importId, JSON.stringify(from)],
      expect: 1,
    },
    { sql: "DELETE FROM suppression_import_tag WHERE import_id=?", args: [importId] },
  ];
}

/** A page is written: its staged tags go in the same batch, which is what makes a second run of it impossible. */
export function pageWrites(importId: string, tags: readonly Uint8Array[], counts: Record<string, number>): Write[] {
  const parts = Object.entries(counts).filter(([, n]) => n !== 0);
  const sets = parts.map(([name]) => `, '$.${name}', coalesce(written ->> '$.${name}', 0) + ?`);
  return [
    {
      sql: `DELETE FROM suppression_import_tag WHERE import_id=?
            AND tag IN (SELECT unhex(value) FROM json_each(?))`,
      args: [importId, JSON.stringify(tags.map((t) => hex(t)))],
      expect: tags.length,
    },
    {
      sql: `UPDATE suppression_import SET written = json_set(written${sets.join("")}) WHERE id=? AND state='running'`,
      args: [...parts.map(([, n]) => n), importId],
      expect: 1,
    },
  ];
}
