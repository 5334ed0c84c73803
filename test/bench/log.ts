/**
 * The proof log: entries appended a second with all that an answer's proof writes, sealing of many at a time over a copy in a
 * folder, one inclusion proof in a large log, bytes of one event.
 *
 *     npm run bench -- --only log-append                        5,000 acts, sixteen at a time, each on the disk
 *     npm run bench -- --only log-seal --messages 1000000       sealing of a million
 *     npm run bench -- --only log-proof --messages 10000000     one proof among ten million
 *
 * The tree of `log-proof` is a whole one over random leaves, with its tiles in the database; rows of entries are there only
 * for those that are proved.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commit } from "../../src/domain/commit.ts";
import { readLogOrigin } from "../../src/domain/institution/views.ts";
import { actEvidence } from "../../src/domain/proof-log/acts/act-evidence.ts";
import { readCheckpointText } from "../../src/domain/proof-log/rules/checkpoint.ts";
import { EMPTY_EDGE, grow, rootOfEdge, type Tile } from "../../src/domain/proof-log/rules/edge.ts";
import { readNote } from "../../src/domain/proof-log/rules/note.ts";
import { readProofFile } from "../../src/domain/proof-log/rules/proof-file.ts";
import { verifyInclusion } from "../../src/domain/proof-log/rules/proofs.ts";
import { leafHash } from "../../src/domain/proof-log/rules/tree.ts";
import { sealLog } from "../../src/domain/proof-log/seal.ts";
import { readCheckpoint, readProof } from "../../src/domain/proof-log/views.ts";
import { base64url, utf8 } from "../../src/platform/encoding.ts";
import { folderLogCopy } from "../../src/runtime/node/log/copy.ts";
import { type BenchHouse, benchHouse } from "./house.ts";
import { median, quantile } from "./median.ts";
import type { Figure, Options } from "./run.ts";

const APPENDED = 5_000;
const AT_ONCE = 16;
const SEALED = 50_000;
const LARGE = 1_000_000;
const PROOFS = 300;
const PAGE = 2_048;

/** Bytes that the database holds, its write-ahead log written back. */
async function held({ deps }: BenchHouse): Promise<number> {
  const { client } = deps.db;
  await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  const one = async (pragma: string) => Number((await client.execute(`PRAGMA ${pragma}`)).rows[0]?.[0]);
  return (await one("page_count")) * (await one("page_size"));
}

/** Appends acts as verbs do: the event, its sealed key, the entry, in a commit of its own that is on the disk. */
export async function logAppend({ messages = APPENDED }: Options): Promise<Figure[]> {
  const house = await benchHouse();
  const { deps } = house;
  try {
    const log = await readLogOrigin(deps.db);
    const act = () => {
      const facts = { mailing: deps.ids.uuid(), by: "system:bench" };
      return actEvidence(deps, { log, at: deps.clock.now(), typ: "mailing.paused", facts });
    };
    const before = await held(house);
    const body = utf8(act().body).length;
    const began = performance.now();
    let left = messages;
    const writer = async () => {
      while (left-- > 0) await commit(deps, { change: [], proof: [act()] });
    };
    await Promise.all(Array.from({ length: AT_ONCE }, writer));
    const seconds = (performance.now() - began) / 1000;
    await deps.db.client.execute("DELETE FROM commit_mark");
    await deps.db.client.execute("VACUUM");
    const bytes = (await held(house)) - before;
    return [
      { name: `log: entries appended, ${AT_ONCE} at a time`, value: messages / seconds, unit: "entries/s" },
      { name: "log: one event of an act, JSON", value: body, unit: "bytes" },
      { name: "log: one event with entry and indexes, in the database", value: bytes / messages, unit: "bytes" },
    ];
  } finally {
    await house.stop();
  }
}

/** Entries as acts leave them, without their events. */
async function fill(house: BenchHouse, count: number): Promise<void> {
  const { client } = house.deps.db;
  for (let at = 0; at < count; at += PAGE) {
    const rows = Array.from({ length: Math.min(PAGE, count - at) }, () => {
      const entry = `{"alg":"HMAC-SHA-256","c":"${base64url(randomBytes(32))}","t":"consent-event/1"}`;
      return { sql: "INSERT INTO log_entry (entry, leaf) VALUES (?, ?)", args: [entry, leafHash(utf8(entry))] };
    });
    await client.batch(rows, "write");
  }
}

