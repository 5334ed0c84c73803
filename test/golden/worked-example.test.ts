/** The worked example of the proof format, byte for byte: event, disclosure, entry, leaf. Whoever changes a byte here breaks every old proof. */
import { sha256 } from "@noble/hashes/sha2.js";
import { expect, test } from "vitest";
import { checkpointText, readCheckpointText } from "../../src/domain/proof-log/rules/checkpoint.ts";
import { logEntry } from "../../src/domain/proof-log/rules/commitment.ts";
import { disclose, disclosureDigest, readDisclosure } from "../../src/domain/proof-log/rules/disclosure.ts";
import { readEvent } from "../../src/domain/proof-log/rules/event.ts";
import { noteSigner, openNote, readVkey, signNote, vkeyText } from "../../src/domain/proof-log/rules/note.ts";
import { proofFileText, readProofFile } from "../../src/domain/proof-log/rules/proof-file.ts";
import { verifyInclusion } from "../../src/domain/proof-log/rules/proofs.ts";
import { leafHash, nodeHash } from "../../src/domain/proof-log/rules/tree.ts";
import { hex, unbase64url, unhex, utf8 } from "../../src/platform/encoding.ts";
import { EMAIL_DISCLOSURE, ENTRY, EVENT, LEAF, PROOF_FILE, SALT, VKEY } from "./worked-example.ts";

test("the event is canonical under our profile, 794 bytes, with the published hash", () => {
  expect(utf8(EVENT).length).toBe(794);
  expect(hex(sha256(utf8(EVENT)))).toBe("a8049c9d8d6ae3a69fad246a44dc0d288d4e4cda00d9b20cf15481264166ed21");
  expect(readEvent(utf8(EVENT))).toMatchObject({ typ: "consent.given", prev: null, v: "consent-event/1" });
});

test("the e-mail disclosure is made again from salt and address, and its digest stands in the event", () => {
  const read = readDisclosure(EMAIL_DISCLOSURE);
  expect(read).toMatchObject({ name: "email", value: "anna@example.lv" });
  const again = disclose(unbase64url(read?.salt ?? "") as Uint8Array, "email", "anna@example.lv");
  expect(again.body).toBe(EMAIL_DISCLOSURE);
  expect(disclosureDigest(EMAIL_DISCLOSURE)).toBe(again.digest);
  expect(readEvent(utf8(EVENT))?._sd).toContain(again.digest);
});

test("entry and leaf follow from the salt and the event", () => {
  expect(logEntry(unhex(SALT), EVENT)).toBe(ENTRY);
  expect(hex(leafHash(utf8(ENTRY)))).toBe(LEAF);
});

test("vkey, checkpoint, signature and proof file are made again byte for byte", () => {
  const signer = noteSigner("log.example.com/consent", new Uint8Array(32).fill(7));
  expect(vkeyText(signer)).toBe(VKEY);
  const file = readProofFile(PROOF_FILE);
  const sibling = file?.proof[0] as Uint8Array;
  const root = nodeHash(sibling, unhex(LEAF));
  const checkpoint = signNote(checkpointText({ origin: "log.example.com/consent", size: 2, root }), [signer]);
  expect(proofFileText({ extra: unhex(SALT), index: 1, proof: [sibling], checkpoint })).toBe(PROOF_FILE);
});

test("the proof file alone, with event and vkey, shows that the event was logged", () => {
  const file = readProofFile(PROOF_FILE);
  const head = readCheckpointText(openNote(file?.checkpoint ?? "", [readVkey(VKEY) as never])?.text ?? "");
  expect(head?.origin).toBe(readEvent(utf8(EVENT))?.log);
  const leaf = leafHash(utf8(logEntry(file?.extra as Uint8Array, EVENT)));
  const claim = { index: file?.index ?? -1, size: head?.size ?? 0, leaf, root: head?.root as Uint8Array };
  expect(verifyInclusion(claim, file?.proof ?? [])).toBe(true);
  const other = leafHash(utf8(logEntry(file?.extra as Uint8Array, EVENT.replace("given", "refused"))));
  expect(verifyInclusion({ ...claim, leaf: other }, file?.proof ?? [])).toBe(false);
});
