/** "The log was only added to": from every head in a bundle to the newest, and each way of being wrong has its own verdict. */
import { sha256 } from "@noble/hashes/sha2.js";
import { expect, test } from "vitest";
import { checkpointText } from "../../../../src/domain/proof-log/rules/checkpoint.ts";
import { eventSalt } from "../../../../src/domain/proof-log/rules/commitment.ts";
import { type NoteSigner, noteSigner, signNote } from "../../../../src/domain/proof-log/rules/note.ts";
import { proofFileText } from "../../../../src/domain/proof-log/rules/proof-file.ts";
import { consistencyProof, inclusionProof } from "../../../../src/domain/proof-log/rules/proofs.ts";
import { rootOf } from "../../../../src/domain/proof-log/rules/tree.ts";
import type { Consistency } from "../../../../src/domain/proofs/rules/bundle/consistency.ts";
import { writeBundle } from "../../../../src/domain/proofs/rules/bundle/write.ts";
import { readZip } from "../../../../src/domain/proofs/rules/bundle/zip/read.ts";
import { verifyBundle } from "../../../../src/domain/proofs/rules/verify/verify.ts";
import { forged, judged, wrongs } from "../forge.ts";
import { no, ORIGIN, REC, SIGNER, sampleParts, yes } from "../sample.ts";

const given = yes();
const ended = no(given);
const NEWEST = 11;
/** A yes at place 1 and its withdrawal at place 5, each proved against a head of its own time. */
const leaves: Uint8Array[] = Array.from({ length: NEWEST }, (_, n) => sha256(Uint8Array.of(n)));
leaves[1] = given.leafBytes;
leaves[5] = ended.leafBytes;

const headOf = (size: number, of = leaves, signer: NoteSigner = SIGNER) =>
  signNote(checkpointText({ origin: ORIGIN, size, root: rootOf(of.slice(0, size)) }), [signer]);
const hashesOf =
  (of: Uint8Array[]) =>
  ({ level, index }: { level: number; index: number }) =>
    rootOf(of.slice(index * 2 ** level, (index + 1) * 2 ** level));
const provedAt = (size: number, index: number, event: typeof given) => ({
  n: event.version ?? 1,
  body: event.body,
  proof: proofFileText({
    extra: eventSalt(new Uint8Array(32).fill(11), event.eid),
    index,
    proof: inclusionProof(index, size, hashesOf(leaves)),
    checkpoint: headOf(size),
  }),
});
const records = [{ rec: REC, events: [provedAt(3, 1, given), provedAt(7, 5, ended)], disclosures: [] }];
const link = (older: number, newer = NEWEST, of = leaves): Consistency => ({
  older,
  proof: consistencyProof(older, newer, hashesOf(of)),
  checkpoint: headOf(newer, of),
});
const bundleOf = (...consistency: Consistency[]) => writeBundle(sampleParts({ records, anchors: [], consistency }));
const step = async (bundle: Uint8Array) => (await judged(bundle)).steps.find((one) => one.step === "consistency");

test("every head leads to the newest: one line, and the step says how many were looked at", async () => {
  const found = await judged(bundleOf(link(3), link(7)));
  expect(found.verdicts.bytes.status).toBe("valid");
  expect(found.findings.filter((one) => one.step === "consistency")).toEqual([]);
  expect(await step(bundleOf(link(3), link(7)))).toEqual({ step: "consistency", status: "valid", looked: 2 });
  // Over one in the middle, too.
  expect(await step(bundleOf(link(3, 7), link(7)))).toMatchObject({ status: "valid" });
});

test("heads that nothing joins are told as apart; each entry stands for itself, so the bytes are as valid as before", async () => {
  for (const bundle of [bundleOf(), bundleOf(link(7))]) {
    const found = await judged(bundle);
    expect(found.verdicts.bytes.status).toBe("valid");
    expect(found.findings.filter(({ code }) => code === "consistency.apart")).toMatchObject([{ values: { n: 1 } }]);
    expect(await step(bundle)).toMatchObject({ status: "not-checkable" });
  }
});

test("a log that was rewritten after the event, and signed again, is shown by its own proof", async () => {
  const rewritten = leaves.toSpliced(2, 1, sha256(Uint8Array.of(99)));
  const found = await judged(bundleOf(link(3, NEWEST, rewritten), link(7)));
  expect(found.verdicts.bytes.status).toBe("invalid");
  const codes = found.findings.filter(({ status }) => status === "invalid").map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(["consistency.broken", "consistency.forked"]));
});

test("two signed heads of one size that differ are two histories, whoever joins them", async () => {
  const other = leaves.toSpliced(6, 1, sha256(Uint8Array.of(98)));
  const anchors = [{ checkpoint: headOf(7, other), stamps: [] }];
  expect(await wrongs(writeBundle(sampleParts({ records, anchors })))).toEqual(["consistency.forked"]);
});

test("a way that begins where nothing is, or ends in a head that nobody signed, is no way", async () => {
  expect(await wrongs(bundleOf(link(4)))).toEqual(["consistency.alone"]);
  const stranger = noteSigner(ORIGIN, new Uint8Array(32).fill(8));
  const unsigned = { ...link(3), checkpoint: headOf(NEWEST, leaves, stranger) };
  expect(await wrongs(bundleOf(unsigned, link(7)))).toEqual(["consistency.malformed"]);
  const path = `consistency/3-${NEWEST}.txt`;
  const moved = forged(bundleOf(link(3), link(7)), { [path]: (text) => text.replace("old 3", "old 2") });
  expect(await wrongs(moved)).toEqual(["consistency.malformed"]);
});

test("every byte of a consistency proof flipped in turn, packed again by a forger: invalid each time", async () => {
  const bundle = bundleOf(link(3), link(7));
  const path = `consistency/3-${NEWEST}.txt`;
  const files = readZip(bundle);
  if ("problem" in files) throw new Error(files.problem);
  const bytes = files.get(path) as Uint8Array;
  const believed: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const flipped = bytes.slice();
    flipped[i] = (flipped[i] as number) ^ (1 << (i % 7));
    const found = await verifyBundle(forged(bundle, { [path]: () => flipped }));
    if (!("problem" in found) && found.verdicts.bytes.status !== "invalid") believed.push(i);
  }
  expect(bytes.length).toBeGreaterThan(300);
  expect(believed).toEqual([]);
});
