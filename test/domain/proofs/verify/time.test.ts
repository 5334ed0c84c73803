/** "Existed by time T": only by a stamp over this very head, by an issuer the reader trusts, and only for events that it covers. */
import { sha256 } from "@noble/hashes/sha2.js";
import { beforeAll, expect, test } from "vitest";
import { checkpointText } from "../../../../src/domain/proof-log/rules/checkpoint.ts";
import { eventSalt } from "../../../../src/domain/proof-log/rules/commitment.ts";
import { noteSigner, signNote } from "../../../../src/domain/proof-log/rules/note.ts";
import { proofFileText } from "../../../../src/domain/proof-log/rules/proof-file.ts";
import { consistencyProof, inclusionProof } from "../../../../src/domain/proof-log/rules/proofs.ts";
import { rootOf } from "../../../../src/domain/proof-log/rules/tree.ts";
import type { StampPart } from "../../../../src/domain/proofs/rules/bundle/parts.ts";
import { writeBundle } from "../../../../src/domain/proofs/rules/bundle/write.ts";
import { pemText } from "../../../../src/domain/time-stamps/rules/pem.ts";
import { hex, utf8 } from "../../../../src/platform/encoding.ts";
import { type Authority, makeAuthority, makeCertificate } from "../../../fakes/tsa/authority.ts";
import { makeReply, makeToken, type TokenWish } from "../../../fakes/tsa/token.ts";
import { forged, judged } from "../forge.ts";
import { ORIGIN, part, REC, SIGNER, sampleLog, sampleParts, yes } from "../sample.ts";

const given = yes();
const log = sampleLog([given]);
const AT = Date.parse("2026-11-24T00:05:01Z");
let tsa: Authority;
beforeAll(async () => {
  tsa = await makeAuthority();
});

const stamp = async (wish: Partial<TokenWish> = {}, over: Partial<StampPart> = {}): Promise<StampPart> => {
  const service = wish.service ?? tsa.service;
  const imprint = sha256(utf8(log.checkpoint));
  const token = await makeToken({ service, along: [service, tsa.issuer], imprint, at: AT, accuracy: [1], ...wish });
  return {
    tsr: makeReply(0, token),
    chain: pemText([tsa.service, tsa.issuer, tsa.root].map(({ der }) => der)),
    ...over,
  };
};
const records = [{ rec: REC, events: [part(log, given)], disclosures: [] }];
const bundle = async (...stamps: StampPart[]) =>
  writeBundle(sampleParts({ records, anchors: [{ checkpoint: log.checkpoint, stamps }] }));
const trusting = () => ({ authorities: [{ certificate: tsa.root.der }] });
const codesOf = async (...stamps: StampPart[]) =>
  (await judged(await bundle(...stamps), trusting())).findings
    .filter(({ step }) => step === "time")
    .map(({ code }) => code);

test("with an issuer that the reader trusts: existed by the time of the stamp and its accuracy", async () => {
  const found = await judged(await bundle(await stamp({ qualified: true })), trusting());
  expect(found.verdicts.time.status).toBe("valid");
  expect(found.existedBy).toBe(AT + 1000);
  expect(found.stamps).toEqual([
    { at: AT, authority: "Test time stamps, Paraugs", claimsQualified: true, root: hex(sha256(tsa.root.der)) },
  ]);
  expect(found.records[0]?.events[0]?.existedBy).toBe(AT + 1000);
});

test("by the certificates of the bundle alone it is told, but not believed: anybody can make an issuer", async () => {
  const found = await judged(await bundle(await stamp()));
  expect(found.verdicts).toMatchObject({ bytes: { status: "valid" }, time: { status: "not-checkable" } });
  expect(found.findings.map(({ code }) => code)).toContain("time.authority_from_bundle");
  expect(found.existedBy).toBe(AT + 1000);
});

test("of two issuers the earlier time counts, and one that is trusted is enough", async () => {
  const early = await stamp({ at: AT - 5000 }, { authority: "lvrtc" });
  const found = await judged(await bundle(await stamp({}, { authority: "office" }), early), trusting());
  expect(found.existedBy).toBe(AT - 5000 + 1000);
});

