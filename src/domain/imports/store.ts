/**
 * SQL of imports as jobs: arrival, check, run, end. Each step of the state is guarded by the state it starts from, and a
 * step of the check by its number, so whatever runs twice does its work once. What enters a list stands in store/page.ts.
 */
import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../platform/db.ts";
import { concat } from "../../platform/encoding.ts";
import { importJob, importPage } from "../../platform/schema.ts";
import type { Claim } from "./rules/claim.ts";
import { type Cursor, SAMPLE_PAGE, type TagKind } from "./rules/cursor.ts";
import type { Findings } from "./rules/findings.ts";

type State = (typeof importJob.$inferSelect)["state"];

export interface NewImport {
  id: string;
  listId: string;
  kind: "people" | "opt-outs" | "sync";
  claim: Claim;
  fileName: string;
  createdBy: string;
  createdAt: number;
}

/** A new import, of which the file is on its way. */
export function insertImport(db: Database, job: NewImport): Write {
  const row = {
    ...job,
    claim: { ...job.claim },
    state: "uploading" as const,
    findings: {},
    fileSha256: "",
    touchedAt: job.createdAt,
  };
  return write(db.read.insert(importJob).values(row));
}

/** The next parts of the file; stale once the import is no longer arriving. */
export function arrivedWrites(
  db: Database,
  importId: string,
  parts: { n: number; sealed: Uint8Array }[],
  at: number,
): Write[] {
  return [
    ...parts.map((part) => write(db.read.insert(importPage).values({ importId, rows: 0, ...part }))),
    write(
      db.read
        .update(importJob)
        .set({ touchedAt: at })
        .where(and(eq(importJob.id, importId), eq(importJob.state, "uploading"))),
      1,
    ),
  ];
}

/** The file is whole, or is to be read anew: the check begins at its first row. */
export function beginCheck(
  db: Database,
  importId: string,
  from: "uploading" | "checked",
  set: { cursor: Cursor; findings: Findings; fileSha256?: string },
): Write {
  return write(
    db.read
      .update(importJob)
      .set({ ...set, state: "checking", cursor: { ...set.cursor }, findings: { ...set.findings } })
      .where(and(eq(importJob.id, importId), eq(importJob.state, from))),
    1,
  );
}

/** Moves the check on by a step, or ends it; stale if somebody else did this step. */
export function stepCheck(
  db: Database,
  importId: string,
  step: number,
  set: { cursor: Cursor; findings: Findings; state: "checking" | "checked" },
): Write {
  return write(
    db.read
      .update(importJob)
      .set({ cursor: { ...set.cursor }, findings: { ...set.findings }, state: set.state })
      .where(
        and(eq(importJob.id, importId), eq(importJob.state, "checking"), sql`${importJob.cursor} ->> 'step' = ${step}`),
      ),
    1,
  );
}

/** The checked import begins to run; `by`: who confirmed it. Stale if somebody else was first. */
export function startWrite(db: Database, importId: string, by: string): Write {
  return write(
    db.read
      .update(importJob)
      .set({ state: "running", startedBy: by })
      .where(and(eq(importJob.id, importId), eq(importJob.state, "checked"))),
    1,
  );
}

/** The end of an import, guarded by the states it may end from. */
export function stepWrite(db: Database, importId: string, from: State[], to: "done" | "dropped", at: number): Write {
  return write(
    db.read
      .update(importJob)
      .set({ state: to, finishedAt: at })
      .where(and(eq(importJob.id, importId), inArray(importJob.state, from))),
    1,
  );
}

/** Keeps with a dropped import why its file could not be read. */
export function faultWrite(db: Database, importId: string, findings: Findings): Write {
  return write(
    db.read
      .update(importJob)
      .set({ findings: { ...findings } })
      .where(eq(importJob.id, importId)),
  );
}

