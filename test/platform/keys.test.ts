import { describe, expect, it } from "vitest";
import { base64url } from "../../src/platform/encoding.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { makeKey, newRingText, readRing } from "../../src/platform/keys.ts";

const key = () => newRingText(randomIds);

describe("a key ring", () => {
  it("reads newest first and finds keys by the id that is made from the key", () => {
    const [newest, old] = [key(), key()];
    const ring = readRing("TAG_KEYS", ` ${newest} , ${old}`);
    expect(base64url(ring.newest.bytes)).toBe(newest);
    const oldKey = ring.all[1];
    expect(oldKey && ring.get(oldKey.id)).toBe(oldKey);
    expect(ring.get("00000000")).toBeUndefined();
  });

  it("gives a key the same id for ever", () => {
    expect(makeKey(Uint8Array.from({ length: 32 }, (_, i) => i)).id).toBe("4755e5eb");
  });

  it.each([
    ["", "is empty"],
    ["abc", "number 1 is not 32 bytes"],
    [base64url(new Uint8Array(32)), "is an example"],
    [base64url(new Uint8Array(32).fill(7)), "is an example"],
    [base64url(new Uint8Array(16)), "is not 32 bytes"],
  ])("refuses %j and names itself, not the text", (text, sentence) => {
    expect(() => readRing("PROOF_KEYS", text)).toThrow(`PROOF_KEYS`);
    expect(() => readRing("PROOF_KEYS", text)).toThrow(sentence);
  });

  it("refuses the same key twice", () => {
    const one = key();
    expect(() => readRing("TAG_KEYS", `${one},${one}`)).toThrow("same key twice");
  });
});
