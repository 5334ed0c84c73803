import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base64url, unbase64url } from "../../src/platform/encoding.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { newRingText, readRing } from "../../src/platform/keys.ts";
import { createTokens, type LinkKind } from "../../src/platform/tokens.ts";

const target = {
  subscriptionId: "3f2c6e07-4c2e-4006-ad8a-2249bd69016d",
  mailingId: "cb94416f-7bac-445d-96ce-9245f1b4e717",
};
const FIXED = base64url(Uint8Array.from({ length: 32 }, (_, i) => i));
const KINDS: LinkKind[] = ["r", "u", "q", "o"];

describe("a link token", () => {
  const tokens = createTokens(readRing("TOKEN_KEYS", FIXED));

  it("has these bytes for ever, or links in old mails die", () => {
    expect(tokens.make("r", target)).toBe("ckdV5es_LG4HTC5ABq2KIkm9aQFty5RBb3usRF2WzpJF8bTnFzjaSihZZLjumK9RmMJJ268");
  });

  it.each(KINDS.flatMap((made) => KINDS.map((read) => [made, read] as const)))(
    "made for /%s is read at /%s only if they are the same",
    (made, read) => {
      expect(tokens.read(read, tokens.make(made, target))).toEqual(made === read ? target : undefined);
    },
  );

  it("changed in any character is nothing", () => {
    const token = tokens.make("u", target);
    for (let i = 0; i < token.length; i++)
      expect(tokens.read("u", token.slice(0, i) + (token[i] === "A" ? "B" : "A") + token.slice(i + 1))).toBeUndefined();
  });

  it("reads whatever is typed without failing", () => {
    fc.assert(fc.property(fc.string(), (text) => tokens.read("r", text) === undefined));
  });

  it("with stray bits at its end is refused: one token has one spelling", () => {
    const bytes = unbase64url(tokens.make("u", target)) as Uint8Array;
    expect(base64url(bytes)).toHaveLength(71);
    expect(tokens.read("u", `${tokens.make("u", target)}=`)).toBeUndefined();
  });

  it("of a key that is no longer newest still works; a mailing keeps the key it froze", () => {
    const young = newRingText(randomIds);
    const rotated = createTokens(readRing("TOKEN_KEYS", `${young},${FIXED}`));
    expect(rotated.read("u", tokens.make("u", target))).toEqual(target);
    expect(rotated.make("r", target, tokens.keyId)).toBe(tokens.make("r", target));
    expect(rotated.make("r", target)).not.toBe(tokens.make("r", target));
  });
});
