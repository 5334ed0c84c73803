/**
 * What the bytes of a file say of Windows-1257 and Windows-1251, and for UTF-8 in the midst of them: the letters ā č ē ģ ī ķ ļ ņ š ū ž
 * are C4 or C5 and a second byte in UTF-8, and in Windows-1257 those two are Ä and Å, which no Latvian name has before a
 * sign.
 */

import type { OneByteEncoding } from "../rules/format.ts";
import { Letters } from "./letters.ts";

/** What Windows-1257 leaves open: a file with such a byte is in some third encoding, and names would come out wrong. */
const NOT_1257 = Uint8Array.from(
  new TextDecoder("windows-1257").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
  (character) => (/[\ufffd\u0080-\u009f]/.test(character) ? 1 : 0),
);

/** So few foreign bytes are damage, not an encoding. */
const DAMAGE = 3;
/** From this share of pairs on, nobody has written them by chance. */
const SHARE = 20;

export class OneByte {
  is1257 = true;
  /** Letters of UTF-8, and bytes over ASCII that belong to none. */
  pairs = 0;
  lone = 0;
  #lead = false;
  readonly #letters = new Letters();

  see(bytes: Uint8Array): void {
    this.#letters.see(bytes);
    for (const byte of bytes) {
      if (byte < 0x80) {
        this.#lead = false;
        continue;
      }
      if (NOT_1257[byte] === 1) this.is1257 = false;
      if (this.#lead && byte < 0xc0) {
        this.pairs++;
        this.lone--;
        this.#lead = false;
      } else {
        this.lone++;
        this.#lead = byte === 0xc4 || byte === 0xc5;
      }
    }
  }

  /** Which of the two encodings it is; undefined if it can be neither. A guess: a person sees both. */
  get guess(): OneByteEncoding | undefined {
    const { look } = this.#letters;
    if (look === "cyrillic") return "windows-1251";
    return look === "latin" && this.is1257 ? "windows-1257" : undefined;
  }

  /** A file that is not UTF-8 although much of it is. */
  get mixed(): boolean {
    if (this.pairs === 0) return false;
    return this.lone <= DAMAGE || ((this.pairs >= DAMAGE || !this.is1257) && this.pairs * SHARE >= this.lone);
  }
}
