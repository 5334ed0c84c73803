/**
 * The hashing of the log (RFC 6962 section 2.1, RFC 9162 section 2.1): SHA-256 with a prefix byte that keeps leaves and
 * nodes apart. A tree of n leaves is split at the largest power of two below n, so everything but its right edge
 * consists of complete subtrees that never change.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { concat } from "../../../platform/encoding.ts";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Root of the tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array(0));

/** Leaf hash of an entry, SHA-256(0x00 ‖ entry). */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(concat(LEAF, entry));
}

/** Hash of an inner node, SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concat(NODE, left, right));
}

/** Roots of the complete subtrees over leaf hashes in order, the smallest (rightmost) first. One hash per level is kept. */
export function peaksOf(leaves: Iterable<Uint8Array>): Uint8Array[] {
  const peaks: (Uint8Array | undefined)[] = [];
  for (const leaf of leaves) {
    let hash = leaf;
    let level = 0;
    for (; peaks[level]; level++) {
      hash = nodeHash(peaks[level] as Uint8Array, hash);
      peaks[level] = undefined;
    }
    peaks[level] = hash;
  }
  return peaks.filter((peak) => peak !== undefined);
}

/** Root over peaks, the smallest first; the root of nothing if there are none. */
export function rootOfPeaks([smallest, ...larger]: Uint8Array[]): Uint8Array {
  return smallest ? larger.reduce((right, left) => nodeHash(left, right), smallest) : EMPTY_ROOT;
}

/** Root over leaf hashes in order. */
export function rootOf(leaves: Iterable<Uint8Array>): Uint8Array {
  return rootOfPeaks(peaksOf(leaves));
}

/** A complete subtree: `2 ** level` leaves, the first of them at `index * 2 ** level`. */
export interface Node {
  level: number;
  index: number;
}
/** Gives the hash of a complete subtree of the log. */
export type HashAt = (node: Node) => Uint8Array;

/** Leaves from `start` up to but not with `end`, as they stand in the tree: `start` is a multiple of the range's first subtree. */
export interface Range {
  start: number;
  end: number;
}

/** Largest power of two below n (n > 1): where RFC 6962 splits a tree of n leaves. */
export function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The complete subtrees that make up a range, the largest (leftmost) first. */
export function nodesOf({ start, end }: Range): Node[] {
  const nodes: Node[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    for (let size = 2; at % size === 0 && at + size <= end; size *= 2) level++;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** Hash of a range, MTH(D[start:end]). */
export function rangeHash(range: Range, hashAt: HashAt): Uint8Array {
  return rootOfPeaks(nodesOf(range).map(hashAt).reverse());
}
