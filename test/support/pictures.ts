/** Small pictures made byte by byte, with what cameras and programs write into them. */
import { crc32, deflateSync } from "node:zlib";

const text = (s: string) => new TextEncoder().encode(s);
const join = (...parts: (Uint8Array | readonly number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const be32 = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const be16 = (n: number) => [(n >>> 8) & 255, n & 255];
const le16 = (n: number) => [n & 255, (n >>> 8) & 255];

export const chunk = (name: string, data: Uint8Array | readonly number[]): Uint8Array => {
  const body = join(text(name), data);
  return join(be32(data.length), body, be32(crc32(body)));
};

/** A PNG of one colour, with more chunks before its data. */
export function png(
  width: number,
  height: number,
  { more = [], colour = [30, 69, 119] }: { more?: Uint8Array[]; colour?: number[] } = {},
): Uint8Array {
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return join(
    [137, 80, 78, 71, 13, 10, 26, 10],
    chunk("IHDR", [...be32(width), ...be32(height), 8, 2, 0, 0, 0]),
    ...more,
    chunk("IDAT", data),
    chunk("IEND", []),
  );
}

export const segment = (marker: number, data: Uint8Array | readonly number[]): Uint8Array =>
  join([0xff, marker], be16(data.length + 2), data);

/** Exif of a telephone: which way up, and the place where the picture was taken. */
export function exif({ up = 1, order = "MM", place = "56.9496N 24.1052E" } = {}): Uint8Array {
  const n16 = order === "MM" ? be16 : le16;
  const n32 = (n: number) => (order === "MM" ? be32(n) : [...le16(n & 65535), ...le16(n >>> 16)]);
  const entry = (tag: number, type: number, count: number, value: number[]) => [
    ...n16(tag),
    ...n16(type),
    ...n32(count),
    ...value,
  ];
  const entries = [
    entry(0x010f, 2, place.length, n32(50)),
    entry(0x0112, 3, 1, [...n16(up), 0, 0]),
    entry(0x8825, 4, 1, n32(50)),
  ];
  const tiff = [...text(order), ...n16(42), ...n32(8), ...n16(entries.length), ...entries.flat(), ...n32(0)];
  return join(text("Exif\0\0"), tiff, text(place));
}

/** The frame of a JPEG; what its scan holds is no picture, but nothing that reads a size cares. */
export function jpeg(
  width: number,
  height: number,
  more: Uint8Array[] = [],
  after: Uint8Array = new Uint8Array(),
): Uint8Array {
  return join(
    [0xff, 0xd8],
    segment(0xe0, [...text("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...more,
    segment(0xdb, Array(65).fill(1)),
    segment(0xc0, [8, ...be16(height), ...be16(width), 1, 1, 0x11, 0]),
    segment(0xc4, Array(19).fill(0)),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    [1, 2, 0xff, 0, 3, 0xff, 0xd3, 4],
    [0xff, 0xd9],
    after,
  );
}

/** A GIF with a comment and a note of a program in it. */
export function gif(width: number, height: number, { notes = true } = {}): Uint8Array {
  const said = (s: string) => [s.length, ...text(s)];
  return join(
    text("GIF89a"),
    [...le16(width), ...le16(height), 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    [0x21, 0xff, ...said("NETSCAPE2.0"), 3, 1, 0, 0, 0],
    notes ? [0x21, 0xfe, ...said("Anna Paraudziņa".normalize("NFD").replace(/[^ -~]/g, "")), 0] : [],
    notes ? [0x21, 0xff, ...said("XMP DataXMP"), ...said("secret"), 0] : [],
    [0x21, 0xf9, 4, 0, 10, 0, 0, 0],
    [0x2c, 0, 0, 0, 0, ...le16(width), ...le16(height), 0, 2, 2, 0x44, 0x01, 0],
    [0x3b],
  );
}
