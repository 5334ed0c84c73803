/** Rows of one receipt: the events of a record up to one of them, and the first head of the log that covers the last. */
import { and, asc, eq, gte, lte } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { unbase64url } from "../../../platform/encoding.ts";
import { checkpoint, consentRecord, event, logEntry } from "../../../platform/schema.ts";

/** The record with its events in order, up to this number; undefined if it is not there (any more). */
export async function readRecordUpTo({ read }: Database, recordId: string, upTo = Number.MAX_SAFE_INTEGER) {
  const [records, events] = await read.batch([
    read.select().from(consentRecord).where(eq(consentRecord.id, recordId)),
    read
      .select()
      .from(event)
      .where(and(eq(event.recordId, recordId), lte(event.version, upTo)))
      .orderBy(asc(event.version)),
  ]);
  const [record] = records;
  return record && events.length > 0 ? { record, events } : undefined;
}

/** Place of an entry in the log, from 0, and the first signed head that covers it; undefined while none does. */
export async function readSealed({ read }: Database, leaf: string) {
  const bytes = unbase64url(leaf);
  const entry =
    bytes && (await read.select({ seq: logEntry.seq }).from(logEntry).where(eq(logEntry.leaf, bytes)).get());
  if (!entry) return undefined;
  const head = await read
    .select()
    .from(checkpoint)
    .where(gte(checkpoint.size, entry.seq))
    .orderBy(asc(checkpoint.size))
    .limit(1)
    .get();
  return head && { index: entry.seq - 1, head };
}
