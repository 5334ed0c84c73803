/** The worked example of the proof format, byte for byte: event, disclosure, entry, leaf. Whoever changes a byte here breaks every old proof. */
import { sha256 } from "@noble/hashes/sha2.js";
import { expect, test } from "vitest";
import { logEntry } from "../../src/domain/proof-log/rules/commitment.ts";
import { disclose, disclosureDigest, readDisclosure } from "../../src/domain/proof-log/rules/disclosure.ts";
import { readEvent } from "../../src/domain/proof-log/rules/event.ts";
import { leafHash } from "../../src/domain/proof-log/rules/tree.ts";
import { hex, unbase64url, unhex, utf8 } from "../../src/platform/encoding.ts";
import { EMAIL_DISCLOSURE, ENTRY, EVENT, LEAF, SALT } from "./worked-example.ts";

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
