/**
 * The right edge of the tree: all that is needed to go on. `edge[l]` are the hashes of the partial tile on level l, at
 * most 255 each, so a log of any length fits in a few kilobytes. Growing is a pure function of the leaves: whoever
 * grows the same log to the same size gets the same tiles and the same root.
 */
import { concat } from "../../../platform/encoding.ts";
import { TILE_WIDTH } from "./tile.ts";
import { peaksOf, rootOf, rootOfPeaks } from "./tree.ts";

export interface Edge {
  size: number;
  levels: Uint8Array[][];
}

export const EMPTY_EDGE: Edge = { size: 0, levels: [] };

/** The hashes of a tile as far as they are known; fewer than 256 while it stands at the edge. */
export interface Tile {
  level: number;
  n: number;
  hashes: Uint8Array;
}

/** Appends leaves. Gives the new edge and the tiles to keep: full ones of level 0, and every changed one above. */
export function grow(edge: Edge, leaves: readonly Uint8Array[]): { edge: Edge; tiles: Tile[] } {
  const levels = edge.levels.map((hashes) => [...hashes]);
  const tiles: Tile[] = [];
  const counts = levels.map((_, level) => Math.floor(edge.size / TILE_WIDTH ** level));
  const changed = new Set<number>();
  const add = (level: number, hash: Uint8Array) => {
    const hashes = levels[level] ?? [];
    levels[level] = hashes;
    hashes.push(hash);
    counts[level] = (counts[level] ?? 0) + 1;
    changed.add(level);
    if (hashes.length < TILE_WIDTH) return;
    tiles.push({ level, n: counts[level] / TILE_WIDTH - 1, hashes: concat(...hashes) });
    levels[level] = [];
    changed.delete(level);
    add(level + 1, rootOf(hashes));
  };
  for (const leaf of leaves) add(0, leaf);
  for (const level of changed)
    if (level > 0)
      tiles.push({
        level,
        n: Math.floor((counts[level] as number) / TILE_WIDTH),
        hashes: concat(...(levels[level] as Uint8Array[])),
      });
  return { edge: { size: edge.size + leaves.length, levels }, tiles };
}

/** Root of the tree with this edge. */
export function rootOfEdge(edge: Edge): Uint8Array {
  return rootOfPeaks(edge.levels.flatMap((hashes) => peaksOf(hashes)));
}
