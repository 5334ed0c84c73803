/**
 * The one form of ZIP that we write and read (PKWARE APPNOTE 6.3.10, a small part of it): files stored as they are, in
 * order, dated 1980-01-01 00:00, names in ASCII, no extra fields, no comments, nothing between or after. So the same
 * files always give the same bytes, on every machine, and a reader can compare instead of interpreting.
 *
 *     local header (30) ‖ name ‖ bytes, for each file
 *     directory entry (46) ‖ name, for each file
 *     end (22); before it the ZIP64 end (56) and its locator (20), only from 65,535 files on
 */

export interface Listed {
  name: string;
  crc: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
}

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
/** Version 1.0: stored files; 4.5: ZIP64. */
const VERSION = 10;
const VERSION64 = 45;
/** 1980-01-01 as MS-DOS writes days. */
export const DAY_ZERO = 0x0021;
const MANY = 0xffff;
/** Sizes and offsets are 32 bits wide. */
export const MAX_SIZE = 0xffff_ffff - 1;

export function localHeader({ name, crc, size }: Omit<Listed, "offset">): Uint8Array {
  const { bytes, view } = header(30, name);
  view.setUint32(0, LOCAL, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(12, DAY_ZERO, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, size, true);
  view.setUint32(22, size, true);
  view.setUint16(26, name.length, true);
  return bytes;
}

/** Directory and end for the files listed, which end where it begins, at `start`. */
export function directory(files: readonly Listed[], start: number): Uint8Array[] {
  const parts = files.map(({ name, crc, size, offset }) => {
    const { bytes, view } = header(46, name);
    view.setUint32(0, CENTRAL, true);
    view.setUint16(4, VERSION, true);
    view.setUint16(6, VERSION, true);
    view.setUint16(14, DAY_ZERO, true);
    view.setUint32(16, crc, true);
    view.setUint32(20, size, true);
    view.setUint32(24, size, true);
    view.setUint16(28, name.length, true);
    view.setUint32(42, offset, true);
    return bytes;
  });
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (start + length > MAX_SIZE) throw new Error("a bundle of 4 GiB or more is not written");
  return [...parts, ...end({ count: files.length, start, length })];
}

function end({ count, start, length }: { count: number; start: number; length: number }): Uint8Array[] {
  const { bytes: last, view } = header(22, "");
  view.setUint32(0, END, true);
  view.setUint16(8, Math.min(count, MANY), true);
  view.setUint16(10, Math.min(count, MANY), true);
  view.setUint32(12, length, true);
  view.setUint32(16, start, true);
  if (count < MANY) return [last];
  const { bytes: end64, view: wide } = header(56, "");
  wide.setUint32(0, END64, true);
  wide.setBigUint64(4, 44n, true);
  wide.setUint16(12, VERSION64, true);
  wide.setUint16(14, VERSION64, true);
  wide.setBigUint64(24, BigInt(count), true);
  wide.setBigUint64(32, BigInt(count), true);
  wide.setBigUint64(40, BigInt(length), true);
  wide.setBigUint64(48, BigInt(start), true);
  const { bytes: locator, view: where } = header(20, "");
  where.setUint32(0, LOCATOR64, true);
  where.setBigUint64(8, BigInt(start + length), true);
  where.setUint32(16, 1, true);
  return [end64, locator, last];
}

function header(length: number, name: string) {
  const bytes = new Uint8Array(length + name.length);
  for (let i = 0; i < name.length; i++) bytes[length + i] = name.charCodeAt(i);
  return { bytes, view: new DataView(bytes.buffer) };
}
