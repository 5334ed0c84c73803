/** Reads of images. */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { image, imageUse, mailing } from "../../platform/schema.ts";
import type { PictureType } from "./rules/picture.ts";

export interface ImageRow {
  type: PictureType;
  width: number;
  height: number;
  /** Octets. */
  size: number;
}

/** The bytes of an image, and their type. */
export async function readImage(
  db: Database,
  sha256: string,
): Promise<{ type: PictureType; bytes: Uint8Array } | undefined> {
  return db.read.select({ type: image.type, bytes: image.bytes }).from(image).where(eq(image.sha256, sha256)).get();
}

/**
 * Whether everybody may see it: an issue that went out or waits to shows it, or the institution's mark, or a trial mail, whose
 * readers' mail programs have no session.
 */
export async function isPublished(db: Database, sha256: string): Promise<boolean> {
  const shown = sql`(${imageUse.subject} = 'institution'
    OR json_type(${mailing.frozen}, ${`$.images."${sha256}"`}) IS NOT NULL
    OR ${mailing.frozen} ->> '$.institution.logo.image' = ${sha256}
    OR EXISTS (SELECT 1 FROM json_each(${mailing.review}, '$.trial') WHERE value = ${sha256}))`;
  const found = await db.read
    .select({ subject: imageUse.subject })
    .from(imageUse)
    .leftJoin(mailing, eq(mailing.id, imageUse.subject))
    .where(and(eq(imageUse.sha256, sha256), shown))
    .limit(1);
  return found.length > 0;
}

/** Facts of these images, as far as they are there. */
export async function readImageFacts(db: Database, shas: readonly string[]): Promise<Map<string, ImageRow>> {
  if (shas.length === 0) return new Map();
  const { sha256, type, width, height, size } = image;
  const rows = await db.read
    .select({ sha256, type, width, height, size })
    .from(image)
    .where(inArray(sha256, [...shas]));
  return new Map(rows.map(({ sha256, ...facts }) => [sha256, facts]));
}
