/**
 * Reads the one form of ZIP that `zip/write.ts` writes, and refuses every other. The files are read from the front, where
 * they stand; then the directory that must follow is written anew from them and compared byte by byte. So no two readers
 * can see different files in it, nothing is unpacked (no bomb), and nothing hides between or behind.
 */
import { sameBytes } from "../../../../../platform/encoding.ts";
import { inOrder, isBundlePath } from "../paths.ts";
import type { Problem, ProblemCode } from "../problem.ts";
import { crc32 } from "./crc.ts";
import { CENTRAL, directory, END, type Listed, LOCAL, localHeader } from "./form.ts";

/** Larger files are not looked at: what a browser holds in memory. */
export const MAX_BUNDLE_BYTES = 1024 ** 3;

/** The files by name, as views into `bytes`; or what is wrong. */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> | Problem {
  if (bytes.length === 0) return { problem: "file.empty" };
  if (bytes.length > MAX_BUNDLE_BYTES) return { problem: "file.huge" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const mark = bytes.length < 4 ? 0 : view.getUint32(0, true);
  if (mark !== LOCAL) return { problem: mark === END ? "manifest.missing" : "file.not_zip" };

  const files = new Map<string, Uint8Array>();
  const listed: Listed[] = [];
  let at = 0;
  while (at + 4 <= bytes.length && view.getUint32(at, true) === LOCAL) {
    const file = readFile(bytes, view, at);
    if ("problem" in file) return file;
    const { name } = file;
    if (files.has(name)) return { problem: "zip.duplicate", at: name };
    const last = listed.at(-1);
    if (last && !inOrder(last.name, name)) return { problem: "zip.order", at: name };
    files.set(name, file.bytes);
    listed.push({ name, crc: file.crc, size: file.bytes.length, offset: at });
    at = file.end;
  }
  const no = readEnd(bytes, view, at, listed);
  return no ? { problem: no } : files;
}

type Found = { name: string; crc: number; bytes: Uint8Array; end: number };

function readFile(bytes: Uint8Array, view: DataView, at: number): Found | Problem {
  if (at + 30 > bytes.length) return { problem: "zip.truncated" };
  const crc = view.getUint32(at + 14, true);
  const size = view.getUint32(at + 22, true);
  const named = at + 30 + view.getUint16(at + 26, true);
  if (named > bytes.length) return { problem: "zip.truncated" };
  const name = String.fromCharCode(...bytes.subarray(at + 30, named));
  if (!isBundlePath(name)) return { problem: "zip.path" };
  if (!sameBytes(bytes.subarray(at, named), localHeader({ name, crc, size })))
    return { problem: "zip.repacked", at: name };
  const end = named + size;
  if (end > bytes.length) return { problem: "zip.truncated", at: name };
  const body = bytes.subarray(named, end);
  return crc32(body) === crc ? { name, crc, bytes: body, end } : { problem: "zip.damaged", at: name };
}

/** What is wrong with the part after the files. */
function readEnd(bytes: Uint8Array, view: DataView, at: number, listed: Listed[]): ProblemCode | undefined {
  let there = at;
  for (const part of directory(listed, at)) {
    if (there + part.length > bytes.length) return "zip.truncated";
    if (!sameBytes(bytes.subarray(there, there + part.length), part)) {
      const begun = view.getUint32(at, true) === CENTRAL;
      return begun ? "zip.repacked" : "zip.trailing";
    }
    there += part.length;
  }
  return there === bytes.length ? undefined : "zip.trailing";
}
