/** Reads for digests: the lines of a stretch of time in the order of the digest, and the digests there are. */
import { and, asc, desc, eq, gt, gte, lt, or, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { base64url, utf8 } from "../../../platform/encoding.ts";
import { event, logEntry, readDigest, readLog } from "../../../platform/schema.ts";
import { readEvent } from "../../proof-log/rules/event.ts";
import type { Digest } from "../rules/digest.ts";
import type { Line } from "../rules/line.ts";

const PAGE = 1_000;

/** The lines from `since` up to `until`, in the order of the digest; memory holds a page of them. */
export async function* linesBetween({ read }: Database, since: number, until: number): AsyncGenerator<Line> {
  for (let after = { at: since, id: "" }; ; ) {
    const beyond = or(gt(readLog.at, after.at), and(eq(readLog.at, after.at), gt(readLog.id, after.id)));
    const rows = await read
      .select()
      .from(readLog)
      .where(and(gte(readLog.at, after.at), lt(readLog.at, until), beyond))
      .orderBy(asc(readLog.at), asc(readLog.id))
      .limit(PAGE);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last;
  }
}

/** The newest digest; undefined before the first. */
export async function readLastDigest({ read }: Database): Promise<Digest | undefined> {
  const row = await read.select().from(readDigest).orderBy(desc(readDigest.day)).limit(1).get();
  return row && { ...row, previous: row.previous ?? undefined };
}

/** The first of the last `n` days that have digests; undefined before the first. */
export async function readRecentDay({ read }: Database, n: number): Promise<string | undefined> {
  const rows = await read.select({ day: readDigest.day }).from(readDigest).orderBy(desc(readDigest.day)).limit(n);
  return rows.at(-1)?.day;
}

/** Day → event of every digest in the table. */
export async function readDigestTable({ read }: Database): Promise<Map<string, string>> {
  const rows = await read
    .select({ day: readDigest.day, eid: readDigest.eid })
    .from(readDigest)
    .orderBy(asc(readDigest.day));
  return new Map(rows.map(({ day, eid }) => [day, eid]));
}

/** When the first line after a moment was written, ms. */
export async function readFirstLineAt({ read }: Database, since: number): Promise<number | undefined> {
  const row = await read
    .select({ at: readLog.at })
    .from(readLog)
    .where(gte(readLog.at, since))
    .orderBy(asc(readLog.at), asc(readLog.id))
    .limit(1)
    .get();
  return row?.at;
}

/** A digest or an ageing as the proof log has it. `held`: its entry is there, and the stored text is what it commits to. */
export interface DigestEvent {
  eid: string;
  typ: string;
  at: number;
  body: Record<string, unknown>;
  sealedKey: Uint8Array | null;
  text: string;
  leaf: string;
  seq: number | null;
}

/** Those events, the oldest first, a page at a time. */
export async function* digestEvents({ read }: Database): AsyncGenerator<DigestEvent> {
  const { eid, typ, at, body, sealedKey, leaf } = event;
  for (const kind of ["reading.aged", "reading.digest"])
    for (let after = { at: -1, eid: "" }; ; ) {
      const rows = await read
        .select({ eid, typ, at, text: body, sealedKey, leaf })
        .from(event)
        .where(and(eq(typ, kind), sql`(${at}, ${eid}) > (${after.at}, ${after.eid})`))
        .orderBy(asc(at), asc(eid))
        .limit(200);
      const leaves = rows.map((row) => row.leaf);
      const seqs = await seqsOf({ read } as Database, leaves);
      for (const row of rows) yield { ...row, body: readEvent(utf8(row.text)) ?? {}, seq: seqs.get(row.leaf) ?? null };
      const last = rows.at(-1);
      if (!last || rows.length < 200) break;
      after = last;
    }
}

/** Places in the log by leaf (base64url). */
async function seqsOf({ read }: Database, leaves: readonly string[]): Promise<Map<string, number>> {
  if (leaves.length === 0) return new Map();
  const hexes = sql`(SELECT unhex(value) FROM json_each(${JSON.stringify(leaves.map(hexOf))}))`;
  const rows = await read
    .select({ leaf: logEntry.leaf, seq: logEntry.seq })
    .from(logEntry)
    .where(sql`${logEntry.leaf} IN ${hexes}`);
  return new Map(rows.map((row) => [base64url(row.leaf), row.seq]));
}

function hexOf(text: string): string {
  const raw = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Array.from(raw, (c) => c.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}
