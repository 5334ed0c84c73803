/** Reads of time stamps: how the log stands, the files as they are published, and the stamped heads for bundles. */
import { and, asc, desc, eq, gt, gte, lt, lte } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { alert, checkpoint, timeStamp, timeStampPaper, timeStampTry } from "../../platform/schema.ts";
import { readCheckpoint } from "../proof-log/views.ts";
import { coveredSize, type Standing } from "./rules/due.ts";
import type { RevocationPaper } from "./rules/revocation/paper.ts";

/** What the desk shows of the newest stamp. */
export interface LastStamp {
  day: string;
  size: number;
  origin: string;
  authority: string;
  subject: string;
  at: number;
  claimed: boolean;
  listed: string | null;
  cleared: boolean;
}

export interface LogStanding extends Standing {
  last: LastStamp | undefined;
  attempt: { tries: number; at: number; nextAt: number; authority: string; code: string } | undefined;
}

const originOf = (note: string) => note.slice(0, note.indexOf("\n"));

/** How the log stands: the last stamp, what it does not cover, and the tries since. */
export async function readStanding(db: Database): Promise<LogStanding> {
  const [row, head, attempt] = await Promise.all([
    db.read.select().from(timeStamp).orderBy(desc(timeStamp.day)).limit(1).get(),
    readCheckpoint(db),
    db.read.select().from(timeStampTry).get(),
  ]);
  const last = row && { ...row, origin: originOf(row.note) };
  const newest = head && { size: head.size, origin: originOf(head.note) };
  const covered = coveredSize({ last, head: newest });
  const first = await db.read
    .select({ at: checkpoint.at })
    .from(checkpoint)
    .where(gt(checkpoint.size, covered))
    .orderBy(asc(checkpoint.size))
    .limit(1)
    .get();
  return { last, head: newest, uncoveredAt: first?.at, attempt };
}

/** When the alert of this code was raised last, open or not. */
export async function lastRaisedAt(db: Database, code: string): Promise<number | undefined> {
  const newest = db.read.select({ at: alert.at }).from(alert).where(eq(alert.code, code));
  return (await newest.orderBy(desc(alert.at)).limit(1).get())?.at;
}

/** A stamp with everything that is kept of it. */
export interface KeptStamp {
  day: string;
  size: number;
  root: Uint8Array;
  /** The signed head, verbatim: the imprint is the SHA-256 of these bytes. */
  note: string;
  authority: string;
  subject: string;
  at: number;
  /** TimeStampReq and TimeStampResp, DER. */
  request: Uint8Array;
  reply: Uint8Array;
  /** From the authority's certificate to the anchor, PEM. */
  chain: string;
  papers: RevocationPaper[];
}

/** The stamp of a day (`2026-11-22`). */
export async function readStamp(db: Database, day: string): Promise<KeptStamp | undefined> {
  const row = await db.read.select().from(timeStamp).where(eq(timeStamp.day, day)).get();
  return row && withPapers(db, row);
}

/** The first stamp whose head covers this many entries; undefined while there is none. */
export async function readStampCovering(db: Database, size: number): Promise<KeptStamp | undefined> {
  const covers = db.read.select().from(timeStamp).where(gte(timeStamp.size, size));
  const row = await covers.orderBy(asc(timeStamp.size), asc(timeStamp.day)).limit(1).get();
  return row && withPapers(db, row);
}

/** All stamped heads by size, without papers. */
export async function readStampedHeads(
  db: Database,
): Promise<{ day: string; size: number; root: Uint8Array; note: string }[]> {
  return db.read
    .select({ day: timeStamp.day, size: timeStamp.size, root: timeStamp.root, note: timeStamp.note })
    .from(timeStamp)
    .orderBy(asc(timeStamp.size), asc(timeStamp.day));
}

export interface ListedStamp {
  day: string;
  size: number;
  root: Uint8Array;
  authority: string;
  subject: string;
  at: number;
  /** Kinds of the papers, in their order. */
  papers: ("crl" | "ocsp")[];
}

/** Stamps, the newest first, of days before one where it is given. */
export async function listStamps(db: Database, before: string | undefined, limit: number): Promise<ListedStamp[]> {
  const rows = await db.read
    .select({
      day: timeStamp.day,
      size: timeStamp.size,
      root: timeStamp.root,
      authority: timeStamp.authority,
      subject: timeStamp.subject,
      at: timeStamp.at,
    })
    .from(timeStamp)
    .where(before === undefined ? undefined : lt(timeStamp.day, before))
    .orderBy(desc(timeStamp.day))
    .limit(limit);
  const oldest = rows.at(-1)?.day;
  const papers = oldest
    ? await db.read
        .select({ day: timeStampPaper.day, kind: timeStampPaper.kind })
        .from(timeStampPaper)
        .where(and(gte(timeStampPaper.day, oldest), lte(timeStampPaper.day, rows[0]?.day ?? oldest)))
        .orderBy(asc(timeStampPaper.day), asc(timeStampPaper.n))
    : [];
  return rows.map((row) => ({ ...row, papers: papers.filter(({ day }) => day === row.day).map(({ kind }) => kind) }));
}

async function withPapers<Row extends { day: string }>(db: Database, row: Row) {
  const papers = await db.read
    .select({ kind: timeStampPaper.kind, der: timeStampPaper.der })
    .from(timeStampPaper)
    .where(eq(timeStampPaper.day, row.day))
    .orderBy(asc(timeStampPaper.n));
  return { ...row, papers };
}
