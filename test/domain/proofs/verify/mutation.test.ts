/**
 * Every byte of a small bundle flipped in turn: none is accepted as valid with changed meaning. Once as an accident on the
 * way, and once by a forger who packs it again with a right manifest, so that only hashes, signature and chain can tell.
 */
import { expect, test } from "vitest";
import { emailDisclosure } from "../../../../src/domain/proof-log/rules/commitment.ts";
import { readZip } from "../../../../src/domain/proofs/rules/bundle/zip/read.ts";
import type { Report } from "../../../../src/domain/proofs/rules/verify/verdict.ts";
import { verifyBundle } from "../../../../src/domain/proofs/rules/verify/verify.ts";
import { forged, judged } from "../forge.ts";
import { EMAIL, part, REC, sampleBundle, sampleLog, yes } from "../sample.ts";

const given = yes();
const log = sampleLog([given]);
const disclosures = [emailDisclosure(new Uint8Array(32).fill(11), given.eid, EMAIL).body];
const bundle = sampleBundle({
  records: [{ rec: REC, events: [part(log, given)], disclosures }],
  anchors: [{ checkpoint: log.checkpoint, stamps: [] }],
});

/** All that a reader takes from a report. */
const meaning = ({ verdicts, records, acts, keys, origin, controller, existedBy, texts }: Report) =>
  JSON.stringify([
    verdicts,
    records,
    acts,
    keys,
    origin,
    controller,
    existedBy,
    [...texts].map(([hash, b]) => [hash, [...b]]),
  ]);

test("on the way: no flipped byte gives a file that is read at all", async () => {
  const accepted: number[] = [];
  for (let i = 0; i < bundle.length; i++) {
    const flipped = bundle.slice();
    flipped[i] = (flipped[i] as number) ^ (1 << (i % 8));
    const found = await verifyBundle(flipped);
    if (!("problem" in found)) accepted.push(i);
  }
  expect(bundle.length).toBeGreaterThan(3000);
  expect(accepted).toEqual([]);
});

test("by a forger: what still reads is invalid, or says exactly what it said", { timeout: 180_000 }, async () => {
  const files = readZip(bundle);
  if ("problem" in files) throw new Error(files.problem);
  const right = meaning(await judged(bundle));
  const believed: string[] = [];
  const silent = new Set<string>();
  for (const [path, bytes] of files) {
    if (path === "manifest.json") continue;
    for (let i = 0; i < bytes.length; i++) {
      const flipped = bytes.slice();
      flipped[i] = (flipped[i] as number) ^ (1 << (i % 7));
      const found = await verifyBundle(forged(bundle, { [path]: () => flipped }));
      if ("problem" in found) continue;
      if (Object.values(found.verdicts).some(({ status }) => status === "invalid")) continue;
      silent.add(path);
      if (meaning(found) !== right) believed.push(`${path} ${i}`);
    }
  }
  expect(believed).toEqual([]);
  // Words to the reader prove nothing and are signed by nobody; every other byte is.
  expect([...silent]).toEqual(["README.txt"]);
});
