/** QR codes, read back by a reader of its own that goes by ISO/IEC 18004 and shares no code with the writer. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Modules, qrModules } from "../../../src/http/qr/matrix.ts";

/** Format information of level M with masks 0 to 7 (ISO/IEC 18004 table C.1). */
const FORMAT_M = [
  "101010000010010",
  "101000100100101",
  "101111001111100",
  "101101101001011",
  "100010111111001",
  "100000011001110",
  "100111110010111",
  "100101010100000",
];
/** Centres of alignment patterns (table E.1), codewords of all blocks, blocks, data codewords (table 9, level M). */
const VERSIONS: Record<number, { centres: number[]; total: number; blocks: number; data: number }> = {
  1: { centres: [], total: 26, blocks: 1, data: 16 },
  2: { centres: [6, 18], total: 44, blocks: 1, data: 28 },
  5: { centres: [6, 30], total: 134, blocks: 2, data: 86 },
  7: { centres: [6, 22, 38], total: 196, blocks: 4, data: 124 },
  8: { centres: [6, 24, 42], total: 242, blocks: 4, data: 154 },
  9: { centres: [6, 26, 46], total: 292, blocks: 5, data: 182 },
  10: { centres: [6, 28, 50], total: 346, blocks: 5, data: 216 },
  14: { centres: [6, 26, 46, 66], total: 581, blocks: 9, data: 365 },
};
/** Version information of versions 7 to 10 and 14 (table D.1). */
const VERSION_BITS: Record<number, string> = {
  7: "000111110010010100",
  8: "001000010110111100",
  9: "001001101010011001",
  10: "001010010011010011",
  14: "001110011000001101",
};

const on = (m: Modules, row: number, column: number) => (m[row]?.[column] ? "1" : "0");

function maskOf(m: Modules): number {
  const row8 = [0, 1, 2, 3, 4, 5, 7, 8].map((c) => on(m, 8, c)).join("");
  const column8 = [7, 5, 4, 3, 2, 1, 0].map((r) => on(m, r, 8)).join("");
  const size = m.length;
  const below = [1, 2, 3, 4, 5, 6, 7].map((i) => on(m, size - i, 8)).join("");
  const right = [8, 7, 6, 5, 4, 3, 2, 1].map((i) => on(m, 8, size - i)).join("");
  expect(below + right).toBe(row8 + column8);
  return FORMAT_M.indexOf(row8 + column8);
}

const inverted: ((i: number, j: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => ((i >> 1) + Math.trunc(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i * j) % 3) + ((i + j) % 2)) % 2 === 0,
];

/** Powers of 2 in GF(256) with 0x11D. */
const POWER: number[] = [1];
for (let i = 1; i < 255; i++)
  POWER.push((((POWER[i - 1] as number) << 1) ^ ((POWER[i - 1] as number) > 127 ? 0x11d : 0)) & 0xff);
const LOG = new Map(POWER.map((value, i) => [value, i]));
const multiply = (a: number, b: number) =>
  a === 0 || b === 0 ? 0 : (POWER[((LOG.get(a) as number) + (LOG.get(b) as number)) % 255] as number);

/** The text of a code. Fails where patterns, format, version or any correction codeword are not as the standard says. */
function read(m: Modules): string {
  const size = m.length;
  const version = (size - 17) / 4;
  const known = VERSIONS[version];
  if (!known) throw new Error(`no table for version ${version}`);
  const mask = maskOf(m);
  expect(mask).toBeGreaterThanOrEqual(0);
  const taken = (r: number, c: number) => {
    if (r === 6 || c === 6) return true;
    if ((r < 9 && c < 9) || (r < 9 && c >= size - 8) || (r >= size - 8 && c < 9)) return true;
    if (version >= 7 && ((r < 6 && c >= size - 11) || (c < 6 && r >= size - 11))) return true;
    const { centres } = known;
    const last = centres.at(-1);
    return centres.some((cr) =>
      centres.some(
        (cc) =>
          !((cr === 6 && cc === 6) || (cr === 6 && cc === last) || (cr === last && cc === 6)) &&
          Math.abs(r - cr) <= 2 &&
          Math.abs(c - cc) <= 2,
      ),
    );
  };
  if (version >= 7) {
    const bits = Array.from({ length: 18 }, (_, i) => on(m, Math.trunc(i / 3), size - 11 + (i % 3))).reverse();
    expect(bits.join("")).toBe(VERSION_BITS[version]);
  }
  const bits: number[] = [];
  let upward = true;
  for (let c = size - 1; c > 0; c -= 2) {
    if (c === 6) c--;
    for (let k = 0; k < size; k++) {
      const r = upward ? size - 1 - k : k;
      for (const column of [c, c - 1])
        if (!taken(r, column)) bits.push(Number(on(m, r, column)) ^ (inverted[mask]?.(r, column) ? 1 : 0));
    }
    upward = !upward;
  }
  const words = Array.from({ length: known.total }, (_, i) =>
    Number.parseInt(bits.slice(8 * i, 8 * i + 8).join(""), 2),
  );
  const { blocks, data, total } = known;
  const parity = (total - data) / blocks;
  const shorter = blocks - (data % blocks);
  const parts: number[][] = Array.from({ length: blocks }, () => []);
  const tails: number[][] = Array.from({ length: blocks }, () => []);
  let n = 0;
  for (let i = 0; i <= Math.floor(data / blocks); i++)
    for (let b = 0; b < blocks; b++)
      if (i < Math.floor(data / blocks) || (b >= shorter && data % blocks > 0)) parts[b]?.push(words[n++] as number);
  for (let i = 0; i < parity; i++) for (let b = 0; b < blocks; b++) tails[b]?.push(words[n++] as number);
  // Every syndrome of a block that nobody damaged is zero.
  parts.forEach((part, b) => {
    for (let s = 0; s < parity; s++) {
      const value = [...part, ...(tails[b] as number[])].reduce(
        (sum, word) => multiply(sum, POWER[s] as number) ^ word,
        0,
      );
      expect(value).toBe(0);
    }
  });
  const stream = parts
    .flat()
    .flatMap((word) => [...word.toString(2).padStart(8, "0")])
    .join("");
  expect(stream.slice(0, 4)).toBe("0100");
  const width = version < 10 ? 8 : 16;
  const length = Number.parseInt(stream.slice(4, 4 + width), 2);
  const bytes = Array.from({ length }, (_, i) =>
    Number.parseInt(stream.slice(4 + width + 8 * i, 12 + width + 8 * i), 2),
  );
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

it.each([
  [1, "HELLO"],
  [2, "https://m.example"],
  [8, `otpauth://totp/Pieteka:anna%40ministrija.example?secret=${"A2B3".repeat(13)}&issuer=Pieteka&digits=6&period=30`],
  [10, "x".repeat(213)],
  [14, "ā".repeat(181)],
])("a code of version %i reads back", (version, text) => {
  const modules = qrModules(text);
  expect(modules.length).toBe(17 + 4 * version);
  expect(read(modules)).toBe(text);
});

it("any address of a member reads back, in the smallest code that holds it", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 120, maxLength: 152, unit: fc.constantFrom(..."abcXYZ0159%&=/:?.-@") }),
      (text) => {
        expect(read(qrModules(text))).toBe(text);
      },
    ),
    { numRuns: 20 },
  );
});

it("a text that no code of ours holds is refused, not cut", () => {
  expect(() => qrModules("x".repeat(667))).toThrow("too long");
});
