/** Trees, tiles and short proofs agree with a tree written straight from the definition, for every size up to 300 and at tile borders. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_EDGE, grow, rootOfEdge } from "../../../src/domain/proof-log/rules/edge.ts";
import {
  consistencyProof,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
} from "../../../src/domain/proof-log/rules/proofs.ts";
import { hashInTile, tileOf, tilesOf } from "../../../src/domain/proof-log/rules/tile.ts";
import { EMPTY_ROOT, type HashAt, leafHash, nodeHash, rootOf } from "../../../src/domain/proof-log/rules/tree.ts";
import { concat, hex } from "../../../src/platform/encoding.ts";

const leaves = Array.from({ length: 70_000 }, (_, i) => leafHash(Uint8Array.of(i & 255, (i >> 8) & 255, i >> 16)));

/** MTH of RFC 6962 section 2.1, word for word. */
function mth(start: number, end: number): Uint8Array {
  if (end === start) return EMPTY_ROOT;
  if (end - start === 1) return leaves[start] as Uint8Array;
  let k = 1;
  while (k * 2 < end - start) k *= 2;
  return nodeHash(mth(start, start + k), mth(start + k, end));
}
const hashAt: HashAt = ({ level, index }) => mth(index * 2 ** level, (index + 1) * 2 ** level);

test("root, inclusion of every leaf and the right edge are right for every size up to 300", () => {
  for (let size = 0; size <= 300; size++) {
    const root = mth(0, size);
    expect(hex(rootOf(leaves.slice(0, size)))).toBe(hex(root));
    expect(hex(rootOfEdge(grow(EMPTY_EDGE, leaves.slice(0, size)).edge))).toBe(hex(root));
  }
  const memo = new Map<string, Uint8Array>();
  const known: HashAt = (node) => {
    const name = `${node.level}/${node.index}`;
    const hash = memo.get(name) ?? hashAt(node);
    memo.set(name, hash);
    return hash;
  };
  for (let size = 1; size <= 300; size++) {
    const root = mth(0, size);
    for (let index = 0; index < size; index++) {
      const proof = inclusionProof(index, size, known);
      if (!verifyInclusion({ index, size, leaf: leaves[index] as Uint8Array, root }, proof))
        throw new Error(`leaf ${index} of ${size}`);
    }
  }
}, 60_000);

test("every pair of sizes up to 100 is proved consistent, and a changed past is not", () => {
  const roots = Array.from({ length: 101 }, (_, size) => mth(0, size));
  for (let n = 1; n <= 100; n++)
    for (let m = 1; m <= n; m++) {
      const proof = consistencyProof(m, n, hashAt);
      const newer = { size: n, root: roots[n] as Uint8Array };
      if (!verifyConsistency({ size: m, root: roots[m] as Uint8Array }, newer, proof)) throw new Error(`${m} to ${n}`);
      if (verifyConsistency({ size: m, root: EMPTY_ROOT }, newer, proof)) throw new Error(`forged ${m} to ${n}`);
    }
}, 60_000);

test("growing in any steps gives the same edge, and tiles give the hashes for proofs in any tree up to 70,000", () => {
  const whole = grow(EMPTY_EDGE, leaves);
  const tiles = new Map(whole.tiles.map((t) => [`${t.level}/${t.n}`, t.hashes]));
  tiles.set("0/273", concat(...leaves.slice(273 * 256)));
  for (const { level, n, width } of tilesOf(leaves.length))
    expect(tiles.get(`${level}/${n}`)?.length, `tile ${level}/${n}`).toBe(width * 32);
  const fromTiles: HashAt = (node) => {
    const { level, n } = tileOf(node);
    return hashInTile(node, tiles.get(`${level}/${n}`) as Uint8Array);
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70_000 }), fc.nat(), fc.nat(), (size, a, b) => {
      const root = rootOf(leaves.slice(0, size));
      const index = a % size;
      const proof = inclusionProof(index, size, fromTiles);
      expect(verifyInclusion({ index, size, leaf: leaves[index] as Uint8Array, root }, proof)).toBe(true);
      const m = 1 + (b % size);
      const older = { size: m, root: rootOf(leaves.slice(0, m)) };
      expect(verifyConsistency(older, { size, root }, consistencyProof(m, size, fromTiles))).toBe(true);
      const parts = grow(grow(EMPTY_EDGE, leaves.slice(0, m)).edge, leaves.slice(m, size));
      expect(hex(rootOfEdge(parts.edge))).toBe(hex(root));
    }),
    { numRuns: 25 },
  );
}, 120_000);
