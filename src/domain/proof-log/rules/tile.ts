/**
 * Tiles: the log as static files (C2SP tlog-tiles). A tile holds up to 256 hashes; level 0 are leaf hashes, each hash of
 * a higher level is the root of one full tile below. Partial tiles stand only at the right edge.
 *
 *     tile/0/x001/x234/067         tile/1/003.p/17         tile/entries/000.p/5
 */
import { concat } from "../../../platform/encoding.ts";
import { type Node, rootOf } from "./tree.ts";

export const TILE_WIDTH = 256;
const MAX_LEVEL = 63;

/** A tile by name: `width` hashes (256 if full) of a level, or of entries. */
export interface TileName {
  level: number | "entries";
  n: number;
  width: number;
}

/** Path of a tile or entry bundle under the log's prefix. */
export function tilePath({ level, n, width }: TileName): string {
  const groups = [];
  for (let rest = n; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(String(rest % 1000).padStart(3, "0"));
  const index = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${level}/${index}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

/** Reads a path strictly: undefined unless it is exactly what `tilePath` writes. */
export function readTilePath(path: string): TileName | undefined {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!match) return undefined;
  const [, where, index, part] = match as unknown as [string, string, string, string | undefined];
  const level = where === "entries" ? "entries" : Number(where);
  const n = Number(index.replace(/[x/]/g, ""));
  const width = part === undefined ? TILE_WIDTH : Number(part);
  const tile: TileName = { level, n, width };
  if ((level !== "entries" && level > MAX_LEVEL) || width < 1 || (part !== undefined && width >= TILE_WIDTH))
    return undefined;
  return tilePath(tile) === path ? tile : undefined;
}

/** Hashes that the tile `n` of a level holds in a tree of `size`: 0 (there is none) to 256 (full). */
export function widthAt(size: number, level: number, n: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.min(Math.max(hashes - n * TILE_WIDTH, 0), TILE_WIDTH);
}

/** All tiles of a tree of `size`, level by level, each level from the left. */
export function* tilesOf(size: number): Generator<TileName & { level: number }> {
  for (let level = 0; Math.floor(size / TILE_WIDTH ** level) > 0; level++)
    for (let n = 0; widthAt(size, level, n) > 0; n++) yield { level, n, width: widthAt(size, level, n) };
}

/** The tile that a complete subtree is computed from, and its first hash and number of hashes there. */
export function tileOf({ level, index }: Node): { level: number; n: number; first: number; count: number } {
  const count = 2 ** (level % 8);
  const at = index * count;
  return { level: Math.floor(level / 8), n: Math.floor(at / TILE_WIDTH), first: at % TILE_WIDTH, count };
}

/** Hash of a complete subtree from the bytes of the tile that `tileOf` names. Throws if the tile is too short. */
export function hashInTile(node: Node, hashes: Uint8Array): Uint8Array {
  const { first, count } = tileOf(node);
  if (hashes.length < (first + count) * 32) throw new Error("the tile does not reach that far");
  return rootOf(hashesOf(hashes.subarray(first * 32, (first + count) * 32)));
}

/** The hashes of a tile. */
export function hashesOf(tile: Uint8Array): Uint8Array[] {
  return Array.from({ length: tile.length / 32 }, (_, i) => tile.slice(i * 32, i * 32 + 32));
}

/** An entry bundle: each entry with its length before it as a big-endian uint16. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concat(
    ...entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new Error("an entry is longer than 65,535 bytes");
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** The entries of a bundle; undefined unless it is made of whole entries. */
export function readBundle(bundle: Uint8Array): Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    if (at + 2 > bundle.length) return undefined;
    const end = at + 2 + (bundle[at] as number) * 256 + (bundle[at + 1] as number);
    if (end > bundle.length) return undefined;
    entries.push(bundle.slice(at + 2, end));
    at = end;
  }
  return entries;
}
