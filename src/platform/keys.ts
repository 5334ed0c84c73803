/**
 * Key rings: lists of 32-byte keys from the environment, newest first, for example
 *
 *     TAG_KEYS=q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA,…older…
 *
 * A key's id is derived from the key, so that nobody can give one id to two keys: the first 4 bytes of
 * SHA-256("pieteka/key-id/1" ‖ key), written as 8 hex digits.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { base64url, concat, hex, unbase64url, utf8 } from "./encoding.ts";
import type { Ids } from "./ids.ts";

export const RING_NAMES = [
  "ADDRESS_KEYS",
  "TAG_KEYS",
  "SUPPRESSION_KEYS",
  "TOKEN_KEYS",
  "PROOF_KEYS",
  "LOG_SIGNING_KEYS",
] as const;
export type RingName = (typeof RING_NAMES)[number];

export interface Key {
  readonly id: string;
  readonly idBytes: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface KeyRing {
  readonly newest: Key;
  /** All keys, newest first. */
  readonly all: readonly Key[];
  /** The key with this id, if the ring still has it. */
  get(id: string): Key | undefined;
}

export type KeyRings = Record<RingName, KeyRing>;

/** Makes a key from its 32 bytes. */
export function makeKey(bytes: Uint8Array): Key {
  const idBytes = sha256(concat(utf8("pieteka/key-id/1"), bytes)).slice(0, 4);
  return { id: hex(idBytes), idBytes, bytes };
}

/**
 * Reads a ring from its text. Throws with a sentence that says what is wrong, without showing the text.
 */
export function readRing(name: RingName, text: string): KeyRing {
  const all = text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part, i) => {
      const bytes = unbase64url(part);
      if (bytes?.length !== 32)
        throw new Error(`${name}: key number ${i + 1} is not 32 bytes in base64url. Make a set with \`npm run keys\`.`);
      if (new Set(bytes).size < 8)
        throw new Error(
          `${name}: key number ${i + 1} is an example, not a random key. Make a set with \`npm run keys\`.`,
        );
      return makeKey(bytes);
    });
  const newest = all[0];
  if (!newest) throw new Error(`${name} is empty. Make a set with \`npm run keys\`.`);
  const byId = new Map(all.map((key) => [key.id, key]));
  if (byId.size !== all.length) throw new Error(`${name} holds the same key twice.`);
  return { newest, all, get: (id) => byId.get(id) };
}

/** The text of a new ring with one random key. */
export function newRingText(ids: Ids): string {
  return base64url(ids.bytes(32));
}
