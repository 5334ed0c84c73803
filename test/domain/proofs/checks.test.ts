/** What the desk says of rows is what the verifier says of a bundle: each kind of change shows in its own step, and nothing throws. */
import { expect, test } from "vitest";
import { emailDisclosure, eventSalt } from "../../../src/domain/proof-log/rules/commitment.ts";
import type { Evidence } from "../../../src/domain/proof-log/rules/event.ts";
import { type Checked, checkEvents, STEPS } from "../../../src/domain/proofs/rules/checks.ts";
import { EMAIL, no, ORIGIN, QUESTION, REC, SIGNER, sampleLog, yes } from "./sample.ts";

const KEY = new Uint8Array(32).fill(11);
const given = yes();
const ended = no(given);
const HOUSE = { origins: [ORIGIN], keys: [SIGNER] };

function rowsOf(events: readonly Evidence[], change: Partial<Checked> = {}): Checked[] {
  const log = sampleLog(events);
  return events.map((event) => {
    const sha256 = /"sha256":"([^"]+)"/.exec(event.body)?.[1];
    return {
      eid: event.eid,
      body: event.body,
      leaf: event.leaf,
      key: KEY,
      proof: log.proofOf(event, eventSalt(KEY, event.eid)),
      address: emailDisclosure(KEY, event.eid, EMAIL),
      texts: sha256 ? [{ sha256, body: QUESTION }] : [],
      ...change,
    };
  });
}
const wrongSteps = (rows: Checked[], house = HOUSE) =>
  checkEvents(rows, house, REC).map((checks) => STEPS.filter((step) => checks[step] === "invalid"));

test("rows as they were written: every step is valid, a step without its matter is unchecked", () => {
  const [first, second] = checkEvents(rowsOf([given, ended]), HOUSE, REC);
  expect(STEPS.map((step) => first?.[step])).toEqual(STEPS.map(() => "valid"));
  expect(second).toEqual({ ...first, text: "unchecked" });
  const unsealed = checkEvents(rowsOf([given], { proof: undefined, address: undefined }), HOUSE, REC)[0];
  expect(unsealed).toMatchObject({
    commitment: "valid",
    inclusion: "unchecked",
    signature: "unchecked",
    address: "unchecked",
  });
  expect(checkEvents(rowsOf([given], { key: undefined }), HOUSE, REC)[0]).toMatchObject({
    commitment: "unchecked",
    inclusion: "unchecked",
    signature: "valid",
  });
});

test("a changed event, another leaf, another address, another text", () => {
  const changed = given.body.replace("consent.given", "consent.renewed");
  expect(wrongSteps(rowsOf([given], { body: changed }))[0]).toEqual(["commitment", "order", "inclusion"]);
  expect(wrongSteps(rowsOf([given], { body: "{" }))[0]).toEqual(["bytes", "commitment", "order", "inclusion"]);
  expect(wrongSteps(rowsOf([given], { leaf: ended.leaf }))[0]).toEqual(["commitment"]);
  expect(wrongSteps(rowsOf([given], { address: emailDisclosure(KEY, given.eid, "b@inbox.example") }))[0]).toEqual([
    "address",
  ]);
  const sha256 = "0".repeat(64);
  expect(wrongSteps(rowsOf([given], { texts: [{ sha256, body: QUESTION }] }))[0]).toEqual(["text"]);
});

test("a log of somebody else, a key that is not ours, a proof that is none", () => {
  expect(wrongSteps(rowsOf([given]), { ...HOUSE, origins: ["other.example/log"] })[0]).toEqual(["bytes", "signature"]);
  expect(wrongSteps(rowsOf([given]), { ...HOUSE, keys: [] })[0]).toEqual(["signature"]);
  expect(wrongSteps(rowsOf([given], { proof: "nothing" }))[0]).toEqual(["inclusion", "signature"]);
});

test("events that cannot follow each other: one is missing in front, or the state does not allow it", () => {
  expect(wrongSteps(rowsOf([ended]))).toEqual([["order"]]);
  const twice = yes({ eid: ended.eid, version: 2, prev: given.leaf });
  expect(wrongSteps(rowsOf([given, twice]))).toEqual([[], ["order"]]);
  expect(checkEvents(rowsOf([given]), HOUSE)[0]?.order).not.toBe("valid");
});
