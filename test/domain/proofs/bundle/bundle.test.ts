/** Bundles: the same parts give the same bytes, other ZIP programs read them, and nothing else than ours is taken. */

import { sha256 } from "@noble/hashes/sha2.js";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readBundle } from "../../../../src/domain/proofs/rules/bundle/read.ts";
import { streamBundle, writeBundle } from "../../../../src/domain/proofs/rules/bundle/write.ts";
import { crc32 } from "../../../../src/domain/proofs/rules/bundle/zip/crc.ts";
import { directory, localHeader } from "../../../../src/domain/proofs/rules/bundle/zip/form.ts";
import { readZip } from "../../../../src/domain/proofs/rules/bundle/zip/read.ts";
import { concat, hex, utf8 } from "../../../../src/platform/encoding.ts";
import { REC, sampleBundle, sampleParts } from "../sample.ts";

const bundle = sampleBundle();

/** A ZIP in our form of any files, also of names and orders that we never write. */
function zipOf(files: [name: string, bytes: Uint8Array][]): Uint8Array {
  let offset = 0;
  const listed = files.map(([name, bytes]) => {
    const file = { name, crc: crc32(bytes), size: bytes.length, offset };
    offset += 30 + name.length + bytes.length;
    return file;
  });
  const bodies = listed.flatMap((file, i) => [localHeader(file), (files[i] as [string, Uint8Array])[1]]);
  return new Uint8Array(Buffer.concat([...bodies, ...directory(listed, offset)]));
}

test("the same parts give the same bytes, in whatever order texts come", () => {
  const parts = sampleParts({ notices: ["<p>b</p>", "<p>a</p>", "<p>b</p>"] });
  const again = { ...parts, notices: ["<p>a</p>", "<p>b</p>"] };
  expect(hex(sha256(writeBundle(parts)))).toBe(hex(sha256(writeBundle(again))));
});

test("a bundle of one record has its files where they are looked for", () => {
  const read = readBundle(bundle);
  if ("problem" in read) throw new Error(read.problem);
  expect([...read.files.keys()].map((path) => path.replace(/[0-9a-f]{64}/, "…"))).toEqual([
    "README.txt",
    "anchors/….checkpoint",
    "disclosures.txt",
    "events/0001.json",
    "events/0001.tlog-proof",
    "events/0002.json",
    "events/0002.tlog-proof",
    "notices/….html",
    "policy.txt",
    "manifest.json",
  ]);
  expect(read.records).toHaveLength(1);
  expect(read.records[0]?.events.map((event) => event.n)).toEqual([1, 2]);
});

test("another ZIP program reads the same files", () => {
  const ours = readZip(bundle);
  if ("problem" in ours) throw new Error(ours.problem);
  const theirs = unzipSync(bundle);
  expect(Object.keys(theirs)).toEqual([...ours.keys()]);
  for (const [path, bytes] of ours) expect(hex(theirs[path] as Uint8Array)).toBe(hex(bytes));
});

test("crc32 is that of ZIP", () => {
  expect(crc32(utf8("123456789"))).toBe(0xcbf43926);
});

test("several records stand in folders, and a stream gives the same bytes", async () => {
  const parts = sampleParts();
  const [one] = parts.records;
  const other = { rec: `1${REC.slice(1)}`, events: one?.events ?? [], disclosures: [] };
  const records = [one as NonNullable<typeof one>, other];
  const whole = writeBundle({ ...parts, records: records.toReversed() });
  const pieces: Uint8Array[] = [];
  const source = async function* () {
    yield* records;
  };
  for await (const piece of streamBundle(parts, source())) pieces.push(piece);
  expect(hex(sha256(concat(...pieces)))).toBe(hex(sha256(whole)));
  const read = readBundle(whole);
  expect(!("problem" in read) && read.records.map((r) => r.rec)).toEqual([REC, other.rec]);
});

test("more files than ZIP counted at first are written with ZIP64, and another program reads them", () => {
  const files: [string, Uint8Array][] = Array.from({ length: 65_536 }, (_, i) => [
    `events/${String(i + 10_000)}.json`,
    utf8(String(i)),
  ]);
  const zip = zipOf(files);
  const read = readZip(zip);
  expect("problem" in read ? read : read.size).toBe(65_536);
  expect(Object.keys(unzipSync(zip))).toHaveLength(65_536);
});

