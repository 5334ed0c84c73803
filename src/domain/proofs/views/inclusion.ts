/**
 * Proof files of many entries, each against the head that serves it best: the first time-stamped one that covers it, so that
 * nothing stands between the entry and the time (PROOF 6.6), else the newest. Each tile is read once, and each node hashed once,
 * whatever the number of entries.
 */
import { inArray } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { base64url, unbase64url } from "../../../platform/encoding.ts";
import { logEntry } from "../../../platform/schema.ts";
import { proofFileText } from "../../proof-log/rules/proof-file.ts";
import { inclusionRanges } from "../../proof-log/rules/proofs.ts";
import { hashInTile, tileOf, widthAt } from "../../proof-log/rules/tile.ts";
import { type HashAt, nodesOf, type Range, rangeHash } from "../../proof-log/rules/tree.ts";
import { readTile, type SignedHead } from "../../proof-log/views.ts";

/** Heads of the log that serve as ends of proofs. */
export interface Heads {
  newest: SignedHead;
  /** Those with a time stamp, the smallest first. */
  stamped: readonly SignedHead[];
}

/** The head against which an entry is proved; undefined while no head covers it. */
export function headFor({ newest, stamped }: Heads, index: number): SignedHead | undefined {
  return stamped.find(({ size }) => size > index) ?? (newest.size > index ? newest : undefined);
}

export interface Prover {
  /** The `.tlog-proof` of the entry at this index; `salt` opens its commitment. */
  proofFile(index: number, head: SignedHead, salt: Uint8Array): Promise<string>;
  /** Hashes of ranges of the log, for other proofs about it. */
  hashes(ranges: readonly Range[]): Promise<Uint8Array[]>;
}

/** Proves entries of the log as it is sealed now. */
export function prover(db: Database, newest: SignedHead): Prover {
  const tiles = new Map<string, Uint8Array>();
  // Neighbours share most of their way to the root: a node is hashed once, not anew from the leaves of its tile.
  const nodes = new Map<string, Uint8Array>();
  async function load(ranges: readonly Range[]): Promise<HashAt> {
    for (const node of ranges.flatMap(nodesOf)) {
      const { level, n } = tileOf(node);
      if (tiles.has(`${level}/${n}`)) continue;
      const bytes = await readTile(db, { level, n, width: widthAt(newest.size, level, n) });
      if (!bytes) throw new Error("a tile of the sealed log is missing");
      tiles.set(`${level}/${n}`, bytes);
    }
    return (node) => {
      const name = `${node.level}/${node.index}`;
      const known = nodes.get(name);
      if (known) return known;
      const { level, n } = tileOf(node);
      const hash = hashInTile(node, tiles.get(`${level}/${n}`) as Uint8Array);
      nodes.set(name, hash);
      return hash;
    };
  }
  async function hashes(ranges: readonly Range[]): Promise<Uint8Array[]> {
    const hashAt = await load(ranges);
    return ranges.map((range) => rangeHash(range, hashAt));
  }
  return {
    hashes,
    async proofFile(index, head, salt) {
      const proof = await hashes(inclusionRanges(index, head.size));
      return proofFileText({ extra: salt, index, proof, checkpoint: head.note });
    },
  };
}

/** Leaf (base64url) → index of its entry; one that the log does not have is absent. */
export async function readIndices({ read }: Database, leaves: readonly string[]): Promise<Map<string, number>> {
  const bytes = leaves.flatMap((leaf) => unbase64url(leaf) ?? []);
  if (bytes.length === 0) return new Map();
  const rows = await read
    .select({ seq: logEntry.seq, leaf: logEntry.leaf })
    .from(logEntry)
    .where(inArray(logEntry.leaf, bytes));
  return new Map(rows.map(({ seq, leaf }) => [base64url(leaf), seq - 1]));
}
