/** How the text of a file is written. */

/** utf-16 stays so only in name: its parts are kept as UTF-8. */
export const ENCODINGS = ["utf-8", "windows-1257", "windows-1251", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** One byte for each letter: nothing in a file says which of them it is, so that is guessed, and a person may say otherwise. */
export const ONE_BYTE = ["windows-1257", "windows-1251"] as const satisfies readonly Encoding[];
export type OneByteEncoding = (typeof ONE_BYTE)[number];

export const isOneByte = (encoding: Encoding): encoding is OneByteEncoding =>
  (ONE_BYTE as readonly Encoding[]).includes(encoding);

export const DELIMITERS = [";", "\t", ","] as const;
export type Delimiter = (typeof DELIMITERS)[number];
