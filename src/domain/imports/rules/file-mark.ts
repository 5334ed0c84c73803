/**
 * How an import names the file that it came from: by a keyed tag (`keyed:` and 64 hex digits in its row), so that a file with one
 * address cannot be guessed from it. Rows and events of older versions have the bare SHA-256.
 */

export type FileMark = { tag: string } | { sha256: string };

const KEYED = "keyed:";

/** As it stands in the row. */
export const markText = (tag: string): string => `${KEYED}${tag}`;

/** What a row says; the empty mark is that of a file which has not arrived whole. */
export const readMark = (text: string): FileMark =>
  text.startsWith(KEYED) ? { tag: text.slice(KEYED.length) } : { sha256: text };
