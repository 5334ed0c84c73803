/**
 * SQL of imports. Whatever enters a list here enters `WHERE NOT EXISTS` a suppression of the list's purpose or of
 * everything, in the statement itself (promise P5); each statement takes a page as one JSON parameter, so a page is a
 * handful of statements over HTTP as on a file.
 */
import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../platform/db.ts";
import { hex } from "../../platform/encoding.ts";
import { importJob, importPage } from "../../platform/schema.ts";
import type { Claim } from "./rules/claim.ts";
import type { Findings, Written } from "./rules/findings.ts";

export interface NewImport {
  id: string;
  listId: string;
  claim: Claim;
  fileName: string;
  fileSha256: string;
  createdBy: string;
  createdAt: number;
}

/** A new import, hidden as `dropped` until `findWrite` shows it: a check that dies half-way leaves nothing to run. */
export function insertImport(db: Database, job: NewImport): Write {
  const row = { ...job, claim: { ...job.claim }, state: "dropped" as const, findings: {} };
  return write(db.read.insert(importJob).values(row));
}

/** A sealed page. n from 0: accepted rows. n below 0: the text of the file, in parts, for another choice of columns. */
export function insertPage(
  db: Database,
  page: { importId: string; n: number; rows: number; sealed: Uint8Array },
): Write {
  return write(db.read.insert(importPage).values(page));
}

/** What the dry run found; the import can be run now. */
export function findWrite(db: Database, importId: string, findings: Findings): Write {
  return write(
    db.read
      .update(importJob)
      .set({ findings: { ...findings }, state: "checked" })
      .where(and(eq(importJob.id, importId), eq(importJob.state, "dropped"))),
    1,
  );
}

/** One step of the state, guarded by the states it may start from. */
export function stepWrite(
  db: Database,
  importId: string,
  from: ("checked" | "running" | "dropped")[],
  to: "running" | "done" | "dropped",
  at: number,
): Write {
  return write(
    db.read
      .update(importJob)
      .set({ state: to, ...(to === "running" ? {} : { finishedAt: at }) })
      .where(and(eq(importJob.id, importId), inArray(importJob.state, from))),
    1,
  );
}

/** Deletes every page of an import, file text included. */
export function deletePages(db: Database, importId: string): Write {
  return write(db.read.delete(importPage).where(eq(importPage.importId, importId)));
}

/** Deletes the text of the file. */
export function deleteSource(db: Database, importId: string): Write {
  return write(db.read.delete(importPage).where(and(eq(importPage.importId, importId), lt(importPage.n, 0))));
}

/** Deletes the accepted rows, before they are found anew. */
export function deleteRowPages(db: Database, importId: string): Write {
  return write(db.read.delete(importPage).where(and(eq(importPage.importId, importId), gte(importPage.n, 0))));
}

/** Deletes the pages of checks that died half-way or were never run, and shuts those imports. */
export function deleteStale(db: Database, before: number): Write[] {
  const stale = sql`${importJob.createdAt} < ${before} AND ${importJob.state} IN ('checked', 'dropped')`;
  return [
    write(
      db.read
        .delete(importPage)
        .where(inArray(importPage.importId, db.read.select({ id: importJob.id }).from(importJob).where(stale))),
    ),
    write(
      db.read
        .update(importJob)
        .set({ state: "dropped" })
        .where(and(stale, eq(importJob.state, "checked"))),
    ),
  ];
}

/** Somebody to be written to the list. `personId` is new unless `known`. */
export interface Entrant {
  personId: string;
  addressId: string;
  subscriptionId: string;
  salt: Uint8Array;
  suppressionTags: Uint8Array[];
  /** Only for people who are new to the institution. */
  fresh?: { language: string; tag: Uint8Array; sealed: Uint8Array };
}

export interface PageTarget {
  importId: string;
  n: number;
  listId: string;
  purposeId: string;
  state: "active" | "unproven";
  addressKind: "official" | "unknown";
  tagKey: string;
  since: string;
  eventId: string;
  at: number;
}

const NOT_SUPPRESSED = `NOT EXISTS (
  SELECT 1 FROM json_each(r.value, '$[0]') u CROSS JOIN suppression x ON x.tag = unhex(u.value) AND x.scope IN (?, '*'))`;

/**
 * One page onto the list, all or nothing: each statement must write exactly the rows that the verb decided on, so a
 * person who leaves or arrives in between makes the page stale, and it is decided anew. Deleting the page in the same
 * batch is what makes a second run of it impossible.
 */
export function pageWrites(to: PageTarget, entrants: Entrant[], written: Written): Write[] {
  const fresh = entrants.filter((e) => e.fresh);
  const tags = (e: Entrant) => e.suppressionTags.map(hex);
  const writes: Write[] = [];
  if (fresh.length > 0) {
    writes.push(
      {
        sql: `INSERT INTO person (id, language, created_at)
          SELECT r.value ->> 1, r.value ->> 2, ? FROM json_each(?) r WHERE ${NOT_SUPPRESSED}`,
        args: [to.at, JSON.stringify(fresh.map((e) => [tags(e), e.personId, e.fresh?.language])), to.purposeId],
        expect: fresh.length,
      },
      {
        sql: `INSERT INTO address (id, person_id, tag, tag_key, kind, sealed, created_at)
          SELECT r.value ->> 1, r.value ->> 2, unhex(r.value ->> 3), ?, ?, unhex(r.value ->> 4), ?
          FROM json_each(?) r WHERE ${NOT_SUPPRESSED}`,
        args: [
          to.tagKey,
          to.addressKind,
          to.at,
          JSON.stringify(
            fresh.map((e) => e.fresh && [tags(e), e.addressId, e.personId, hex(e.fresh.tag), hex(e.fresh.sealed)]),
          ),
          to.purposeId,
        ],
        expect: fresh.length,
      },
    );
  }
  if (entrants.length > 0)
    writes.push({
      sql: `INSERT INTO subscription (id, list_id, address_id, person_id, state, import_id, since, bulk_event, bulk_salt, created_at)
        SELECT r.value ->> 1, ?, r.value ->> 2, r.value ->> 3, ?, ?, ?, ?, unhex(r.value ->> 4), ?
        FROM json_each(?) r WHERE ${NOT_SUPPRESSED}
        AND EXISTS (SELECT 1 FROM address a WHERE a.id = r.value ->> 2 AND a.person_id = r.value ->> 3)
        AND NOT EXISTS (SELECT 1 FROM subscription s WHERE s.list_id = ? AND s.address_id = r.value ->> 2)`,
      args: [
        to.listId,
        to.state,
        to.importId,
        to.since,
        to.eventId,
        to.at,
        JSON.stringify(entrants.map((e) => [tags(e), e.subscriptionId, e.addressId, e.personId, hex(e.salt)])),
        to.purposeId,
        to.listId,
      ],
      expect: entrants.length,
    });
  return [
    ...writes,
    { sql: "DELETE FROM import_page WHERE import_id = ? AND n = ?", args: [to.importId, to.n], expect: 1 },
    {
      sql: `UPDATE import SET findings = json_set(findings,
          '$.written.added', findings ->> '$.written.added' + ?,
          '$.written.already', findings ->> '$.written.already' + ?,
          '$.written.left', findings ->> '$.written.left' + ?)
        WHERE id = ? AND state = 'running'`,
      args: [written.added, written.already, written.left, to.importId],
      expect: 1,
    },
  ];
}
