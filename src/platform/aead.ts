/** Sealing with AES-256-GCM: the portable one, which runs everywhere; a runtime may bring its own. Both make the same bytes. */
import { gcm } from "@noble/ciphers/aes.js";

export interface Aead {
  /** Ciphertext with its tag of 16 bytes behind. Key of 32 bytes, nonce of 12, used once. */
  seal(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, bytes: Uint8Array): Uint8Array;
  /** Throws unless it is exactly what `seal` made, under this key, nonce and associated data. */
  open(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, sealed: Uint8Array): Uint8Array;
}

export const portableAead: Aead = {
  seal: (key, nonce, associated, bytes) => gcm(key, nonce, associated).encrypt(bytes),
  open: (key, nonce, associated, sealed) => gcm(key, nonce, associated).decrypt(sealed),
};
