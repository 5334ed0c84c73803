/** Receipts that are owed, and what one of them says: read from the event itself. */
import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { unbase64url, utf8 } from "../../../platform/encoding.ts";
import { event, logEntry, receipt } from "../../../platform/schema.ts";
import { readEvent } from "../../proof-log/rules/event.ts";

export interface OwedReceipt {
  eid: string;
  subscriptionId: string;
  state: "due" | "mailing";
  tryAt: number;
  createdAt: number;
}

/** Those whose time has come, the longest waiting first. */
export async function readOwed(db: Database, now: number, limit: number): Promise<OwedReceipt[]> {
  const rows = await db.read
    .select()
    .from(receipt)
    .where(and(inArray(receipt.state, ["due", "mailing"]), lte(receipt.tryAt, now)))
    .orderBy(asc(receipt.tryAt))
    .limit(limit);
  return rows.map((row) => ({ ...row, state: row.state as OwedReceipt["state"] }));
}

/** A consent as its event states it. */
export interface ConsentEvent {
  eid: string;
  typ: string;
  recordId: string;
  /** Its number in the record. */
  version: number;
  at: number;
  method: string;
  /** Slugs. */
  lists: string[];
  purposeSlug: string;
  noticeSha256: string;
  leaf: string;
}

/** The event, if it gave or renewed a consent. */
export async function readConsentEvent(db: Database, eid: string): Promise<ConsentEvent | undefined> {
  const row = await db.read.select().from(event).where(eq(event.eid, eid)).get();
  if (!row?.recordId || row.version === null || !/^consent\.(given|renewed)$/.test(row.typ)) return undefined;
  const said = readEvent(utf8(row.body)) as
    | { method?: string; lists?: string[]; purposes: { id: string }[]; notice?: { sha256: string } }
    | undefined;
  if (!said) throw new Error("an event does not read");
  return {
    eid,
    typ: row.typ,
    recordId: row.recordId,
    version: row.version,
    at: row.at,
    method: said.method ?? "",
    lists: said.lists ?? [],
    purposeSlug: said.purposes[0]?.id ?? "",
    noticeSha256: said.notice?.sha256 ?? "",
    leaf: row.leaf,
  };
}

/** Index of an entry in the log, from 0 (C2SP tlog-tiles), by its leaf hash. */
export async function readIndex(db: Database, leaf: string): Promise<number | undefined> {
  const bytes = unbase64url(leaf);
  const row =
    bytes && (await db.read.select({ seq: logEntry.seq }).from(logEntry).where(eq(logEntry.leaf, bytes)).get());
  return row && row.seq - 1;
}
