/**
 * Reads of the proof log: its head, its tiles and bundles as they are published, and the proof of one event. Nothing
 * beyond the newest signed checkpoint is ever given out.
 */
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lte, max, or } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { utf8 } from "../../platform/encoding.ts";
import { checkpoint, consentRecord, disclosure, event, institution, logEntry, tile } from "../../platform/schema.ts";
import { type Edge, EMPTY_EDGE } from "./rules/edge.ts";
import { proofFileText } from "./rules/proof-file.ts";
import { inclusionRanges } from "./rules/proofs.ts";
import { entryBundle, hashesOf, hashInTile, TILE_WIDTH, type TileName, tileOf, widthAt } from "./rules/tile.ts";
import { nodesOf, rangeHash } from "./rules/tree.ts";

export interface SignedHead {
  size: number;
  root: Uint8Array;
  /** The signed note, as it is published. */
  note: string;
}

/** The newest checkpoint; undefined while nothing has been sealed. */
export async function readCheckpoint(db: Database): Promise<SignedHead | undefined> {
  return db.read.select().from(checkpoint).orderBy(desc(checkpoint.size)).limit(1).get();
}

/** Whether there is an institution, and so an origin. */
export async function isSetUp(db: Database): Promise<boolean> {
  return (await db.read.select({ id: institution.id }).from(institution).get()) !== undefined;
}

/** How many entries the log has, sealed or not. */
export async function countEntries(db: Database): Promise<number> {
  const row = await db.read
    .select({ seq: max(logEntry.seq) })
    .from(logEntry)
    .get();
  return row?.seq ?? 0;
}

/** Up to `limit` leaf hashes from index `from`. Throws if one is missing: an index is a row number without gaps. */
export async function readLeaves(db: Database, from: number, limit: number): Promise<Uint8Array[]> {
  const rows = await db.read
    .select({ seq: logEntry.seq, leaf: logEntry.leaf })
    .from(logEntry)
    .where(gt(logEntry.seq, from))
    .orderBy(asc(logEntry.seq))
    .limit(limit);
  if (rows.some((row, i) => row.seq !== from + i + 1)) throw new Error("the log has a gap");
  return rows.map((row) => row.leaf);
}

/** The right edge of the tree at a sealed size, from the stored tiles. */
export async function readEdge(db: Database, size: number): Promise<Edge> {
  if (size === 0) return EMPTY_EDGE;
  const levels: Uint8Array[][] = [];
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    const width = count % TILE_WIDTH;
    const hashes = width === 0 ? new Uint8Array(0) : await readHashes(db, level, Math.floor(count / TILE_WIDTH), width);
    levels.push(hashesOf(hashes));
  }
  return { size, levels };
}

/** Bytes of a tile or bundle of the sealed tree; undefined if the newest checkpoint does not reach that far. */
export async function readTile(db: Database, name: TileName): Promise<Uint8Array | undefined> {
  const head = await readCheckpoint(db);
  const level = name.level === "entries" ? 0 : name.level;
  if (!head || widthAt(head.size, level, name.n) < name.width) return undefined;
  return name.level === "entries" ? readBundle(db, name.n, name.width) : readHashes(db, level, name.n, name.width);
}

/**
 * The `.tlog-proof` file of an event, by its leaf hash, against the first checkpoint that covers it; undefined while it
 * is not sealed. `salt` opens the commitment and belongs to the person and to those whom the law lets see.
 */
export async function readProof(db: Database, leaf: Uint8Array, salt?: Uint8Array): Promise<string | undefined> {
  const entry = await db.read.select({ seq: logEntry.seq }).from(logEntry).where(eq(logEntry.leaf, leaf)).get();
  if (!entry) return undefined;
  const covers = gte(checkpoint.size, entry.seq);
  const head = await db.read.select().from(checkpoint).where(covers).orderBy(asc(checkpoint.size)).limit(1).get();
  if (!head) return undefined;
  const index = entry.seq - 1;
  const ranges = inclusionRanges(index, head.size);
  const tiles = new Map<string, Uint8Array>();
  for (const node of ranges.flatMap(nodesOf)) {
    const { level, n } = tileOf(node);
    const key = `${level}/${n}`;
    if (!tiles.has(key)) tiles.set(key, await readHashes(db, level, n, widthAt(head.size, level, n)));
  }
  const proof = ranges.map((range) =>
    rangeHash(range, (node) => {
      const { level, n } = tileOf(node);
      return hashInTile(node, tiles.get(`${level}/${n}`) as Uint8Array);
    }),
  );
  return proofFileText({ ...(salt ? { extra: salt } : {}), index, proof, checkpoint: head.note });
}