test("a stamp over another head, by another certificate, broken, or from nowhere", async () => {
  expect(await codesOf(await stamp({ imprint: sha256(utf8("another")) }))).toContain("time.imprint");
  const usages = ["1.3.6.1.5.5.7.3.1"];
  const web = await makeCertificate({ name: "A web server", issuer: tsa.issuer, usages });
  expect(await codesOf(await stamp({ service: web }))).toContain("time.usage");
  const both = await makeCertificate({ name: "Both", issuer: tsa.issuer, usages: ["1.3.6.1.5.5.7.3.8", ...usages] });
  expect(await codesOf(await stamp({ service: both }))).toContain("time.usage");
  expect(await codesOf(await stamp({ signedBy: web.keys.privateKey }))).toContain("time.stamp");
  expect(await codesOf({ ...(await stamp()), tsr: utf8("nothing") })).toContain("time.stamp");
  expect(await codesOf({ ...(await stamp()), chain: "no certificate" })).toContain("time.stamp");
  const stranger = await makeAuthority();
  expect(
    await codesOf(await stamp({ service: stranger.service, along: [stranger.service, stranger.issuer] })),
  ).toContain("time.untrusted");
});

test("a stamp moved to a head that it is not over", async () => {
  const later = signNote(checkpointText({ origin: ORIGIN, size: log.size, root: rootOf([given.leafBytes]) }), [SIGNER]);
  const other = writeBundle(sampleParts({ records, anchors: [{ checkpoint: later, stamps: [await stamp()] }] }));
  expect((await judged(other, trusting())).findings.map(({ code }) => code)).toContain("time.imprint");
});

test("a head under another name than its root, or signed by nobody", async () => {
  const path = `anchors/${log.root}.checkpoint`;
  const whole = await bundle(await stamp());
  const unsigned = forged(whole, { [path]: (t) => t.replace("A", "B") });
  expect((await judged(unsigned, trusting())).findings.map(({ code }) => code)).toContain("time.checkpoint");
  const strange = noteSigner(ORIGIN, new Uint8Array(32).fill(8));
  const resigned = signNote(log.checkpoint.slice(0, log.checkpoint.indexOf("\n\n") + 1), [strange]);
  expect((await judged(forged(whole, { [path]: () => resigned }), trusting())).verdicts.time.status).toBe("invalid");
});

test("an event dated after the stamp that is over it contradicts it", async () => {
  expect(await codesOf(await stamp({ at: Date.parse(JSON.parse(given.body).at) - 3_600_000 }))).toContain(
    "time.event_later",
  );
});

test("an earlier head reaches the stamp over a later one by a consistency proof, and not without or by a false one", async () => {
  const leaves: Uint8Array[] = [1, 2, 3, 4, 5, 6, 7].map((n) => sha256(Uint8Array.of(n)));
  leaves[1] = given.leafBytes;
  const headOf = (size: number) =>
    signNote(checkpointText({ origin: ORIGIN, size, root: rootOf(leaves.slice(0, size)) }), [SIGNER]);
  const hashAt = ({ level, index }: { level: number; index: number }) =>
    rootOf(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
  const extra = eventSalt(new Uint8Array(32).fill(11), given.eid);
  const proof = proofFileText({ extra, index: 1, proof: inclusionProof(1, 3, hashAt), checkpoint: headOf(3) });
  const of = [{ rec: REC, events: [{ n: 1, body: given.body, proof }], disclosures: [] }];
  const anchors = [{ checkpoint: headOf(7), stamps: [await stamp({ imprint: sha256(utf8(headOf(7))) })] }];
  const link = { older: 3, proof: consistencyProof(3, 7, hashAt), checkpoint: headOf(7) };
  const told = async (consistency: (typeof link)[]) =>
    judged(writeBundle(sampleParts({ records: of, anchors, consistency })), trusting());
  expect((await told([link])).verdicts.time.status).toBe("valid");
  const without = await told([]);
  expect(without.findings.map(({ code }) => code)).toContain("time.not_covered");
  expect(without.verdicts.time.status).toBe("not-checkable");
  const wrong = await told([{ ...link, proof: link.proof.toReversed() }]);
  expect(wrong.findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["consistency.broken", "time.not_covered"]),
  );
});
