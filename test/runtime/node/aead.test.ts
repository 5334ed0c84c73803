import { describe, expect, it } from "vitest";
import { portableAead } from "../../../src/platform/aead.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { nodeAead } from "../../../src/runtime/node/aead.ts";

const key = Uint8Array.from({ length: 32 }, (_, i) => i * 5 + 1);
const nonce = Uint8Array.from({ length: 12 }, (_, i) => i * 3 + 7);
const place = new TextEncoder().encode("address\0sealed\0row");

describe("AES-256-GCM of Node", () => {
  it.each([0, 1, 15, 16, 17, 100, 60_000])(
    "makes the same %i bytes as the portable one, and each opens the other's",
    (n) => {
      const bytes = randomIds.bytes(n);
      const sealed = nodeAead.seal(key, nonce, place, bytes);
      expect(Buffer.from(sealed).equals(portableAead.seal(key, nonce, place, bytes))).toBe(true);
      expect(Buffer.from(nodeAead.open(key, nonce, place, sealed)).equals(bytes)).toBe(true);
      expect(Buffer.from(portableAead.open(key, nonce, place, sealed)).equals(bytes)).toBe(true);
    },
  );

  it.each(["node", "portable"])("opens nothing that was changed, moved or cut (%s)", (which) => {
    const aead = which === "node" ? nodeAead : portableAead;
    const sealed = aead.seal(key, nonce, place, randomIds.bytes(40));
    for (let i = 0; i < sealed.length; i++) {
      const changed = Uint8Array.from(sealed);
      changed[i] = (changed[i] as number) ^ 1;
      expect(() => aead.open(key, nonce, place, changed)).toThrow();
    }
    expect(() => aead.open(key, nonce, place.subarray(1), sealed)).toThrow();
    expect(() => aead.open(key.toReversed(), nonce, place, sealed)).toThrow();
    for (const length of [0, 8, 16, sealed.length - 1])
      expect(() => aead.open(key, nonce, place, sealed.subarray(0, length))).toThrow();
  });
});
