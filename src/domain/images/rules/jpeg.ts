/**
 * JPEG (ITU-T T.81, Annex B): tables, frames and scans are kept, with the colour profile and which way up the picture is; all
 * other notes go: Exif with place and time, XMP, IPTC, thumbnails, comments, and whatever follows the end of the picture.
 */
import { ascii, at, joined, u16, u16le, u32, u32le } from "./bytes.ts";
import type { Picture } from "./kind.ts";

/** Undefined if it is no JPEG. Throws `Short` if it ends too early. */
export function readJpeg(bytes: Uint8Array): Picture | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return undefined;
  const parts: Uint8Array[] = [];
  let size: { width: number; height: number } | undefined;
  let turned = 1;
  let scans = 0;
  for (let place = 2; ; ) {
    if (at(bytes, place) !== 0xff) return undefined;
    // Any number of fill bytes may stand before a marker.
    while (at(bytes, place + 1) === 0xff) place++;
    const marker = at(bytes, place + 1);
    if (marker === 0xd9) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) || marker === 0x00) return undefined;
    const length = u16(bytes, place + 2);
    const end = place + 2 + length;
    if (length < 2) return undefined;
    at(bytes, end - 1);
    const body = bytes.subarray(place + 4, end);
    if (isFrame(marker)) {
      size ??= { height: u16(body, 1), width: u16(body, 3) };
      if (size.width === 0 || size.height === 0) return undefined;
    }
    if (marker === 0xe1 && ascii(body, 0, 6) === "Exif\0\0") turned = orientation(body.subarray(6)) ?? turned;
    const last = marker === 0xda ? scanEnd(bytes, end) : end;
    if (marker === 0xda) scans++;
    if (isKept(marker, body)) parts.push(bytes.subarray(place, last));
    place = last;
  }
  if (!size || scans === 0) return undefined;
  const shown = turned >= 5 ? { width: size.height, height: size.width } : size;
  const head = Uint8Array.of(0xff, 0xd8);
  const up = turned === 1 ? [] : [upright(turned)];
  return { type: "jpeg", ...shown, bytes: joined([head, ...up, ...parts, Uint8Array.of(0xff, 0xd9)]) };
}

/** SOF0 to SOF15, without DHT, JPG and DAC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** What a picture is decoded from: DHT and DAC, DQT, DNL, DRI, DHP, EXP, and scans. All other markers may hold anything. */
const DECODED = [0xc4, 0xcc, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf];

function isKept(marker: number, body: Uint8Array): boolean {
  if (isFrame(marker) || DECODED.includes(marker)) return true;
  // JFIF says the density, Adobe how colours are coded, ICC which colours they are.
  if (marker === 0xe0) return ascii(body, 0, 5) === "JFIF\0" && body.length === 14;
  if (marker === 0xe2) return ascii(body, 0, 12) === "ICC_PROFILE\0";
  return marker === 0xee && ascii(body, 0, 5) === "Adobe";
}

/** Where the coded picture of a scan ends: at the next marker that is no stuffed zero and no restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let place = from; ; place++) {
    if (at(bytes, place) !== 0xff) continue;
    const next = at(bytes, place + 1);
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return place;
  }
}

/** Which way up, 1 to 8 (Exif 2.32, tag 0x0112 of the first directory); undefined where it does not say. */
function orientation(tiff: Uint8Array): number | undefined {
  const order = ascii(tiff, 0, 2);
  if (order !== "II" && order !== "MM") return undefined;
  const [short, long] = order === "II" ? [u16le, u32le] : [u16, u32];
  if (tiff.length < 14) return undefined;
  const first = long(tiff, 4);
  if (first + 2 > tiff.length) return undefined;
  for (let i = 0, n = short(tiff, first); i < n; i++) {
    const entry = first + 2 + i * 12;
    if (entry + 12 > tiff.length) return undefined;
    if (short(tiff, entry) !== 0x0112) continue;
    const value = short(tiff, entry + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** An Exif segment that says which way up and nothing else. */
function upright(turned: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  return Uint8Array.of(0xff, 0xe1, 0, 2 + exif.length + tiff.length, ...exif, ...tiff);
}
