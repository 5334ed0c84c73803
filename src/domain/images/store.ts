/** SQL of images. */
import { type Database, type Write, write } from "../../platform/db.ts";
import { image } from "../../platform/schema.ts";
import type { Picture } from "./rules/picture.ts";

/** An image, once under its hash; one that comes again ages anew. */
export function imageWrite(db: Database, i: Picture & { sha256: string; by: string; at: number }): Write {
  const { sha256, type, width, height, bytes, by, at } = i;
  const row = { sha256, type, width, height, size: bytes.length, bytes, createdBy: by, createdAt: at };
  return write(
    db.read
      .insert(image)
      .values(row)
      .onConflictDoUpdate({ target: image.sha256, set: { createdAt: at } }),
  );
}

/** The one image that a subject shows from now on, or none. What it showed before ages from now. */
export function soleUseWrites(subject: string, sha256: string | undefined, at: number): Write[] {
  return [
    {
      sql: "UPDATE image SET created_at=? WHERE sha256 IN (SELECT sha256 FROM image_use WHERE subject=?)",
      args: [at, subject],
    },
    { sql: "DELETE FROM image_use WHERE subject=?", args: [subject] },
    ...(sha256
      ? [{ sql: "INSERT INTO image_use (subject, sha256) VALUES (?, ?)", args: [subject, sha256], expect: 1 }]
      : []),
  ];
}

/** Issues that went out, or wait to, with this picture above the name keep it as one of their own. */
export function keepLogoWrite(sha256: string): Write {
  return {
    sql: `INSERT INTO image_use (subject, sha256) SELECT id, ? FROM mailing
          WHERE kind='newsletter' AND frozen ->> '$.institution.logo.image' = ? ON CONFLICT DO NOTHING`,
    args: [sha256, sha256],
  };
}

/**
 * Pictures of a trial mail are seen by whoever has the mail, before the issue is frozen: they are noted with the draft and stay
 * visible as long as its row. They add up, so that an earlier trial goes on being whole. No version: the text is the same.
 */
export function triedWrite(mailingId: string, shas: readonly string[]): Write {
  return {
    sql: `UPDATE mailing SET review=json_set(coalesce(review, '{}'), '$.trial', (SELECT json_group_array(value) FROM (
            SELECT value FROM json_each(mailing.review, '$.trial') UNION SELECT value FROM json_each(?)))) WHERE id=?`,
    args: [JSON.stringify(shas), mailingId],
  };
}
