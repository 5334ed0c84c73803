/** Receipts that are owed, and what one of them says: read from the event itself. */
import { and, asc, count, eq, lte, min, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { utf8 } from "../../../platform/encoding.ts";
import { event, receipt } from "../../../platform/schema.ts";
import { readEvent } from "../../proof-log/rules/event.ts";

export interface OwedReceipt {
  eid: string;
  subscriptionId: string;
  state: "due" | "mailing";
  tryAt: number;
  createdAt: number;
}

// Written out, not bound: only so does SQLite see that a partial index holds them.
const OWED = sql`${receipt.state} IN ('due', 'mailing')`;
const UNSENT = sql`${receipt.state} IN ('given-up', 'unknown')`;

/** Those whose time has come, the longest waiting first. */
export async function readOwed(db: Database, now: number, limit: number): Promise<OwedReceipt[]> {
  const rows = await db.read
    .select()
    .from(receipt)
    .where(and(OWED, lte(receipt.tryAt, now)))
    .orderBy(asc(receipt.tryAt))
    .limit(limit);
  return rows.map((row) => ({ ...row, state: row.state as OwedReceipt["state"] }));
}

/** How many did not go out, or nobody knows whether they did; and since when. */
export async function readUnsent(
  db: Database,
): Promise<{ givenUp: number; unknown: number; since: number | undefined }> {
  const rows = await db.read
    .select({ state: receipt.state, n: count(), since: min(receipt.createdAt) })
    .from(receipt)
    .where(UNSENT)
    .groupBy(receipt.state);
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  const times = rows.flatMap(({ since }) => since ?? []);
  return {
    givenUp: of("given-up"),
    unknown: of("unknown"),
    since: times.length > 0 ? Math.min(...times) : undefined,
  };
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
