/**
 * The codewords of a QR code (ISO/IEC 18004, byte mode, error correction level M): data, padding, Reed-Solomon codewords over
 * GF(256) with the polynomial 0x11D, in the order in which they are drawn. Versions 1 to 20, which hold up to 666 bytes.
 */

/** Per version: error correction codewords of a block, and how many blocks (ISO/IEC 18004 table 9, level M). */
const PER_BLOCK = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
const MOST = PER_BLOCK.length - 1;

const at = (table: readonly number[], version: number): number => table[version] ?? 0;

/** Modules of a version that carry codewords: all but patterns, format and version. */
function rawModules(version: number): number {
  const aligned = Math.floor(version / 7) + 2;
  const all = (16 * version + 128) * version + 64;
  if (version === 1) return all;
  return all - ((25 * aligned - 10) * aligned - 55) - (version >= 7 ? 36 : 0);
}

const codewordsOf = (version: number): number => Math.floor(rawModules(version) / 8);
const dataOf = (version: number): number => codewordsOf(version) - at(PER_BLOCK, version) * at(BLOCKS, version);
const lengthBits = (version: number): number => (version < 10 ? 8 : 16);

/** The smallest version that holds so many bytes. Throws where none does. */
export function versionFor(bytes: number): number {
  for (let version = 1; version <= MOST; version++)
    if (4 + lengthBits(version) + 8 * bytes <= 8 * dataOf(version)) return version;
  throw new Error("too long for a QR code of ours");
}

/** Every codeword of the symbol, data and correction interleaved. */
export function codewords(text: Uint8Array, version: number): Uint8Array {
  const data = padded(text, version);
  const count = at(BLOCKS, version);
  const correction = at(PER_BLOCK, version);
  const shorter = count - (codewordsOf(version) % count);
  const shortLength = Math.floor(codewordsOf(version) / count) - correction;
  const blocks: { data: Uint8Array; correction: Uint8Array }[] = [];
  for (let from = 0, i = 0; i < count; i++) {
    const to = from + shortLength + (i < shorter ? 0 : 1);
    const part = data.subarray(from, to);
    blocks.push({ data: part, correction: remainder(part, correction) });
    from = to;
  }
  const out: number[] = [];
  for (let i = 0; i <= shortLength; i++)
    for (const block of blocks) if (i < block.data.length) out.push(block.data[i] ?? 0);
  for (let i = 0; i < correction; i++) for (const block of blocks) out.push(block.correction[i] ?? 0);
  return Uint8Array.from(out);
}

/** Mode, length, bytes, terminator and the standard's padding, 0xEC and 0x11 in turn. */
function padded(text: Uint8Array, version: number): Uint8Array {
  const size = dataOf(version);
  const bits: number[] = [];
  const put = (value: number, width: number) => {
    for (let i = width - 1; i >= 0; i--) bits.push((value >>> i) & 1);
  };
  put(0b0100, 4);
  put(text.length, lengthBits(version));
  for (const byte of text) put(byte, 8);
  put(0, Math.min(4, 8 * size - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < 8 * size; pad ^= 0xec ^ 0x11) put(pad, 8);
  const out = new Uint8Array(size);
  bits.forEach((bit, i) => {
    out[i >>> 3] = (out[i >>> 3] ?? 0) | (bit << (7 - (i & 7)));
  });
  return out;
}

function times(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> i) & 1) * a;
  }
  return product;
}

/** Correction codewords: the remainder of the data by the generator with the roots 2^0 … 2^(n−1). */
function remainder(data: Uint8Array, n: number): Uint8Array {
  const generator = new Uint8Array(n);
  generator[n - 1] = 1;
  for (let i = 0, root = 1; i < n; i++, root = times(root, 2))
    for (let j = 0; j < n; j++)
      generator[j] = times(generator[j] ?? 0, root) ^ (j + 1 < n ? (generator[j + 1] ?? 0) : 0);
  const rest = new Uint8Array(n);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest.copyWithin(0, 1);
    rest[n - 1] = 0;
    for (let j = 0; j < n; j++) rest[j] = (rest[j] ?? 0) ^ times(generator[j] ?? 0, factor);
  }
  return rest;
}
