/** RFC 6962 trees against the published vectors of Certificate Transparency (transparency-dev/merkle, rfc6962 and proof tests). */
import { expect, test } from "vitest";
import { verifyConsistency, verifyInclusion } from "../../src/domain/proof-log/rules/proofs.ts";
import { EMPTY_ROOT, leafHash, nodeHash, rootOf } from "../../src/domain/proof-log/rules/tree.ts";
import { hex, unhex, utf8 } from "../../src/platform/encoding.ts";

const ENTRIES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const LEAVES = ENTRIES.map((entry) => leafHash(unhex(entry)));
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const A = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const B = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const C = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const D = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const E = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const F = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
const G = "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f";
const R = (size: number) => unhex(ROOTS[size - 1] as string);

test("hashing separates leaves from nodes as RFC 6962 says", () => {
  expect(hex(EMPTY_ROOT)).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(hex(leafHash(utf8("L123456")))).toBe("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
  expect(hex(nodeHash(utf8("N123"), utf8("N456")))).toBe(
    "aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb",
  );
});

test("roots of sizes 1 to 8 are the published ones", () => {
  for (let size = 1; size <= 8; size++) expect(hex(rootOf(LEAVES.slice(0, size)))).toBe(ROOTS[size - 1]);
});

type Claim = Parameters<typeof verifyInclusion>[0];
const INCLUSION: [number, number, string[]][] = [
  [0, 1, []],
  [0, 8, [A, B, C]],
  [5, 8, [D, E, ROOTS[3] as string]],
  [2, 3, [ROOTS[1] as string]],
  [1, 5, [ROOTS[0] as string, B, D]],
];
test.each(INCLUSION)(
  "the published inclusion proof of leaf %i in size %i verifies, and nothing near it does",
  (index, size, hexes) => {
    const proof = hexes.map(unhex);
    const claim: Claim = { index, size, leaf: LEAVES[index] as Uint8Array, root: R(size) };
    expect(verifyInclusion(claim, proof)).toBe(true);
    const some = unhex("abacaba000000000000000000000000000000000000000000060061e00123456");
    const wrong: [Claim, Uint8Array[]][] = [
      [{ ...claim, index: index - 1 }, proof],
      [{ ...claim, index: index + 1 }, proof],
      [{ ...claim, index: index ^ 2 }, proof],
      [{ ...claim, size: size * 2 }, proof],
      [{ ...claim, size: Math.floor(size / 2) }, proof],
      [{ ...claim, leaf: utf8("WrongLeaf") }, proof],
      [{ ...claim, root: EMPTY_ROOT }, proof],
      [{ ...claim, root: some }, proof],
      [claim, [...proof, new Uint8Array()]],
      [claim, [...proof, R(size)]],
      [claim, [new Uint8Array(), ...proof]],
      [claim, [R(size), ...proof]],
      ...proof.map((_, i): [Claim, Uint8Array[]] => [claim, proof.map((h, j) => (i === j ? flip(h, 8) : h))]),
      ...(proof.length > 0 ? ([[claim, proof.slice(0, -1)]] as [Claim, Uint8Array[]][]) : []),
      ...(proof.length > 1 ? ([[claim, [proof[0], some, ...proof.slice(1)]]] as [Claim, Uint8Array[]][]) : []),
    ];
    expect(wrong.map(([c, p]) => verifyInclusion(c, p))).toEqual(wrong.map(() => false));
  },
);

const CONSISTENCY: [number, number, string[]][] = [
  [1, 8, [A, B, C]],
  [6, 8, [F, E, ROOTS[3] as string]],
  [2, 5, [B, D]],
  [6, 7, [F, G, ROOTS[3] as string]],
];
test.each(CONSISTENCY)(
  "the published consistency proof from %i to %i verifies, and nothing near it does",
  (m, n, hexes) => {
    const proof = hexes.map(unhex);
    const check = (p: Uint8Array[], older = { size: m, root: R(m) }, newer = { size: n, root: R(n) }) =>
      verifyConsistency(older, newer, p);
    expect(check(proof)).toBe(true);
    const wrong = [
      check(proof, { size: m - 1, root: R(m) }),
      check(proof, { size: m + 1, root: R(m) }),
      check(proof, { size: m ^ 2, root: R(m) }),
      check(proof, undefined, { size: n * 2, root: R(n) }),
      check(proof, undefined, { size: Math.floor(n / 2), root: R(n) }),
      check(proof, { size: m, root: utf8("WrongRoot") }),
      check(proof, undefined, { size: n, root: utf8("WrongRoot") }),
      check(proof, { size: m, root: R(n) }, { size: n, root: R(m) }),
      check([]),
      check([...proof, new Uint8Array()]),
      check([...proof, R(m)]),
      check([...proof, R(n)]),
      check([new Uint8Array(), ...proof]),
      check([R(m), ...proof]),
      check([R(n), ...proof]),
      check([proof[0] as Uint8Array, ...proof]),
      check(proof.slice(0, -1)),
      ...proof.map((_, i) => check(proof.map((h, j) => (i === j ? flip(h, 16) : h)))),
    ];
    expect(wrong).toEqual(wrong.map(() => false));
  },
);

test("equal sizes need equal roots and an empty proof; nothing is proved from size 0 or backwards", () => {
  const at = (size: number) => ({ size, root: R(Math.max(size, 1)) });
  expect(verifyConsistency(at(1), at(1), [])).toBe(true);
  expect(verifyConsistency(at(1), { size: 1, root: R(2) }, [])).toBe(false);
  expect(verifyConsistency(at(1), at(1), [EMPTY_ROOT])).toBe(false);
  expect(verifyConsistency(at(0), at(0), [])).toBe(false);
  expect(verifyConsistency(at(0), at(1), [])).toBe(false);
  expect(verifyConsistency(at(2), at(1), [])).toBe(false);
});

function flip(hash: Uint8Array, bit: number): Uint8Array {
  const copy = hash.slice();
  copy[0] = (copy[0] as number) ^ bit;
  return copy;
}
