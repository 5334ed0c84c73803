/** UTF-16 in either order, piece by piece, to UTF-8. What Excel calls "Unicode text". */
import { type Refusal, refuse } from "../../../refusal.ts";

export class Utf16 {
  readonly encoding: "utf-16le" | "utf-16be";
  readonly #decoder = new TextDecoder("utf-16le", { fatal: true });
  readonly #encoder = new TextEncoder();
  #odd: number | undefined;

  constructor(encoding: "utf-16le" | "utf-16be") {
    this.encoding = encoding;
  }

  /** The reader of a file that begins with these bytes, if it is UTF-16: by its BOM, or because every other byte is zero. */
  static of(start: Uint8Array): Utf16 | undefined {
    // FF FE 00 00 is UTF-32, which nobody writes; it is refused as text with zeros.
    if (start[0] === 0xff && start[1] === 0xfe && !(start[2] === 0 && start[3] === 0)) return new Utf16("utf-16le");
    if (start[0] === 0xfe && start[1] === 0xff) return new Utf16("utf-16be");
    const zeros = [0, 0];
    for (const [i, byte] of start.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
    const [even = 0, odd = 0] = zeros;
    if (start.length < 4 || even + odd < start.length / 4) return undefined;
    // Ā is U+0100: a few zeros stand on the other side too.
    if (even * 8 < odd) return new Utf16("utf-16le");
    return odd * 8 < even ? new Utf16("utf-16be") : undefined;
  }

  toUtf8(bytes: Uint8Array, last: boolean): Uint8Array | Refusal {
    let units = bytes;
    if (this.#odd !== undefined) {
      units = new Uint8Array(bytes.length + 1);
      units[0] = this.#odd;
      units.set(bytes, 1);
    }
    this.#odd = units.length % 2 === 1 ? units[units.length - 1] : undefined;
    if (this.#odd !== undefined) units = units.subarray(0, units.length - 1);
    if (this.encoding === "utf-16be") units = swapped(units);
    try {
      if (last && this.#odd !== undefined) return refuse("imports.not_text");
      const text = this.#decoder.decode(units, { stream: !last });
      return text.includes("\0") ? refuse("imports.not_text") : this.#encoder.encode(text);
    } catch {
      return refuse("imports.not_text");
    }
  }
}

function swapped(bytes: Uint8Array): Uint8Array {
  const other = new Uint8Array(bytes.length);
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    other[i] = bytes[i + 1] as number;
    other[i + 1] = bytes[i] as number;
  }
  return other;
}