/** The first `width` hashes of a tile: full tiles and higher levels are rows, the edge of level 0 are the leaves themselves. */
async function readHashes(db: Database, level: number, n: number, width: number): Promise<Uint8Array> {
  const row = await db.read
    .select({ hashes: tile.hashes })
    .from(tile)
    .where(and(eq(tile.level, level), eq(tile.n, n)))
    .get();
  if (row && row.hashes.length >= width * 32) return row.hashes.slice(0, width * 32);
  if (level > 0) throw new Error(`tile ${level}/${n} is missing or too short`);
  const leaves = await readLeaves(db, n * TILE_WIDTH, width);
  if (leaves.length < width) throw new Error("the log is shorter than its checkpoint");
  const hashes = new Uint8Array(width * 32);
  for (const [i, leaf] of leaves.entries()) hashes.set(leaf, i * 32);
  return hashes;
}

async function readBundle(db: Database, n: number, width: number): Promise<Uint8Array> {
  const from = n * TILE_WIDTH;
  const rows = await db.read
    .select({ entry: logEntry.entry })
    .from(logEntry)
    .where(and(gt(logEntry.seq, from), lte(logEntry.seq, from + width)))
    .orderBy(asc(logEntry.seq));
  if (rows.length < width) throw new Error("the log is shorter than its checkpoint");
  return entryBundle(rows.map((row) => utf8(row.entry)));
}

const PAGE = 500;

/** All log entries in order. */
export function allEntries(db: Database) {
  return pages((last: { seq: number } | undefined) =>
    db.read
      .select()
      .from(logEntry)
      .where(gt(logEntry.seq, last?.seq ?? 0))
      .orderBy(asc(logEntry.seq))
      .limit(PAGE),
  );
}

/** All checkpoints by size. */
export function allCheckpoints(db: Database) {
  return pages((last: SignedHead | undefined) =>
    db.read
      .select()
      .from(checkpoint)
      .where(gt(checkpoint.size, last?.size ?? 0))
      .orderBy(asc(checkpoint.size))
      .limit(PAGE),
  );
}

/** All events of records, record by record in their order, each with its record's row. */
export function allRecordEvents(db: Database) {
  type Last = { event: { recordId: string | null; version: number | null } };
  return pages((last: Last | undefined) => {
    const { recordId, version } = last?.event ?? {};
    const after =
      recordId && version
        ? or(gt(event.recordId, recordId), and(eq(event.recordId, recordId), gt(event.version, version)))
        : undefined;
    return db.read
      .select({ event, record: consentRecord })
      .from(event)
      .innerJoin(consentRecord, eq(consentRecord.id, event.recordId))
      .where(and(isNotNull(event.recordId), after))
      .orderBy(asc(event.recordId), asc(event.version))
      .limit(PAGE);
  });
}

/** All events of acts without a record. */
export function allActEvents(db: Database) {
  return pages((last: { eid: string } | undefined) =>
    db.read
      .select()
      .from(event)
      .where(and(isNull(event.recordId), last && gt(event.eid, last.eid)))
      .orderBy(asc(event.eid))
      .limit(PAGE),
  );
}

/** All disclosures that are still kept, each with the text of its event. */
export function allDisclosures(db: Database) {
  return pages((last: { digest: string } | undefined) =>
    db.read
      .select({ digest: disclosure.digest, body: disclosure.body, eid: disclosure.eid, event: event.body })
      .from(disclosure)
      .innerJoin(event, eq(event.eid, disclosure.eid))
      .where(gt(disclosure.digest, last?.digest ?? ""))
      .orderBy(asc(disclosure.digest))
      .limit(PAGE),
  );
}

/** Rows page by page: `next` gets the last row seen. */
async function* pages<Row>(next: (last: Row | undefined) => PromiseLike<Row[]>): AsyncGenerator<Row> {
  for (let last: Row | undefined; ; ) {
    const rows = await next(last);
    yield* rows;
    last = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}
