/** AES-256-GCM by Node's own crypto, the same bytes as the portable one: many times as fast where rows are sealed and opened by the thousand. */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from "node:crypto";
import type { Aead } from "../../platform/aead.ts";

const NAME = "aes-256-gcm";
const TAG = 16;

/** Keys as Node wants them: made once for each key of a ring, where bytes would be looked at anew with every call. */
const keys = new WeakMap<Uint8Array, KeyObject>();

function keyOf(bytes: Uint8Array): KeyObject {
  let key = keys.get(bytes);
  if (!key) {
    key = createSecretKey(bytes);
    keys.set(bytes, key);
  }
  return key;
}

export const nodeAead: Aead = {
  seal(key, nonce, associated, bytes) {
    const cipher = createCipheriv(NAME, keyOf(key), nonce, { authTagLength: TAG });
    cipher.setAAD(associated);
    const sealed = cipher.update(bytes);
    cipher.final();
    return plain(Buffer.concat([sealed, cipher.getAuthTag()]));
  },
  open(key, nonce, associated, sealed) {
    if (sealed.length < TAG) throw new Error("too short to be sealed");
    const decipher = createDecipheriv(NAME, keyOf(key), nonce, { authTagLength: TAG });
    decipher.setAAD(associated);
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    const opened = decipher.update(sealed.subarray(0, sealed.length - TAG));
    // Throws where a bit was changed; nothing of what was opened is given out before.
    decipher.final();
    return plain(opened);
  },
};

/** The same bytes, with the habits of a Uint8Array and not of a Buffer. */
const plain = (bytes: Buffer) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
