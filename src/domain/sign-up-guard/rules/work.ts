/**
 * The proof of work that a form brings along (ALTCHA, protocol version 2): the browser looks for a number whose key begins
 * with the demanded byte. About half a second of a laptop, two or three of a telephone, while the form is filled in; checking
 * it is one derivation. PBKDF2, because browsers and attackers then run the same native code. Pure.
 */

/** Parameters of every challenge. On average 256 derivations of 5,000 rounds. */
export const WORK = { algorithm: "PBKDF2/SHA-256", cost: 5_000, keyLength: 32, keyPrefix: "00" } as const;

/** A challenge may be brought back this long after it was made. */
export const CHALLENGE_LIFE_MS = 2 * 3_600_000;

/** What is longer is no solution of ours, and is not read. */
export const WORK_MAX = 2_000;
