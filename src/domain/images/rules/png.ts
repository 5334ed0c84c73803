/** PNG (W3C PNG 3rd edition, section 5): the chunks that make the picture are kept, notes (text, time, Exif, XMP) are not. */
import { ascii, at, joined, u32 } from "./bytes.ts";
import type { Picture } from "./kind.ts";

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const KEPT = new Set("IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT pHYs bKGD hIST acTL fcTL fdAT".split(" "));

/** Undefined if it is no PNG. Throws `Short` if it ends too early. */
export function readPng(bytes: Uint8Array): Picture | undefined {
  if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) return undefined;
  const parts = [bytes.subarray(0, 8)];
  let size: { width: number; height: number } | undefined;
  let data = false;
  for (let place = 8; ; ) {
    const length = u32(bytes, place);
    const name = ascii(bytes, place + 4, 4);
    const end = place + 12 + length;
    at(bytes, end - 1);
    if (!size) {
      if (name !== "IHDR" || length !== 13) return undefined;
      size = { width: u32(bytes, place + 8), height: u32(bytes, place + 12) };
      if (size.width === 0 || size.height === 0) return undefined;
    }
    if (name === "IDAT") data = true;
    if (KEPT.has(name)) parts.push(bytes.subarray(place, end));
    place = end;
    if (name === "IEND") break;
  }
  return data && size ? { type: "png", ...size, bytes: joined(parts) } : undefined;
}
