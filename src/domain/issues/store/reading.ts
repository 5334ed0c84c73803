/** SQL of readings of issues. */
import { type Database, type Write, write } from "../../../platform/db.ts";
import { mailingReading } from "../../../platform/schema.ts";
import type { IssueReading } from "../rules/reading.ts";

/** Keeps a reading; of two at the same moment the first stays. */
export function issueReadingWrite(db: Database, mailingId: string, { at, ...numbers }: IssueReading): Write {
  return write(db.read.insert(mailingReading).values({ mailingId, at, numbers }).onConflictDoNothing());
}
