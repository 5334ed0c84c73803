/** Reads of imports: for their pages, for the jobs that move them on, and for the sweep that finds those a queue lost. */
import { and, asc, desc, eq, gte, inArray, ne, sql } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { importJob, importPage } from "../../platform/schema.ts";
import type { Claim } from "./rules/claim.ts";
import { type Cursor, partPage, STOP_PAGES } from "./rules/cursor.ts";
import { type FileMark, readMark } from "./rules/evidence.ts";
import { type Findings, NOTHING_WRITTEN } from "./rules/findings.ts";

export interface Import {
  id: string;
  listId: string;
  kind: "people" | "opt-outs" | "sync";
  state: "uploading" | "checking" | "checked" | "running" | "done" | "dropped";
  claim: Claim;
  findings: Findings;
  cursor: Cursor | undefined;
  fileName: string;
  /** By what the file is known. */
  file: FileMark;
  createdBy: string;
  /** Who confirmed it. */
  startedBy: string | null;
  createdAt: number;
  finishedAt: number | null;
}

/** An import, or undefined; one whose file has not arrived does not exist yet. */
export async function readImport(db: Database, id: string): Promise<Import | undefined> {
  const row = await db.read.select().from(importJob).where(eq(importJob.id, id)).get();
  return row && "rows" in row.findings ? asImport(row) : undefined;
}

/** Imports newest first; a page by key: `before` is `createdAt/id` of the last one seen. */
export async function readImports(
  db: Database,
  page: { before?: string; limit: number },
): Promise<{ rows: Import[]; next?: string }> {
  const [at, id] = page.before?.split("/") ?? [];
  const rows = await db.read
    .select()
    .from(importJob)
    .where(
      and(
        ne(importJob.state, "uploading"),
        at && id ? sql`(${importJob.createdAt}, ${importJob.id}) < (${Number(at)}, ${id})` : undefined,
      ),
    )
    .orderBy(desc(importJob.createdAt), desc(importJob.id))
    .limit(page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    rows: shown.filter((row) => "rows" in row.findings).map(asImport),
    ...(rows.length > page.limit && last && { next: `${last.createdAt}/${last.id}` }),
  };
}

/** Imports from before a number or a question was known have none. */
function asImport(row: typeof importJob.$inferSelect): Import {
  const found = row.findings as unknown as Findings;
  return {
    ...row,
    file: readMark(row.fileSha256),
    claim: { origin: "unknown", ...row.claim } as unknown as Claim,
    findings: {
      ...{ unproven: 0, stopped: 0, unconfirmed: 0, unread: [], notes: [] },
      ...found,
      written: { ...NOTHING_WRITTEN, ...found.written },
    },
    cursor: (row.cursor ?? undefined) as Cursor | undefined,
  };
}

/** Whether an opt-out file was ever brought for the list, and is not just being brought. */
export async function readOptOutsBrought(db: Database, listId: string): Promise<boolean> {
  const row = await db.read
    .select({ id: importJob.id })
    .from(importJob)
    .where(
      and(eq(importJob.listId, listId), eq(importJob.kind, "opt-outs"), inArray(importJob.state, ["running", "done"])),
    )
    .limit(1)
    .get();
  return row !== undefined;
}

/** Lists that an opt-out file was brought for. */
export async function readOptOutsLists(db: Database): Promise<Set<string>> {
  const rows = await db.read
    .selectDistinct({ listId: importJob.listId })
    .from(importJob)
    .where(and(eq(importJob.kind, "opt-outs"), inArray(importJob.state, ["running", "done"])));
  return new Set(rows.map((row) => row.listId));
}

/** Imports that are being checked or written, oldest first: the sweep enqueues them again. */
export async function readRunningImports(db: Database): Promise<string[]> {
  const rows = await db.read
    .select({ id: importJob.id })
    .from(importJob)
    .where(inArray(importJob.state, ["checking", "running"]))
    .orderBy(asc(importJob.createdAt));
  return rows.map((row) => row.id);
}

/** How many imports hold something that they should not hold any more. */
export async function countStale(db: Database, before: { upload: number; check: number }): Promise<number> {
  const row = await db.client.execute({
    sql: `SELECT count(*) FROM import i WHERE (state = 'uploading' AND touched_at < ?)
      OR (state IN ('checking', 'checked') AND created_at < ?)
      OR (state IN ('dropped', 'done') AND (EXISTS (SELECT 1 FROM import_page p WHERE p.import_id = i.id)
        OR EXISTS (SELECT 1 FROM import_tag t WHERE t.import_id = i.id)))`,
    args: [before.upload, before.check],
  });
  return Number(row.rows[0]?.[0]);
}

export interface SealedPage {
  n: number;
  rows: number;
  sealed: Uint8Array;
}

const PAGE = { n: importPage.n, rows: importPage.rows, sealed: importPage.sealed };

/** The next page that waits to be written, opt-outs first; undefined when none is left. */
export async function readNextPage(db: Database, importId: string): Promise<SealedPage | undefined> {
  return db.read
    .select(PAGE)
    .from(importPage)
    .where(and(eq(importPage.importId, importId), gte(importPage.n, 0)))
    .orderBy(sql`${importPage.n} < ${STOP_PAGES}`, asc(importPage.n))
    .limit(1)
    .get();
}

/** One page, by its number. */
export async function readPage(db: Database, importId: string, n: number): Promise<SealedPage | undefined> {
  return db.read
    .select(PAGE)
    .from(importPage)
    .where(and(eq(importPage.importId, importId), eq(importPage.n, n)))
    .get();
}

/** The n-th part of the file, sealed. */
export const readPart = (db: Database, importId: string, n: number) => readPage(db, importId, partPage(n));

/** Imports whose file is held: all others have no business with a piece. */
export async function readHolding(db: Database): Promise<string[]> {
  const rows = await db.read
    .select({ id: importJob.id })
    .from(importJob)
    .where(inArray(importJob.state, ["uploading", "checking", "checked"]));
  return rows.map((row) => row.id);
}
