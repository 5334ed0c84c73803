/** How the text of a file is written. */

/** utf-16 stays so only in name: its parts are kept as UTF-8. */
export const ENCODINGS = ["utf-8", "windows-1257", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [";", "\t", ","] as const;
export type Delimiter = (typeof DELIMITERS)[number];
