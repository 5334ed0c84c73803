/** RFC 8785 against its own samples (3.2.2, 3.2.3) and those of cyberphone/json-canonicalization, RFC 9901 likewise, and our narrower profile. */
import canonicalize from "canonicalize";
import { expect, test } from "vitest";
import { canonicalJson, readCanonical } from "../../src/domain/proof-log/rules/canonical.ts";
import { disclosureDigest, readDisclosure } from "../../src/domain/proof-log/rules/disclosure.ts";
import { utf8 } from "../../src/platform/encoding.ts";

const VECTORS: [string, string, string][] = [
  ["arrays", '[56,{"d":true,"10":null,"1":[ ]}]', '[56,{"1":[],"10":null,"d":true}]'],
  [
    "french",
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ingnore locale"}',
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ingnore locale"}',
  ],
  [
    "structures",
    '{"1":{"f":{"f":"hi","F":5} ,"\\n":56.0},"10":{ },"":"empty","a":{ },"111":[ { } ],"A":{ }}',
    '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}',
  ],
  ["unicode", '{"Unnormalized Unicode":"\\u1e0d\\u0307"}', '{"Unnormalized Unicode":"\u1e0d\u0307"}'],
  [
    "values",
    '{"numbers":[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null, true, false]}',
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  ],
  [
    "weird",
    '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  ],
];
test.each(VECTORS)("RFC 8785: %s", (_, input, output) => {
  expect(canonicalize(JSON.parse(input))).toBe(output);
});

test("RFC 8785 section 3.2.2.3 numbers: shortest form, no -0, no NaN, no infinity", () => {
  expect([-0, 5e-324, 1e21, 999999999999999900000, 1e-7, 9007199254740992].map((n) => canonicalize(n))).toEqual([
    "0",
    "5e-324",
    "1e+21",
    "999999999999999900000",
    "1e-7",
    "9007199254740992",
  ]);
  for (const n of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => canonicalize(n)).toThrow();
});

test("RFC 9901 section 4.2.3: the disclosure's digest", () => {
  const body = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";
  expect(disclosureDigest(body)).toBe("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
  expect(readDisclosure(body)).toEqual({ salt: "_26bc4LT-ac6q2KI6cBW5es", name: "family_name", value: "Möbius" });
});

test("our profile refuses what readers could take in two ways", () => {
  for (const bad of [
    1.5,
    2 ** 53,
    Number.NaN,
    "e\u0301",
    "\ud800",
    { ā: 1 },
    { "a b": 1 },
    { "": 1 },
    new Date(0),
    () => 1,
  ])
    expect(() => canonicalJson(bad as never)).toThrow(/not canonical JSON|surrogate/);
  expect(() => canonicalJson({ long: "x".repeat(16_384) })).toThrow();
  expect(canonicalJson({ b: undefined, a: [true, null, -1, "ā"] })).toBe('{"a":[true,null,-1,"ā"]}');
});

test("bytes that another writer could have meant are refused on reading", () => {
  for (const bad of [
    '{"a":1,"a":2}',
    '{"b":1,"a":2}',
    '{"a": 1}',
    '{"a":1}\n',
    '{"a":1.0}',
    '{"a":-0}',
    '{"a":1e2}',
    '{"a":"\\u0061"}',
    '{"a":"\\/"}',
    '\ufeff{"a":1}',
    '{"a":"\\ud800"}',
    "[".repeat(5000) + "]".repeat(5000),
    "",
  ])
    expect(readCanonical(utf8(bad))).toBeUndefined();
  expect(readCanonical(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined();
  expect(readCanonical(utf8('{"a":1}'))).toEqual({ a: 1 });
});
