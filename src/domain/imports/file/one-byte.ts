/**
 * What the bytes of a file say against Windows-1257, and for UTF-8 in the midst of it: the letters ā č ē ģ ī ķ ļ ņ š ū ž
 * are C4 or C5 and a second byte in UTF-8, and in Windows-1257 those two are Ä and Å, which no Latvian name has before a
 * sign.
 */

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

  see(bytes: Uint8Array): void {
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

  /** A file that is not UTF-8 although much of it is. */
  get mixed(): boolean {
    if (this.pairs === 0) return false;
    return this.lone <= DAMAGE || ((this.pairs >= DAMAGE || !this.is1257) && this.pairs * SHARE >= this.lone);
  }
}
