/** SQL of readings. */
import { type Database, type Write, write } from "../../../platform/db.ts";
import { mailingReading } from "../../../platform/schema.ts";
import type { Reading } from "../rules/reading.ts";

/** Keeps a reading; of two at the same moment the first stays. */
export function readingWrite(db: Database, mailingId: string, { at, ...numbers }: Reading): Write {
  return write(db.read.insert(mailingReading).values({ mailingId, at, numbers }).onConflictDoNothing());
}
