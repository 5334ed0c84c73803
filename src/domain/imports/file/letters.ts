/**
 * Which language's letters the high bytes of a file are, by how often they stand and beside what: the same byte is „ā” in
 * Windows-1257 and „в” in Windows-1251. Latvian uses 22 of these letters, each between letters of ASCII; a Russian word is
 * made of nothing else, and half of its letters are none of those 22. Counted byte by byte, so nothing depends on pieces.
 */

const HIGH = Uint8Array.from({ length: 128 }, (_, i) => i + 128);
const BALTIC = [...new TextDecoder("windows-1257").decode(HIGH)];
const CYRILLIC = [...new TextDecoder("windows-1251").decode(HIGH)];
const LATVIAN = "ĀČĒĢĪĶĻŅŌŖŠŪŽ";

/** Quotes, dashes, spaces and signs, which stand at the same byte in both and say nothing. */
const SIGN = /[\p{P}\p{Z}\u00ad§©®°±¶·№€™]/u;

/** What a byte is: nothing of a word, a letter of ASCII, a capital or a small letter of Windows-1251. */
const OTHER = 0;
const ASCII = 1;
const CAPITAL = 2;
const SMALL = 3;

const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte < 128) return /[a-z]/i.test(String.fromCharCode(byte)) ? ASCII : OTHER;
  const letter = CYRILLIC[byte - 128] as string;
  return /[А-ЯЁІЇЄҐЎ]/.test(letter) ? CAPITAL : /[а-яёіїєґў]/.test(letter) ? SMALL : OTHER;
});

export class Letters {
  readonly #seen = new Float64Array(256);
  /** How often one kind stood before another. */
  readonly #beside = new Float64Array(16);
  #before = OTHER;

  see(bytes: Uint8Array): void {
    let before = this.#before;
    for (const byte of bytes) {
      const kind = KIND[byte] as number;
      (this.#beside[before * 4 + kind] as number)++;
      if (byte >= 128) (this.#seen[byte] as number)++;
      before = kind;
    }
    this.#before = before;
  }

  /**
   * cyrillic: Windows-1251. strange: letters of Cyrillic in words, but not so that Windows-1251 could be read (KOI8-R, DOS).
   * latin: neither, which is what the file of a Latvian office is.
   */
  get look(): "latin" | "cyrillic" | "strange" {
    let cyrillic = 0;
    let notLatvian = 0;
    let odd = 0;
    for (let byte = 128; byte < 256; byte++) {
      const n = this.#seen[byte] as number;
      if (n === 0) continue;
      if (KIND[byte] === OTHER) odd += SIGN.test(CYRILLIC[byte - 128] as string) ? 0 : n;
      else cyrillic += n;
      const latvian = LATVIAN.includes((BALTIC[byte - 128] as string).toUpperCase());
      if (KIND[byte] !== OTHER && !latvian) notLatvian += n;
    }
    const pairs = (...of: [number, number][]) =>
      of.reduce((sum, [a, b]) => sum + (this.#beside[a * 4 + b] as number), 0);
    const together = pairs([CAPITAL, CAPITAL], [CAPITAL, SMALL], [SMALL, CAPITAL], [SMALL, SMALL]);
    const apart = pairs([ASCII, CAPITAL], [ASCII, SMALL], [CAPITAL, ASCII], [SMALL, ASCII]);
    if (together <= apart || notLatvian * LEAST < cyrillic) return "latin";
    // No word goes on with a capital after a small letter, as those of KOI8-R do here.
    const falls = pairs([SMALL, CAPITAL]) > pairs([CAPITAL, SMALL]);
    if (!falls && odd * MOST_ODD <= cyrillic) return "cyrillic";
    return cyrillic < ENOUGH ? "latin" : "strange";
  }
}

/** From this share of letters on that Latvian lacks (one in so many), a text of Cyrillic letters is none of Latvian. */
const LEAST = 10;
/** Fewer letters are damage, or the head of a file that is no list. */
const ENOUGH = 20;
/** So many letters for one sign that no list of names has. */
const MOST_ODD = 5;
