/** Reads of requests. Lists hold no address and no words; what is sealed is shown by `read.ts` alone, on record. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { address, person, rightsRequest } from "../../platform/schema.ts";
import type { RightsRequest } from "./rules.ts";

const ROW = {
  id: rightsRequest.id,
  n: rightsRequest.n,
  right: rightsRequest.right,
  channel: rightsRequest.channel,
  receivedDay: rightsRequest.receivedDay,
  dueDay: rightsRequest.dueDay,
  notedBy: rightsRequest.notedBy,
  notedAt: rightsRequest.notedAt,
  extendedBy: rightsRequest.extendedBy,
  extendedAt: rightsRequest.extendedAt,
  extendedFor: rightsRequest.extendedFor,
  outcome: rightsRequest.outcome,
  answeredDay: rightsRequest.answeredDay,
  closedBy: rightsRequest.closedBy,
  closedAt: rightsRequest.closedAt,
  hasContents: sql<number>`${rightsRequest.sealed} is not null`,
};
const whole = <T extends { hasContents: number }>(row: T): Omit<T, "hasContents"> & { hasContents: boolean } => ({
  ...row,
  hasContents: row.hasContents === 1,
});

/** Open ones, the first to be due first. */
export async function readOpenRequests(db: Database, limit: number): Promise<RightsRequest[]> {
  const rows = await db.read
    .select(ROW)
    .from(rightsRequest)
    .where(isNull(rightsRequest.closedAt))
    .orderBy(asc(rightsRequest.dueDay))
    .limit(limit);
  return rows.map(whole);
}

/** Open ones that are due by a day. */
export async function readDueRequests(db: Database, day: string, limit: number): Promise<RightsRequest[]> {
  const rows = await db.read
    .select(ROW)
    .from(rightsRequest)
    .where(and(isNull(rightsRequest.closedAt), lte(rightsRequest.dueDay, day)))
    .orderBy(asc(rightsRequest.dueDay))
    .limit(limit);
  return rows.map(whole);
}

/** Answered ones, the newest answer first. */
export async function readAnsweredRequests(db: Database, limit: number): Promise<RightsRequest[]> {
  const rows = await db.read
    .select(ROW)
    .from(rightsRequest)
    .where(isNotNull(rightsRequest.closedAt))
    .orderBy(desc(rightsRequest.closedAt))
    .limit(limit);
  return rows.map(whole);
}

export async function readRequest(db: Database, id: string): Promise<RightsRequest | undefined> {
  const rows = await db.read.select(ROW).from(rightsRequest).where(eq(rightsRequest.id, id));
  return rows.map(whole)[0];
}

/** What is sealed of a request, as it lies there. */
export async function readSealed(db: Database, id: string): Promise<Uint8Array | undefined> {
  const rows = await db.read
    .select({ sealed: rightsRequest.sealed })
    .from(rightsRequest)
    .where(eq(rightsRequest.id, id));
  return rows[0]?.sealed ?? undefined;
}

/** Whether an address is held: somebody is on a list with it. */
export async function isHeld(db: Database, tags: readonly Uint8Array[]): Promise<boolean> {
  if (tags.length === 0) return false;
  return (
    (
      await db.read
        .select({ id: address.id })
        .from(address)
        .where(inArray(address.tag, [...tags]))
        .limit(1)
    ).length > 0
  );
}

/** Whether a restriction of the address was granted, and lasts. */
export async function isRestricted(db: Database, tags: readonly Uint8Array[]): Promise<boolean> {
  if (tags.length === 0) return false;
  const rows = await db.read
    .select({ id: person.id })
    .from(address)
    .innerJoin(person, eq(person.id, address.personId))
    .where(and(inArray(address.tag, [...tags]), eq(person.restrictedFor, "decision")))
    .limit(1);
  return rows.length > 0;
}

/** Numbers of the other requests of the same address, newest first. */
export async function readEarlier(db: Database, id: string, tags: readonly Uint8Array[]): Promise<RightsRequest[]> {
  if (tags.length === 0) return [];
  const rows = await db.read
    .select(ROW)
    .from(rightsRequest)
    .where(inArray(rightsRequest.tag, [...tags]))
    .orderBy(desc(rightsRequest.n))
    .limit(20);
  return rows.map(whole).filter((row) => row.id !== id);
}

/** Open requests of an address. */
export async function readOpenOf(db: Database, tags: readonly Uint8Array[]): Promise<RightsRequest[]> {
  if (tags.length === 0) return [];
  const rows = await db.read
    .select(ROW)
    .from(rightsRequest)
    .where(and(inArray(rightsRequest.tag, [...tags]), isNull(rightsRequest.closedAt)));
  return rows.map(whole);
}

/** All requests of an address that still name it, newest first. */
export async function readAllOf(db: Database, tags: readonly Uint8Array[]): Promise<RightsRequest[]> {
  return readEarlier(db, "", tags);
}
