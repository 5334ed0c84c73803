/**
 * Quoted-printable (RFC 2045 §6.7): line breaks as CRLF, no line over 76 characters. No space stands at the end of a line or
 * beside another, so that whoever tidies space on the way changes nothing, and DKIM has nothing to tidy (dkim.ts).
 */
const SPACE = 32;
/** 1: stands for itself. 2: does so between two others. 0: is encoded. */
const KIND = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === SPACE ? 2 : byte > SPACE && byte < 127 && byte !== 61 ? 1 : 0,
);
const HEX = Buffer.from("0123456789ABCDEF");
const LF = 10;
const CR = 13;
const EQUALS = 61;
/** Longest line before a soft break: with its `=` it has 76. */
const WIDTH = 75;

/** Room that these bytes need at most: 25 of the worst make 75 characters and a soft break of 3. */
export const roomFor = (bytes: Buffer) => Math.ceil(bytes.length * 3.12) + 3;

/** Encodes a text by itself. */
export function quotedPrintable(text: string): Buffer {
  const bytes = Buffer.from(text);
  const out = Buffer.allocUnsafe(roomFor(bytes));
  return Buffer.from(out.subarray(0, encode(bytes, out, 0)));
}

/** Writes the bytes of a text into `out` from this place on, where there is room for it; gives the place after it. */
export function encode(bytes: Buffer, out: Buffer, from: number): number {
  let at = from;
  let column = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    const kind = KIND[byte];
    if (kind === 1 && column < WIDTH) {
      out[at++] = byte;
      column++;
      continue;
    }
    const next = bytes[i + 1];
    if (byte === CR || byte === LF) {
      if (byte === CR && next === LF) i++;
      out[at++] = CR;
      out[at++] = LF;
      column = 0;
      continue;
    }
    const plain = kind === 1 || (kind === 2 && next !== undefined && next > SPACE);
    if (column + (plain ? 1 : 3) > WIDTH) {
      out[at++] = EQUALS;
      out[at++] = CR;
      out[at++] = LF;
      column = 0;
    }
    if (plain) {
      out[at++] = byte;
      column++;
    } else {
      out[at++] = EQUALS;
      out[at++] = HEX[byte >> 4] as number;
      out[at++] = HEX[byte & 15] as number;
      column += 3;
    }
  }
  return at;
}
