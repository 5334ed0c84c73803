/**
 * The hashing of the log (RFC 6962 section 2.1, RFC 9162 section 2.1): SHA-256 with a prefix byte that keeps leaves and
 * nodes apart.
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

/** Root over leaf hashes in order. Takes them one by one and keeps one hash per level. */
export function rootOf(leaves: Iterable<Uint8Array>): Uint8Array {
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
  const [lowest, ...higher] = peaks.filter((peak) => peak !== undefined);
  return lowest ? higher.reduce((right, left) => nodeHash(left, right), lowest) : EMPTY_ROOT;
}
