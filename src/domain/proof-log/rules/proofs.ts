/**
 * Short proofs about the log (RFC 9162 sections 2.1.3 and 2.1.4). Inclusion: the hashes beside an entry's way to the
 * root. Consistency: the hashes that show that a later tree begins with an earlier one.
 */
import { sameBytes } from "../../../platform/encoding.ts";
import { type HashAt, nodeHash, type Range, rangeHash, split } from "./tree.ts";

/** The ranges whose hashes prove the leaf `index` in a tree of `size`, from the leaf's sibling up. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    throw new Error("no such leaf in a tree of this size");
  const ranges: Range[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + split(end - start);
    ranges.unshift(index < middle ? { start: middle, end } : { start, end: middle });
    if (index < middle) end = middle;
    else start = middle;
  }
  return ranges;
}

/** The inclusion proof of the leaf `index` in a tree of `size`. */
export function inclusionProof(index: number, size: number, hashAt: HashAt): Uint8Array[] {
  return inclusionRanges(index, size).map((range) => rangeHash(range, hashAt));
}

/** Whether `proof` leads from the leaf to the root (RFC 9162 section 2.1.3.2). Never throws. */
export function verifyInclusion(
  claim: { index: number; size: number; leaf: Uint8Array; root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  const { index, size, leaf, root } = claim;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if ([leaf, root, ...proof].some((hash) => hash.length !== 32)) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else hash = nodeHash(hash, sibling);
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && sameBytes(hash, root);
}

/** The ranges whose hashes prove that the tree of `newer` begins with the tree of `older` (0 < older <= newer). */
export function consistencyRanges(older: number, newer: number): Range[] {
  if (!Number.isSafeInteger(older) || !Number.isSafeInteger(newer) || older < 1 || older > newer)
    throw new Error("no consistency proof between these sizes");
  const ranges: Range[] = [];
  let start = 0;
  let end = newer;
  // Walk down to where the older tree ends; whatever lies on the other side of each split belongs to the proof.
  while (end !== older) {
    const middle = start + split(end - start);
    ranges.unshift(older <= middle ? { start: middle, end } : { start, end: middle });
    if (older <= middle) end = middle;
    else start = middle;
  }
  return start === 0 ? ranges : [{ start, end }, ...ranges];
}

/** The consistency proof between two sizes; empty if they are equal. */
export function consistencyProof(older: number, newer: number, hashAt: HashAt): Uint8Array[] {
  return consistencyRanges(older, newer).map((range) => rangeHash(range, hashAt));
}

/**
 * Whether `proof` shows that the newer tree begins with the older one (RFC 9162 section 2.1.4.2). Never throws. An older
 * tree of size 0 proves nothing and is false here: a caller that accepts "from nothing" says so itself.
 */
export function verifyConsistency(
  older: { size: number; root: Uint8Array },
  newer: { size: number; root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(older.size) || !Number.isSafeInteger(newer.size)) return false;
  if (older.size < 1 || older.size > newer.size) return false;
  if ([older.root, newer.root, ...proof].some((hash) => hash.length !== 32)) return false;
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root);
  if (proof.length === 0) return false;

  const path = isPowerOfTwo(older.size) ? [older.root, ...proof] : [...proof];
  let fn = older.size - 1;
  let sn = newer.size - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  const [seed, ...rest] = path as [Uint8Array, ...Uint8Array[]];
  let olderHash = seed;
  let newerHash = seed;
  for (const hash of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      olderHash = nodeHash(hash, olderHash);
      newerHash = nodeHash(hash, newerHash);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else newerHash = nodeHash(newerHash, hash);
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && sameBytes(olderHash, older.root) && sameBytes(newerHash, newer.root);
}

function isPowerOfTwo(n: number): boolean {
  return n === 1 || split(n) * 2 === n;
}
