/** Reads of images. */
import { eq, inArray } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { image } from "../../platform/schema.ts";
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
