/** Reading bytes that somebody else wrote: every read is inside, or says so. Pure. */
export class Short extends Error {}

export const at = (bytes: Uint8Array, i: number): number => {
  const byte = bytes[i];
  if (byte === undefined) throw new Short("the file ends too early");
  return byte;
};
export const u16 = (b: Uint8Array, i: number): number => at(b, i) * 256 + at(b, i + 1);
export const u16le = (b: Uint8Array, i: number): number => at(b, i) + at(b, i + 1) * 256;
export const u32 = (b: Uint8Array, i: number): number => u16(b, i) * 65_536 + u16(b, i + 2);
export const u32le = (b: Uint8Array, i: number): number => u16le(b, i) + u16le(b, i + 2) * 65_536;
export const ascii = (b: Uint8Array, i: number, n: number): string => String.fromCharCode(...b.subarray(i, i + n));

/** One after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    out.set(part, place);
    place += part.length;
  }
  return out;
}
