/**
 * Bytes of a file as they arrive, to parts that can be kept and read one by one. The encoding is known only when the last
 * byte is there: UTF-8 with or without BOM, UTF-16 (by its BOM or its zeros; kept as UTF-8 from then on), otherwise
 * Windows-1257, which Excel writes in Latvian offices, or Windows-1251, if its letters are Cyrillic. What is half one and half
 * the other is refused, because names would come out wrong. Nothing here grows with the file.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { hex } from "../../../platform/encoding.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { type Encoding, isOneByte, type OneByteEncoding } from "../rules/format.ts";
import { foreignBytes } from "./foreign.ts";
import { OneByte } from "./one-byte.ts";
import { Utf16 } from "./utf16.ts";

/** Bytes of a part, at most. */
export const PART = 256 * 1024;
/** Bytes that are looked at to tell UTF-16 without BOM. */
const LOOK = 1024;
const LF = 10;

export class Arrival {
  readonly #hash = sha256.create();
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  readonly #limit: number;
  #waiting = new Uint8Array(0);
  #begun = false;
  #wide: Utf16 | undefined;
  readonly #oneByte = new OneByte();
  #isUtf8 = true;
  #saysUtf8 = false;
  bytes = 0;

  /** `limit`: bytes of the largest file. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes the next bytes; gives the parts that are complete. Refuses as soon as it is clear that this is no list. */
  push(chunk: Uint8Array): Uint8Array[] | Refusal {
    this.bytes += chunk.length;
    if (this.bytes > this.#limit)
      return refuse("imports.too_large", { values: { mb: Math.floor(this.#limit / 1024 / 1024) } });
    this.#hash.update(chunk);
    this.#waiting = joined(this.#waiting, chunk);
    if (!this.#begun && this.#waiting.length < LOOK) return [];
    return this.#take(false);
  }

  /** The last parts, and what the file was. */
  finish(): { parts: Uint8Array[]; encoding: Encoding; sha256: string } | Refusal {
    if (this.bytes === 0) return refuse("imports.empty_file");
    const parts = this.#take(true);
    if (!Array.isArray(parts)) return parts;
    const encoding = this.#wide?.encoding ?? this.#told();
    if (isRefusal(encoding)) return encoding;
    return { parts, encoding, sha256: hex(this.#hash.digest()) };
  }

  #take(last: boolean): Uint8Array[] | Refusal {
    const raw = this.#waiting;
    this.#waiting = new Uint8Array(0);
    if (!this.#begun) {
      this.#begun = true;
      const foreign = foreignBytes(raw.subarray(0, LOOK));
      if (foreign) return foreign;
      this.#saysUtf8 = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf;
      this.#wide = Utf16.of(raw.subarray(0, LOOK));
    }
    // What waited before was looked at when it came: only the rest of an earlier cut is raw here.
    const text = this.#wide ? this.#wide.toUtf8(raw, last) : this.#look(raw, last);
    if (!(text instanceof Uint8Array)) return text;
    this.#rest = joined(this.#rest, text);
    const parts: Uint8Array[] = [];
    while (this.#rest.length > PART) {
      const at = cutOf(this.#rest);
      parts.push(this.#rest.slice(0, at));
      this.#rest = this.#rest.slice(at);
    }
    if (last && this.#rest.length > 0) parts.push(this.#rest);
    return parts;
  }

  #rest = new Uint8Array(0);

  #look(raw: Uint8Array, last: boolean): Uint8Array | Refusal {
    if (raw.includes(0)) return refuse("imports.not_text");
    this.#oneByte.see(raw);
    if (!this.#isUtf8) return raw;
    try {
      this.#utf8.decode(raw, { stream: true });
    } catch {
      this.#isUtf8 = false;
      return raw;
    }
    if (last)
      try {
        this.#utf8.decode();
      } catch {
        // Half a letter at the end, after whole ones: nothing else is wrong with it than that the rest is missing.
        if (this.#oneByte.pairs > 0) return refuse("imports.cut_off");
        this.#isUtf8 = false;
      }
    return raw;
  }

  /** Decided on the whole file, so that it does not depend on the pieces it came in. */
  #told(): "utf-8" | OneByteEncoding | Refusal {
    if (this.#isUtf8) return "utf-8";
    if (this.#saysUtf8 || this.#oneByte.mixed) return refuse("imports.mixed_encoding");
    return this.#oneByte.guess ?? refuse("imports.not_text");
  }
}

/** Where a part ends: after a line where there is one, otherwise before a character. */
function cutOf(bytes: Uint8Array): number {
  const line = bytes.subarray(0, PART).lastIndexOf(LF);
  if (line > PART / 2) return line + 1;
  let at = PART;
  while (at > PART - 4 && ((bytes[at] as number) & 0xc0) === 0x80) at--;
  return at;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** The text of a part. `first`: the part may begin with a BOM. */
export function decodePart(bytes: Uint8Array, encoding: Encoding, first: boolean): string {
  const text = new TextDecoder(isOneByte(encoding) ? encoding : "utf-8", { ignoreBOM: true }).decode(bytes);
  return first && text.startsWith("\ufeff") ? text.slice(1) : text;
}