/** Seals what waits, tiles, claims in a folder, signatures and commits included. */
export async function logSeal({ messages = SEALED }: Options): Promise<Figure[]> {
  const house = await benchHouse();
  const folder = mkdtempSync(join(tmpdir(), "pieteka-bench-log-"));
  try {
    await house.queue.idle();
    await fill(house, messages);
    const before = await held(house);
    const deps = { ...house.deps, logCopy: folderLogCopy(folder) };
    const began = performance.now();
    const cpu = process.cpuUsage();
    for (;;) {
      const done = await sealLog(deps);
      if (done.outcome === "nothing") break;
      if (done.outcome !== "sealed") await deps.clock.pause(200);
    }
    const seconds = (performance.now() - began) / 1000;
    const used = process.cpuUsage(cpu);
    const size = (await readCheckpoint(deps.db))?.size ?? 0;
    if (size < messages) throw new Error(`only ${size} were sealed`);
    const name = `log: sealing of ${messages.toLocaleString("en")} entries`;
    return [
      { name, value: seconds, unit: "s" },
      { name: `${name}: processor`, value: (used.user + used.system) / 1e6, unit: "s" },
      {
        name: "log: tiles and checkpoints in the database, for an entry",
        value: ((await held(house)) - before) / size,
        unit: "bytes",
      },
    ];
  } finally {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One proof file from the database, as it is made for a receipt; each is verified. */
export async function logProof({ messages = LARGE }: Options): Promise<Figure[]> {
  const house = await benchHouse();
  const { db } = house.deps;
  try {
    await house.queue.idle();
    for (const table of ["checkpoint", "tile", "log_entry"]) await db.client.execute(`DELETE FROM ${table}`);
    // A whole number of tiles: the leaves at the edge would be read from rows that are not there.
    const size = Math.ceil(messages / 256) * 256;
    const every = Math.floor(size / PROOFS);
    const proved: Uint8Array[] = [];
    let edge = EMPTY_EDGE;
    while (edge.size < size) {
      const leaves = Array.from({ length: Math.min(65_536, size - edge.size) }, () => new Uint8Array(randomBytes(32)));
      const rows = [];
      for (const [i, leaf] of leaves.entries()) {
        const index = edge.size + i;
        if (index % every !== 0) continue;
        proved.push(leaf);
        rows.push({ sql: "INSERT INTO log_entry (seq, entry, leaf) VALUES (?, '', ?)", args: [index + 1, leaf] });
      }
      const grown = grow(edge, leaves);
      await db.client.batch([...rows, ...grown.tiles.map(tileWrite)], "write");
      edge = grown.edge;
    }
    const root = rootOfEdge(edge);
    const note = `bench\n${size}\n${Buffer.from(root).toString("base64")}\n\n— bench AAAAAAA=\n`;
    await db.client.execute({ sql: "INSERT INTO checkpoint VALUES (?, ?, ?, 0)", args: [size, root, note] });
    const took: number[] = [];
    const cpu = process.cpuUsage();
    for (const leaf of shuffled(proved)) {
      const began = performance.now();
      const file = readProofFile((await readProof(db, leaf)) ?? "");
      took.push(performance.now() - began);
      const head = readCheckpointText(readNote(file?.checkpoint ?? "")?.text ?? "");
      if (!file || !head || !verifyInclusion({ index: file.index, size, leaf, root: head.root }, file.proof))
        throw new Error("a proof does not verify");
    }
    const used = process.cpuUsage(cpu);
    const name = `log: one inclusion proof among ${size.toLocaleString("en")} entries`;
    return [
      { name, value: median(took), unit: "ms" },
      {
        name: `${name}: processor, read and verified`,
        value: (used.user + used.system) / 1000 / took.length,
        unit: "ms",
      },
      { name: `${name}, p99`, value: quantile(took, 0.99), unit: "ms" },
    ];
  } finally {
    await house.stop();
  }
}

const tileWrite = ({ level, n, hashes }: Tile) => ({
  sql: "INSERT INTO tile VALUES (?, ?, ?) ON CONFLICT (level, n) DO UPDATE SET hashes=excluded.hashes",
  args: [level, n, hashes],
});

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, by: Math.random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ item }) => item);
}
