/**
 * Verifies the whole stored log from the rows alone: every entry, tile, checkpoint and signature; every event against its
 * entry, where its key still exists; every record's chain. For the world check of the tests, and for an operator who has
 * restored a backup. Reads only; memory grows by one short string per entry.
 */
import type { Deps } from "../../deps.ts";
import { base64url, sameBytes, utf8 } from "../../platform/encoding.ts";
import type { Place } from "../../platform/vault.ts";
import { readLogOrigin } from "../institution/views.ts";
import { readCheckpointText } from "./rules/checkpoint.ts";
import { eventSalt, logEntry } from "./rules/commitment.ts";
import { disclosureDigest } from "./rules/disclosure.ts";
import { EMPTY_EDGE, grow, rootOfEdge } from "./rules/edge.ts";
import { actKeyPlace, readEvent, recordKeyPlace } from "./rules/event.ts";
import { type NoteKey, noteSigner, openNote, readVkey } from "./rules/note.ts";
import { hashesOf } from "./rules/tile.ts";
import { leafHash, rootOf } from "./rules/tree.ts";
import { readPastLogs } from "./views/copy.ts";
import { readKeys } from "./views/keys.ts";
import {
  allActEvents,
  allCheckpoints,
  allDisclosures,
  allEntries,
  allRecordEvents,
  readTile,
  type SignedHead,
} from "./views.ts";

/** What is wrong and where: an index, a size, an event or record id; never an address. */
export interface LogProblem {
  code: `${"entry" | "tile" | "checkpoint" | "event" | "record" | "disclosure"}.${string}`;
  at: string;
}

type VerifyDeps = Pick<Deps, "db" | "vault" | "config">;
type Note = (code: LogProblem["code"], at: string | number) => void;
type EventRow = { eid: string; typ: string; at: number; body: string; leaf: string };

/** Everything that is wrong with the log; empty if it is whole. */
export async function verifyLog(deps: VerifyDeps): Promise<LogProblem[]> {
  const problems: LogProblem[] = [];
  const note: Note = (code, at) => problems.push({ code, at: String(at) });
  const leaves = await verifyTree(deps, note);
  if (leaves.size > 0) await verifyEvents(deps, leaves, note);
  for await (const row of allDisclosures(deps.db)) {
    const sd = readEvent(utf8(row.event))?._sd;
    if (disclosureDigest(row.body) !== row.digest || !(Array.isArray(sd) && sd.includes(row.digest)))
      note("disclosure.digest", row.eid);
  }
  return problems;
}

/** Entries, tiles and checkpoints. Gives the leaf hashes of all entries, base64url. */
async function verifyTree({ db, config }: VerifyDeps, note: Note): Promise<Set<string>> {
  const leaves = new Set<string>();
  const heads = allCheckpoints(db)[Symbol.asyncIterator]();
  const nextHead = async () => (await heads.next()).value as SignedHead | undefined;
  let head = await nextHead();
  const origins = head ? await readOrigins(db) : [];
  const keys = head ? await keysOf({ db, config }, origins.at(-1) as string) : [];
  let reached = 0;
  let edge = EMPTY_EDGE;
  for await (const row of allEntries(db)) {
    if (row.seq !== edge.size + 1) {
      note("entry.gap", edge.size);
      return leaves;
    }
    const leaf = leafHash(utf8(row.entry));
    if (!sameBytes(leaf, row.leaf)) note("entry.leaf", edge.size);
    leaves.add(base64url(leaf));
    const grown = grow(edge, [leaf]);
    edge = grown.edge;
    for (const { level, n, hashes } of grown.tiles) {
      const stored = await readTile(db, { level, n, width: hashes.length / 32 });
      if (stored && !sameBytes(stored, hashes)) note("tile.hashes", `${level}/${n}`);
    }
    if (head?.size !== edge.size) continue;
    const read = readCheckpointText(openNote(head.note, keys)?.text ?? "");
    // An origin that ended never comes back.
    const of = origins.indexOf(read?.origin ?? "", reached);
    if (!read || read.size !== head.size || of < 0 || !sameBytes(read.root, head.root))
      note("checkpoint.note", head.size);
    reached = Math.max(reached, of);
    if (!sameBytes(rootOfEdge(edge), head.root)) note("checkpoint.root", head.size);
    head = await nextHead();
  }
  if (head) note("checkpoint.beyond_log", head.size);
  return leaves;
}