/** A page, sealed. */
export function insertPage(
  db: Database,
  page: { importId: string; n: number; rows: number; sealed: Uint8Array },
): Write {
  return write(db.read.insert(importPage).values(page));
}

/** The samples, in place of those there were. */
export function putSamples(db: Database, importId: string, sealed: Uint8Array): Write {
  return write(
    db.read
      .insert(importPage)
      .values({ importId, n: SAMPLE_PAGE, rows: 0, sealed })
      .onConflictDoUpdate({ target: [importPage.importId, importPage.n], set: { sealed } }),
  );
}

export interface ReadTag {
  tag: Uint8Array;
  row: number;
  kind: TagKind;
}

/** Tags of addresses that were read; an opt-out wins over what stood there, and anything over a row that was refused. */
export function tagWrite(importId: string, tags: readonly ReadTag[]): Write {
  return {
    sql: `INSERT INTO import_tag (import_id, tag, "row", kind)
      SELECT ?, substr(?, key * 32 + 1, 32), value ->> 0, value ->> 1 FROM json_each(?) WHERE true
      ON CONFLICT (import_id, tag) DO UPDATE SET "row" = excluded."row", kind = excluded.kind
      WHERE excluded.kind = 'stop' OR import_tag.kind = 'named'`,
    args: [importId, concat(...tags.map((t) => t.tag)), JSON.stringify(tags.map((t) => [t.row, t.kind]))],
  };
}

/** Deletes the tags of an import. */
export function deleteTags(importId: string): Write {
  return { sql: "DELETE FROM import_tag WHERE import_id = ?", args: [importId] };
}

/** Deletes everything an import holds of its file. */
export function deletePages(db: Database, importId: string): Write[] {
  return [write(db.read.delete(importPage).where(eq(importPage.importId, importId))), deleteTags(importId)];
}

/** Deletes the file and the samples. */
export function deleteSource(db: Database, importId: string): Write {
  return write(db.read.delete(importPage).where(and(eq(importPage.importId, importId), lt(importPage.n, 0))));
}

/** Deletes what the check found, before it is found anew. */
export function deleteFound(db: Database, importId: string): Write[] {
  return [
    write(
      db.read
        .delete(importPage)
        .where(
          and(eq(importPage.importId, importId), sql`(${gte(importPage.n, 0)} OR ${eq(importPage.n, SAMPLE_PAGE)})`),
        ),
    ),
    deleteTags(importId),
  ];
}

/** An upload that broke leaves nothing, not even its row. */
export function deleteImport(db: Database, importId: string): Write[] {
  return [...deletePages(db, importId), write(db.read.delete(importJob).where(eq(importJob.id, importId)))];
}

/**
 * Uploads of which nothing more came are deleted; checked imports that nobody ran are shut; and whatever imports that are
 * over still hold is deleted.
 */
export function deleteStale(before: { upload: number; check: number }): Write[] {
  const dead = "SELECT id FROM import WHERE state = 'uploading' AND touched_at < ?";
  const over = "SELECT id FROM import WHERE state IN ('dropped', 'done')";
  return [
    {
      sql: "UPDATE import SET state = 'dropped' WHERE state IN ('checking', 'checked') AND created_at < ?",
      args: [before.check],
    },
    { sql: `DELETE FROM import_page WHERE import_id IN (${dead} UNION ALL ${over})`, args: [before.upload] },
    { sql: `DELETE FROM import_tag WHERE import_id IN (${dead} UNION ALL ${over})`, args: [before.upload] },
    { sql: "DELETE FROM import WHERE state = 'uploading' AND touched_at < ?", args: [before.upload] },
  ];
}

/** The keyed mark in place of the bare hash that was read. */
export function markWrite(db: Database, id: string, sha256: string, mark: string): Write {
  return write(
    db.read
      .update(importJob)
      .set({ fileSha256: mark })
      .where(and(eq(importJob.id, id), eq(importJob.fileSha256, sha256))),
  );
}
