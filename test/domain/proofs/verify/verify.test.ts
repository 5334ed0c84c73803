/** The verifier on bundles that are right, and what it says of what cannot be known. */
import { expect, test } from "vitest";
import { emailDisclosure } from "../../../../src/domain/proof-log/rules/commitment.ts";
import { noteKey, noteSigner, vkeyText } from "../../../../src/domain/proof-log/rules/note.ts";
import type { BundleParts } from "../../../../src/domain/proofs/rules/bundle/parts.ts";
import { policyText } from "../../../../src/domain/proofs/rules/bundle/policy.ts";
import { writeBundle } from "../../../../src/domain/proofs/rules/bundle/write.ts";
import type { Report } from "../../../../src/domain/proofs/rules/verify/verdict.ts";
import { type VerifyOptions, verifyBundle } from "../../../../src/domain/proofs/rules/verify/verify.ts";
import { act, actPart, CTL, EMAIL, no, ORIGIN, part, REC, SIGNER, sampleLog, sampleParts, yes } from "../sample.ts";

async function report(parts: BundleParts, options?: VerifyOptions): Promise<Report> {
  const found = await verifyBundle(writeBundle(parts), options);
  if ("problem" in found) throw new Error(found.problem);
  return found;
}
const codes = (found: Report) => found.findings.map(({ code }) => code);

test("somebody who said yes and withdrew: bytes valid, no time stamp, circumstances erased, each said apart", async () => {
  const found = await report(sampleParts());
  expect(found.verdicts).toEqual({
    bytes: { status: "valid", evidence: "holder" },
    time: { status: "not-checkable", evidence: "holder" },
    content: { status: "erased", evidence: "holder" },
  });
  expect(codes(found).sort()).toEqual([
    "chain.end_unknown",
    "disclosures.erased",
    "key.from_bundle",
    "time.none",
    "time.none",
  ]);
  expect(found.origin).toBe(ORIGIN);
  expect(found.controller).toBe(CTL);
  expect(found.keys).toEqual([vkeyText(SIGNER)]);
  expect(found.records[0]?.events).toMatchObject([
    { typ: "consent.given", index: 2, details: [{ name: "email", value: EMAIL }], erased: 1, evidence: "holder" },
    { typ: "consent.withdrawn", index: 4, details: [{ name: "email", value: EMAIL }], erased: 0 },
  ]);
});

test("a key that the reader has from elsewhere is compared; another one is told", async () => {
  const known = await report(sampleParts(), { keys: [noteKey(ORIGIN, SIGNER.publicKey)] });
  expect(codes(known)).not.toContain("key.from_bundle");
  expect(known.verdicts.bytes.status).toBe("valid");
  const other = await report(sampleParts(), { keys: [noteSigner(ORIGIN, new Uint8Array(32).fill(8))] });
  expect(codes(other)).toContain("key.other");
  expect(other.verdicts.bytes.status).toBe("invalid");
});

test("without any detail everything is erased, and the bytes are as valid as before", async () => {
  const parts = sampleParts();
  const found = await report({ ...parts, records: parts.records.map((one) => ({ ...one, disclosures: [] })) });
  expect(found.verdicts).toMatchObject({ bytes: { status: "valid" }, content: { status: "erased" } });
  expect(found.records[0]?.events.map(({ erased }) => erased)).toEqual([2, 1]);
});

test("who vouches stands first: staff and imports are the institution's word, one of each is told as both", async () => {
  const byStaff = yes({ class: "staff", channel: "staff", method: "staff.phone", by: "s1", context: [] });
  const log = sampleLog([byStaff]);
  const records = [{ rec: REC, events: [part(log, byStaff)], disclosures: [] }];
  expect((await report(sampleParts({ records }))).verdicts.bytes.evidence).toBe("institution");
  const left = no(byStaff);
  const both = sampleLog([byStaff, left]);
  const two = [{ rec: REC, events: [part(both, byStaff), part(both, left)], disclosures: [] }];
  expect((await report(sampleParts({ records: two }))).verdicts.content.evidence).toBe("mixed");
  const complaint = no(byStaff, { channel: "provider", method: "provider.complaint" });
  const told = sampleLog([byStaff, complaint]);
  const three = [{ rec: REC, events: [part(told, byStaff), part(told, complaint)], disclosures: [] }];
  expect((await report(sampleParts({ records: three }))).records[0]?.events[1]?.evidence).toBe("provider");
});

test("an act of the institution is proved like any event, and is its word", async () => {
  const published = act({ typ: "notice.published", facts: { kind: "question" } });
  const log = sampleLog([published]);
  const found = await report(
    sampleParts({ records: [], acts: [{ ...actPart(log, published), n: 1 }], anchors: [], notices: [] }),
  );
  expect(found.verdicts).toMatchObject({
    bytes: { status: "valid", evidence: "institution" },
    content: { status: "valid" },
  });
  expect(found.acts).toMatchObject([{ typ: "notice.published", index: 2 }]);
});

test("an event that is not sealed yet is not checkable, which is neither right nor wrong", async () => {
  const given = yes();
  const log = sampleLog([given]);
  const { proof: _, ...unsealed } = part(log, given);
  const found = await report(sampleParts({ records: [{ rec: REC, events: [unsealed], disclosures: [] }] }));
  expect(found.verdicts.bytes.status).toBe("not-checkable");
  expect(codes(found)).toContain("inclusion.no_proof");
});

test("a text that is not in the bundle is not checkable", async () => {
  const found = await report(sampleParts({ notices: [] }));
  expect(codes(found)).toContain("texts.absent");
  expect(found.verdicts.content.status).toBe("not-checkable");
});

test("while a key is changed two sign, and either is enough", async () => {
  const next = noteSigner(ORIGIN, new Uint8Array(32).fill(9));
  const given = yes();
  const log = sampleLog([given], [next, SIGNER]);
  const records = [
    {
      rec: REC,
      events: [part(log, given)],
      disclosures: [emailDisclosure(new Uint8Array(32).fill(11), given.eid, EMAIL).body],
    },
  ];
  const found = await report(sampleParts({ records, anchors: [] }));
  expect(found.verdicts.bytes.status).toBe("valid");
});

test("a log that goes on under a new name: right where the bundle shows the opening, not checkable where it does not", async () => {
  const next = `${ORIGIN}/1a2b3c4d`;
  const signer = noteSigner(next, new Uint8Array(32).fill(7));
  const given = yes();
  const opened = act({ typ: "log.opened", log: next, facts: { continues: ORIGIN, size: 4 } });
  const log = sampleLog([given, opened], [signer], next);
  const records = [{ rec: REC, events: [part(log, given)], disclosures: [] }];
  const over = { records, origin: next, anchors: [], policy: policyText([signer]) };
  const shown = await report(sampleParts({ ...over, acts: [{ ...actPart(log, opened), n: 1 }] }));
  expect(shown.verdicts.bytes.status).toBe("valid");
  const alone = await report(sampleParts(over));
  expect(codes(alone)).toContain("origin.earlier_log");
  expect(alone.verdicts.bytes.status).toBe("not-checkable");
});