/** Origins of the log, the oldest first; the last is the one that is signed today. */
async function readOrigins(db: VerifyDeps["db"]): Promise<string[]> {
  return [...(await readPastLogs(db)).map(({ origin }) => origin), await readLogOrigin(db)];
}

/** Every key that ever signed, by its public half, and those of the ring. */
async function keysOf({ db, config }: Pick<VerifyDeps, "db" | "config">, origin: string): Promise<NoteKey[]> {
  const past = (await readKeys(db)).flatMap(({ vkey }) => readVkey(vkey) ?? []);
  const ring = config.rings.LOG_SIGNING_KEYS.all.map((key) => noteSigner(origin, key.bytes));
  return [...past, ...ring.filter(({ name, id }) => !past.some((key) => key.name === name && key.id === id))];
}

/** Events against their entries, records against their events. */
async function verifyEvents({ db, vault }: VerifyDeps, leaves: Set<string>, note: Note): Promise<void> {
  const origins = await readOrigins(db);
  const open = (place: Place, sealed: Uint8Array | null, eid: string) => {
    try {
      return sealed ? vault.openProofKey(place, sealed) : undefined;
    } catch {
      note("event.key", eid);
      return undefined;
    }
  };
  for await (const row of allActEvents(db)) {
    verifyEvent(row, origins, leaves, open(actKeyPlace(row.eid), row.sealedKey, row.eid), note);
    if (row.commitments && !samePeople(row.body, row.commitments)) note("event.people", row.eid);
  }
  let before: { recordId: string | null; version: number | null; leaf: string } | undefined;
  let newest: { id: string; version: number; lastLeaf: string } | undefined;
  const closeRecord = () => {
    if (newest && (before?.version !== newest.version || before.leaf !== newest.lastLeaf))
      note("record.head", newest.id);
  };
  for await (const { event, record } of allRecordEvents(db)) {
    verifyEvent(event, origins, leaves, open(recordKeyPlace(record.id), record.sealedKey, event.eid), note);
    const first = newest?.id !== record.id;
    if (first) closeRecord();
    const { rec, prev } = readEvent(utf8(event.body)) ?? {};
    const version = first ? 1 : (before?.version ?? 0) + 1;
    if (rec !== record.id || event.version !== version || prev !== (first ? null : before?.leaf))
      note("event.chain", event.eid);
    before = event;
    newest = record;
  }
  closeRecord();
}

/** One event: its bytes, its columns, its entry, and the commitment if the key is there. */
function verifyEvent(
  row: EventRow,
  origins: readonly string[],
  leaves: Set<string>,
  key: Uint8Array | undefined,
  note: Note,
): void {
  const event = readEvent(utf8(row.body));
  const columns = event?.eid === row.eid && event.typ === row.typ && Date.parse(event.at) === row.at;
  if (!columns || !origins.includes(event.log)) note("event.bytes", row.eid);
  if (!leaves.has(row.leaf)) note("event.entry_missing", row.eid);
  if (key && base64url(leafHash(utf8(logEntry(eventSalt(key, row.eid), row.body)))) !== row.leaf)
    note("event.commitment", row.eid);
}

/** Whether the kept commitments give the number and root that a bulk act states. */
function samePeople(body: string, commitments: Uint8Array): boolean {
  const people = readEvent(utf8(body))?.people as { count?: number; root?: string } | undefined;
  const all = hashesOf(commitments);
  return people?.count === all.length && people.root === base64url(rootOf(all.map(leafHash)));
}
