/**
 * A QR code as modules, dark or light (ISO/IEC 18004 sections 6.3 to 6.10): patterns, format and version, codewords in zigzag,
 * and the mask with the fewest penalty points.
 */
import { utf8 } from "../../platform/encoding.ts";
import { codewords, versionFor } from "./blocks.ts";

/** Rows of modules, dark is true, without the quiet zone. */
export type Modules = readonly (readonly boolean[])[];

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The code of a text, error correction level M. Throws if it is longer than 666 bytes. */
export function qrModules(text: string): Modules {
  const bytes = utf8(text);
  const version = versionFor(bytes.length);
  const drawn = MASKS.map((_, mask) => draw(codewords(bytes, version), version, mask));
  return drawn.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

function draw(words: Uint8Array, version: number, mask: number): boolean[][] {
  const size = 17 + 4 * version;
  const dark = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const fixed = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const set = (x: number, y: number, on: boolean) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    (dark[y] as boolean[])[x] = on;
    (fixed[y] as boolean[])[x] = true;
  };

  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    for (let dy = -4; dy <= 4; dy++)
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
      }
  const places = alignment(version, size);
  const last = places.length - 1;
  places.forEach((cy, i) => {
    places.forEach((cx, j) => {
      // Where a finder stands there is none.
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return;
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    });
  });
  format(set, size, mask);
  if (version >= 7) versionBits(set, size, version);

  let n = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (fixed[y]?.[x]) continue;
        const bit = ((words[n >>> 3] ?? 0) >>> (7 - (n & 7))) & 1;
        n++;
        (dark[y] as boolean[])[x] = (bit === 1) !== (MASKS[mask]?.(x, y) ?? false);
      }
  }
  return dark;
}

/** Centres of alignment patterns along one side (annex E). */
function alignment(version: number, size: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((4 * version + 4) / (2 * count - 2)) * 2;
  const places = Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step);
  return [6, ...places.reverse()];
}

/** Level M and the mask, with their BCH code (15, 5), twice; and the dark module. */
function format(set: (x: number, y: number, on: boolean) => void, size: number, mask: number): void {
  let rest = mask;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const bit = (i: number) => ((bits >>> i) & 1) === 1;
  for (let i = 0; i <= 5; i++) set(8, i, bit(i));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let i = 9; i < 15; i++) set(14 - i, 8, bit(i));
  for (let i = 0; i < 8; i++) set(size - 1 - i, 8, bit(i));
  for (let i = 8; i < 15; i++) set(8, size - 15 + i, bit(i));
  set(8, size - 8, true);
}

/** The version with its BCH code (18, 6), twice. */
function versionBits(set: (x: number, y: number, on: boolean) => void, size: number, version: number): void {
  let rest = version;
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let i = 0; i < 18; i++) {
    const on = ((bits >>> i) & 1) === 1;
    const a = size - 11 + (i % 3);
    const b = Math.floor(i / 3);
    set(a, b, on);
    set(b, a, on);
  }
}

/** Points for what readers stumble over (section 7.8.3): runs, blocks, look-alikes of a finder, too much of one shade. */
function penalty(dark: boolean[][]): number {
  const size = dark.length;
  const lines = [...dark, ...dark.map((_, x) => dark.map((row) => row[x] ?? false))].map((line) =>
    line.map((on) => (on ? "1" : "0")).join(""),
  );
  let points = 0;
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) points += run.length - 2;
    for (const finder of ["00001011101", "10111010000"])
      for (let i = line.indexOf(finder); i >= 0; i = line.indexOf(finder, i + 1)) points += 40;
  }
  let on = 0;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const here = dark[y]?.[x];
      if (here) on++;
      if (
        x + 1 < size &&
        y + 1 < size &&
        [dark[y]?.[x + 1], dark[y + 1]?.[x], dark[y + 1]?.[x + 1]].every((o) => o === here)
      )
        points += 3;
    }
  return points + 10 * Math.floor(Math.abs((20 * on) / (size * size) - 10));
}
