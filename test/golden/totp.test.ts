/** The published vectors, so that the tests' own authenticator is one. */
import { expect, it } from "vitest";
import { hotp, totp, unbase32 } from "../support/totp.ts";

const SECRET = new TextEncoder().encode("12345678901234567890");

it.each([
  [59_000, "94287082"],
  [1_111_111_109_000, "07081804"],
  [1_111_111_111_000, "14050471"],
  [1_234_567_890_000, "89005924"],
  [2_000_000_000_000, "69279037"],
  [20_000_000_000_000, "65353130"],
])("RFC 6238 appendix B, SHA-1, at %i ms", (at, code) => {
  expect(totp(SECRET, at, { digits: 8 })).toBe(code);
});

it("RFC 4226 appendix D", () => {
  const codes = Array.from({ length: 10 }, (_, counter) => hotp(SECRET, counter));
  expect(codes).toEqual("755224 287082 359152 969429 338314 254676 287922 162583 399871 520489".split(" "));
});

it("RFC 4648 section 10, base 32", () => {
  expect(new TextDecoder().decode(unbase32("MZXW6YTBOI"))).toBe("foobar");
});
