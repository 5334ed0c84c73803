/**
 * Seals what would name a person. A sealed value is
 *
 *     key id (4) ‖ nonce (12) ‖ AES-256-GCM ciphertext with its tag
 *
 * with `table ‖ 0 ‖ column ‖ 0 ‖ row id` as associated data, so that a value moved to another row does not open.
 * Addresses and import rows are sealed under ADDRESS_KEYS, proof keys under PROOF_KEYS.
 */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Aead, portableAead } from "./aead.ts";
import { concat, hex, utf8 } from "./encoding.ts";
import type { Ids } from "./ids.ts";
import type { KeyRing, KeyRings } from "./keys.ts";

/** Where a sealed value lives. */
export interface Place {
  table: string;
  column: string;
  row: string;
}

export interface Tag {
  readonly tag: Uint8Array;
  readonly keyId: string;
}

export interface Vault {
  /** Seals text under the newest ADDRESS key. */
  seal(place: Place, text: string): Uint8Array;
  /** Opens what `seal` made. Throws `KeyMissing` if the key is gone, another error if the value was moved or changed. */
  open(place: Place, sealed: Uint8Array): string;
  /** The same for bytes: a piece of a file. */
  sealPiece(place: Place, bytes: Uint8Array): Uint8Array;
  openPiece(place: Place, sealed: Uint8Array): Uint8Array;
  /** The same for proof keys, under PROOF_KEYS. */
  sealProofKey(place: Place, key: Uint8Array): Uint8Array;
  openProofKey(place: Place, sealed: Uint8Array): Uint8Array;
  /** Look-up tag of a normalised address under the newest TAG key. */
  tag(normalised: string): Tag;
  /** The same under every TAG key, newest first. */
  tags(normalised: string): Tag[];
  /** Suppression tags of a normalised address under every SUPPRESSION key, newest first. */
  suppressionTags(normalised: string): Tag[];
  /**
   * Tag of a whole list of such addresses, from the SHA-256 of its bytes, under the newest SUPPRESSION key: a list may be one
   * address, which its bare hash would give away to whoever guesses.
   */
  suppressionListTag(fileHash: Uint8Array): Uint8Array;
  /**
   * Tags of a file that was brought in, from the SHA-256 of its bytes, under every PROOF key, newest first: it may hold one address,
   * which its bare hash would give away to whoever guesses. Whoever has file and key can say that it is this one.
   */
  fileTags(fileHash: Uint8Array): Uint8Array[];
  /**
   * Link tags of a normalised address, for every pair of PROOF and TAG key: finds sealed proofs. Newest first. Their
   * `keyId` names both keys, because both must stay as long as the row does: `<PROOF key>/<TAG key>`.
   */
  linkTags(normalised: string): Tag[];
}

/** Id of the key that sealed this. */
export const keyIdOf = (sealed: Uint8Array): string => hex(sealed.subarray(0, 4));

/** HMAC-SHA-256. */
export function mac(key: Uint8Array, message: Uint8Array): Uint8Array {
  return hmac(sha256, key, message);
}

/** HMAC-SHA-256 with the key's state prepared once: tags and tokens are made by the hundred thousand. */
export function preparedMac(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const ready = hmac.create(sha256, key);
  return (message) => ready.clone().update(message).digest();
}

function macs(ring: KeyRing) {
  return ring.all.map((key) => ({ keyId: key.id, mac: preparedMac(key.bytes) }));
}

/** Seals bytes under the ring's newest key. */
function sealBytes(aead: Aead, ring: KeyRing, ids: Ids, place: Place, bytes: Uint8Array): Uint8Array {
  const nonce = ids.bytes(12);
  const key = ring.newest;
  return concat(key.idBytes, nonce, aead.seal(key.bytes, nonce, associated(place), bytes));
}

/** The key that sealed a value is gone: the value never opens again, here or by another try. */
export class KeyMissing extends Error {
  override name = "KeyMissing";
}

/** What opening gives; undefined where its key is gone. Every other fault is thrown. */
export function unlessKeyMissing<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof KeyMissing) return undefined;
    throw error;
  }
}

/** Opens bytes sealed by `sealBytes`. Throws `KeyMissing` if the key is not in the ring, another error if the place does not fit. */
function openBytes(aead: Aead, ring: KeyRing, place: Place, sealed: Uint8Array): Uint8Array {
  const key = ring.get(keyIdOf(sealed));
  if (!key) throw new KeyMissing(`the key that sealed ${place.table}.${place.column} is not in the ring`);
  return aead.open(key.bytes, sealed.slice(4, 16), associated(place), sealed.slice(16));
}

function associated(place: Place): Uint8Array {
  return utf8(`${place.table}\0${place.column}\0${place.row}`);
}

/** The vault over the environment's key rings. `aead`: the runtime's own, where it has a faster one. */
export function createVault(rings: KeyRings, ids: Ids, aead: Aead = portableAead): Vault {
  const tagMacs = macs(rings.TAG_KEYS);
  const suppressionMacs = macs(rings.SUPPRESSION_KEYS);
  const linkMacs = macs(rings.PROOF_KEYS);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const tags = (normalised: string) => tagMacs.map((m) => ({ tag: m.mac(utf8(normalised)), keyId: m.keyId }));
  return {
    seal: (place, text) => sealBytes(aead, rings.ADDRESS_KEYS, ids, place, utf8(text)),
    open: (place, sealed) => decoder.decode(openBytes(aead, rings.ADDRESS_KEYS, place, sealed)),
    sealPiece: (place, bytes) => sealBytes(aead, rings.ADDRESS_KEYS, ids, place, bytes),
    openPiece: (place, sealed) => openBytes(aead, rings.ADDRESS_KEYS, place, sealed),
    sealProofKey: (place, key) => sealBytes(aead, rings.PROOF_KEYS, ids, place, key),
    openProofKey: (place, sealed) => openBytes(aead, rings.PROOF_KEYS, place, sealed),
    tag: (normalised) => {
      const newest = tagMacs[0] as (typeof tagMacs)[number];
      return { tag: newest.mac(utf8(normalised)), keyId: newest.keyId };
    },
    tags,
    suppressionTags: (normalised) => suppressionMacs.map((m) => ({ tag: m.mac(utf8(normalised)), keyId: m.keyId })),
    suppressionListTag: (fileHash) =>
      (suppressionMacs[0] as (typeof suppressionMacs)[number]).mac(concat(utf8("list\0"), fileHash)),
    fileTags: (fileHash) => linkMacs.map((m) => m.mac(concat(utf8("file\0"), fileHash))),
    linkTags: (normalised) =>
      linkMacs.flatMap((m) =>
        tags(normalised).map((t) => ({ tag: m.mac(concat(utf8("link"), t.tag)), keyId: `${m.keyId}/${t.keyId}` })),
      ),
  };
}
