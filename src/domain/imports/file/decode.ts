/** Bytes of an uploaded list to text: UTF-8 with or without BOM, otherwise Windows-1257 (what Latvian offices' Excel writes). */
import { type Refusal, refuse } from "../../../refusal.ts";

export interface Decoded {
  text: string;
  encoding: "utf-8" | "windows-1257";
}

/** Largest file, bytes. The whole file stands in memory while it is checked. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Decodes a file, or says why it is no list as text. */
export function decodeFile(bytes: Uint8Array): Decoded | Refusal {
  if (bytes.length === 0) return refuse("imports.empty_file");
  if (bytes.length > MAX_FILE_BYTES)
    return refuse("imports.too_large", { values: { mb: MAX_FILE_BYTES / 1024 / 1024 } });
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse("imports.spreadsheet");
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return refuse("imports.utf16");
  if (bytes.includes(0)) return refuse("imports.not_text");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    const text = new TextDecoder("windows-1257").decode(bytes);
    // Places that Windows-1257 leaves open: the file is in some third encoding, and names would come out wrong.
    return /[\ufffd\u0080-\u009f]/.test(text) ? refuse("imports.not_text") : { text, encoding: "windows-1257" };
  }
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
