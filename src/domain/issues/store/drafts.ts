/** SQL of an issue while it is written: its row, its versions, and which images it shows. */
import { sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../../platform/db.ts";
import { mailing } from "../../../platform/schema.ts";
import { type IssueDraft, imagesOf } from "../rules/issue.ts";
import type { VersionHead } from "../rules/versions.ts";

/** A new draft. */
export function createWrite(
  db: Database,
  m: { id: string; listId: string; purposeId: string; title: string; draft: IssueDraft; by: string; at: number },
): Write {
  const { id, listId, purposeId, title, by, at } = m;
  const draft = m.draft as unknown as Record<string, unknown>;
  const row = { id, kind: "newsletter" as const, listId, purposeId, title, state: "draft" as const, draft };
  return write(db.read.insert(mailing).values({ ...row, createdBy: by, createdAt: at }));
}

/** The draft as it is now; an approval of before is void. Stale if it was sent, planned or changed meanwhile. */
export function saveWrite(
  db: Database,
  m: { id: string; version: number; title: string; draft: IssueDraft; authors: readonly string[] },
): Write {
  return write(
    db.read
      .update(mailing)
      .set({
        title: m.title,
        draft: m.draft as unknown as Record<string, unknown>,
        review: sql`json_remove(json_set(coalesce(${mailing.review}, '{}'), '$.authors', json(${JSON.stringify(m.authors)})), '$.approval', '$.olderCopy')`,
        version: sql`${mailing.version} + 1`,
      })
      .where(
        sql`${mailing.id} = ${m.id} and ${mailing.version} = ${m.version} and ${mailing.kind} = 'newsletter' and ${mailing.state} = 'draft'`,
      ),
    1,
  );
}

/** A version, under the next number of its issue. */
export function versionWrite(v: {
  mailingId: string;
  how: VersionHead["how"];
  auto: boolean;
  title: string;
  draft: IssueDraft;
  by: string;
  at: number;
}): Write {
  return {
    sql: `INSERT INTO issue_version (mailing_id, n, how, auto, title, draft, by, at)
          SELECT ?, coalesce(max(n), 0) + 1, ?, ?, ?, ?, ?, ? FROM issue_version WHERE mailing_id = ?`,
    args: [v.mailingId, v.how, v.auto ? 1 : 0, v.title, JSON.stringify(v.draft), v.by, v.at, v.mailingId],
  };
}

/** Versions that are not worth a row any more. */
export function thinWrites(mailingId: string, numbers: readonly number[]): Write[] {
  if (numbers.length === 0) return [];
  const sql = "DELETE FROM issue_version WHERE mailing_id=? AND n IN (SELECT value FROM json_each(?))";
  return [{ sql, args: [mailingId, JSON.stringify(numbers)] }];
}

/** Images that the draft shows: they stay as long as the issue. One that is not there has no use; its text says so. */
export function useWrites(mailingId: string, draft: IssueDraft): Write[] {
  const images = imagesOf(draft);
  if (images.length === 0) return [];
  return [
    {
      sql: `INSERT INTO image_use (subject, sha256) SELECT ?, sha256 FROM image
            WHERE sha256 IN (SELECT value FROM json_each(?)) ON CONFLICT DO NOTHING`,
      args: [mailingId, JSON.stringify(images)],
    },
  ];
}

/** Deletes a draft with its versions; its images age from now. Stale if it was sent, planned or changed meanwhile. */
export function dropWrites(m: { id: string; version: number; at: number }): Write[] {
  const draft = "id=? AND version=? AND kind='newsletter' AND state='draft'";
  const there = `EXISTS (SELECT 1 FROM mailing WHERE ${draft})`;
  return [
    {
      sql: `UPDATE image SET created_at=? WHERE sha256 IN (SELECT sha256 FROM image_use WHERE subject=?) AND ${there}`,
      args: [m.at, m.id, m.id, m.version],
    },
    { sql: `DELETE FROM image_use WHERE subject=? AND ${there}`, args: [m.id, m.id, m.version] },
    { sql: `DELETE FROM issue_version WHERE mailing_id=? AND ${there}`, args: [m.id, m.id, m.version] },
    { sql: `DELETE FROM mailing WHERE ${draft}`, args: [m.id, m.version], expect: 1 },
  ];
}
