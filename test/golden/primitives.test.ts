/** What the proof rests on, against the vectors of its RFCs: HMAC-SHA-256, HKDF-SHA-256, Ed25519, numbers of RFC 8785, cosignatures. */
import { ed25519 } from "@noble/curves/ed25519.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import canonicalize from "canonicalize";
import { expect, test } from "vitest";
import { readNote } from "../../src/domain/proof-log/rules/note.ts";
import { cosignedAt, readCosigner } from "../../src/domain/proofs/rules/bundle/cosigner.ts";
import { hex, unhex, utf8 } from "../../src/platform/encoding.ts";

const bytes = (n: number, of: number) => new Uint8Array(n).fill(of);
const run = (from: number, to: number) => Uint8Array.from({ length: to - from + 1 }, (_, i) => from + i);

test.each([
  [1, bytes(20, 0x0b), utf8("Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
  [
    2,
    utf8("Jefe"),
    utf8("what do ya want for nothing?"),
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  ],
  [3, bytes(20, 0xaa), bytes(50, 0xdd), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"],
  [4, run(1, 25), bytes(50, 0xcd), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"],
  [
    6,
    bytes(131, 0xaa),
    utf8("Test Using Larger Than Block-Size Key - Hash Key First"),
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
  ],
  [
    7,
    bytes(131, 0xaa),
    utf8(
      "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.",
    ),
    "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
  ],
])("RFC 4231 section 4, case %i", (_, key, data, code) => {
  expect(hex(hmac(sha256, key, data))).toBe(code);
});

test.each([
  [
    1,
    bytes(22, 0x0b),
    run(0x00, 0x0c),
    run(0xf0, 0xf9),
    "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
  ],
  [
    2,
    run(0x00, 0x4f),
    run(0x60, 0xaf),
    run(0xb0, 0xff),
    "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
  ],
  [
    3,
    bytes(22, 0x0b),
    new Uint8Array(0),
    new Uint8Array(0),
    "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
  ],
])("RFC 5869 appendix A, case %i", (_, key, salt, info, okm) => {
  expect(hex(hkdf(sha256, key, salt, info, okm.length / 2))).toBe(okm);
});

test.each([
  [
    "TEST 3",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  ],
  [
    "TEST SHA(abc)",
    "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
    "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
    "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
  ],
])("RFC 8032 section 7.1, %s", (_, seed, publicKey, message, signature) => {
  expect(hex(ed25519.getPublicKey(unhex(seed)))).toBe(publicKey);
  expect(hex(ed25519.sign(unhex(message), unhex(seed)))).toBe(signature);
  expect(ed25519.verify(unhex(signature), unhex(message), unhex(publicKey), { zip215: false })).toBe(true);
});

test.each([
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
  ["7fffffffffffffff", undefined],
  ["7ff0000000000000", undefined],
])("RFC 8785 appendix B: %s", (ieee, text) => {
  const number = new DataView(unhex(ieee).buffer).getFloat64(0);
  if (text === undefined) expect(() => canonicalize(number)).toThrow();
  else expect(canonicalize(number)).toBe(text);
});

test("a cosignature of another program (FiloSottile/sunlight, cmd/skylight/testdata/witness2) holds, with its time", () => {
  const by = readCosigner("witness2.example.org+2e55b896+BIZ7fpceQWd60IfqQeS9IAnmNOCZjMDne8lZuguz/bi9");
  const note = `milan2026h1.example.org
300
lCkHUpkmVBEms2r2T1K6Og69+wUuuN3MIEW1/ezu2v0=

— witness2.example.org LlW4lgAAAABpVGeAN/uFWqfjdU94rrKxFycCggM0Sa1L5tOJCJdYBwJ41CQsgKWA6B0+vywok3cPI3JIzuPeR+VotuYe/eNy0+30Dw==
`;
  const read = readNote(note);
  const [line] = read?.signatures ?? [];
  if (!by || !read || !line) throw new Error("the vector does not read");
  const time = cosignedAt(line, read.text, by) as number;
  expect(new Date(time * 1000).toISOString().slice(0, 10)).toBe("2025-12-31");
  expect(cosignedAt(line, read.text.replace("300", "301"), by)).toBeUndefined();
  expect(
    cosignedAt({ ...line, signature: line.signature.map((b, i) => (i === 7 ? b ^ 1 : b)) }, read.text, by),
  ).toBeUndefined();
  expect(readCosigner("witness2.example.org+2e55b897+BIZ7fpceQWd60IfqQeS9IAnmNOCZjMDne8lZuguz/bi9")).toBeUndefined();
});