test("what is no bundle is told apart in words", () => {
  expect(readBundle(new Uint8Array(0))).toEqual({ problem: "file.empty" });
  expect(readBundle(utf8("<html>"))).toEqual({ problem: "file.not_zip" });
  expect(readBundle(utf8("P"))).toEqual({ problem: "file.not_zip" });
  expect(readBundle(zipSync({ "README.txt": utf8("x") }))).toMatchObject({ problem: "zip.repacked" });
  expect(readBundle(zipSync({ "README.txt": utf8("x") }, { level: 0 }))).toMatchObject({ problem: "zip.repacked" });
  expect(readBundle(zipOf([]))).toEqual({ problem: "manifest.missing" });
  expect(readBundle(zipOf([["README.txt", utf8("x")]]))).toEqual({ problem: "manifest.missing" });
  expect(readBundle(bundle.subarray(0, bundle.length - 1))).toMatchObject({ problem: "zip.truncated" });
  expect(readBundle(bundle.subarray(0, 50))).toMatchObject({ problem: "zip.truncated" });
  expect(readBundle(concat(bundle, Uint8Array.of(0)))).toEqual({ problem: "zip.trailing" });
});

test("no file hides: a name twice, out of order, unknown, or leading elsewhere is refused", () => {
  const x = utf8("x");
  const two = (a: string, b: string) =>
    readZip(
      zipOf([
        [a, x],
        [b, x],
      ]),
    );
  expect(two("README.txt", "README.txt")).toEqual({ problem: "zip.duplicate", at: "README.txt" });
  expect(two("policy.txt", "README.txt")).toEqual({ problem: "zip.order", at: "README.txt" });
  expect(two("manifest.json", "policy.txt")).toEqual({ problem: "zip.order", at: "policy.txt" });
  for (const name of [
    "../README.txt",
    "/README.txt",
    "events/../policy.txt",
    "events\\0001.json",
    "events/0000.json",
    "events/00001.json",
    "readme.txt",
    "policy.txt/",
    "judgment.html",
    "README.txt\0",
    "policy.txt ",
    "",
    "__proto__",
  ])
    expect(readZip(zipOf([[name, x]])), name).toEqual({ problem: "zip.path" });
});

test("a bomb is not unpacked: only stored files are read, and none beyond the end", () => {
  const bomb = zipSync({ "README.txt": new Uint8Array(10_000_000) }, { level: 9 });
  expect(bomb.length).toBeLessThan(20_000);
  expect(readZip(bomb)).toMatchObject({ problem: "zip.repacked" });
  const lying = zipOf([["README.txt", utf8("x")]]);
  new DataView(lying.buffer).setUint32(18, 0xffff_fff0, true);
  new DataView(lying.buffer).setUint32(22, 0xffff_fff0, true);
  expect(readZip(lying)).toEqual({ problem: "zip.truncated", at: "README.txt" });
});

test("parts that belong together come together", () => {
  const manifest = utf8('{"files":{},"format":"pieteka-bundle/1","origin":"o","tool":"t"}');
  const only = (path: string) =>
    readBundle(
      zipOf([
        [path, utf8("x")],
        ["manifest.json", manifest],
      ]),
    );
  for (const path of [
    "events/0001.tlog-proof",
    "acts/0001.people.json",
    "record.jsonld",
    `anchors/${"0".repeat(64)}.tsr`,
    `anchors/${"0".repeat(64)}.lvrtc.chain.pem`,
  ])
    expect(only(path), path).toMatchObject({ problem: "part.alone" });
});

test("a manifest is read only as it would be written", () => {
  const read = (text: string) => readBundle(zipOf([["manifest.json", utf8(text)]]));
  const whole = '{"files":{},"format":"pieteka-bundle/1","origin":"o","tool":"t"}';
  expect("problem" in read(whole)).toBe(false);
  expect(read(whole.replace("/1", "/2"))).toMatchObject({ problem: "manifest.newer" });
  for (const bad of [
    `${whole}\n`,
    whole.replace('"tool"', '"origin":"p","tool"'),
    whole.replace("{}", '{"../x":"00"}'),
    whole.replace("{}", `{"README.txt":"${"0".repeat(63)}"}`),
    whole.replace("{}", `{"README.txt":"${"F".repeat(64)}"}`),
    whole.replace("{}", "[]"),
    whole.replace('"tool":"t"', '"tool":"t","x":1'),
    "null",
    "{",
  ])
    expect(read(bad), bad).toMatchObject({ problem: "manifest.malformed" });
});
