/** Events: the commitment hides and binds, salts come from the one key, and nothing that was not asked for gets into the bytes. */

import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emailDisclosure, eventSalt, logEntry } from "../../../src/domain/proof-log/rules/commitment.ts";
import { readDisclosure } from "../../../src/domain/proof-log/rules/disclosure.ts";
import {
  type ActEventInput,
  actEvent,
  personCommitment,
  type RecordEventInput,
  readEvent,
  recordEvent,
} from "../../../src/domain/proof-log/rules/event.ts";
import { leafHash, rootOf } from "../../../src/domain/proof-log/rules/tree.ts";
import { base64url, hex, utf8 } from "../../../src/platform/encoding.ts";

const bytes = (n: number) => new Uint8Array(32).fill(n);
const input: RecordEventInput = {
  log: "news.ministry.example/log",
  ctl: "https://news.ministry.example/#org",
  eid: "5f0c7a52-6f0e-4a43-9a58-0d8a4f6f9b11",
  at: Date.UTC(2026, 10, 22, 9, 0, 0, 123),
  typ: "consent.given",
  rec: "0b7d3b1e-92d4-4a1c-9b53-6c2f7f1d2a90",
  version: 1,
  prev: null,
  key: bytes(1),
  email: "anna@example.org",
  context: [{ name: "user_agent", value: "Sample/1.0", salt: bytes(9) }],
  notice: { id: "newsletter", ver: "3", lang: "lv", sha256: "ab" },
  purposes: [{ id: "newsletter", ver: "1", broader: "dpv:DirectMarketing", decision: "given" }],
  basis: "eu-gdpr:A6-1-a",
  class: "doi",
  until: "withdrawal",
  requested: Date.UTC(2026, 10, 22, 8, 58, 11),
};
const act: ActEventInput = {
  log: input.log,
  ctl: input.ctl,
  eid: input.eid,
  at: input.at,
  typ: "import.page-done",
  key: bytes(2),
  sealedKey: bytes(3),
  facts: { import: "weekly", page: 1 },
};

test("salts are HKDF-SHA-256 of the record's key, one label each", () => {
  const derived = (info: string) => hkdf(sha256, bytes(1), undefined, utf8(info), 32);
  expect(eventSalt(bytes(1), input.eid)).toEqual(derived(`event/${input.eid}`));
  const read = readDisclosure(emailDisclosure(bytes(1), input.eid, input.email).body);
  expect(read).toEqual({ salt: base64url(derived(`email/${input.eid}`)), name: "email", value: "anna@example.org" });
});

test("an event reads back, follows from its key, and lists the digests of its disclosures in order", () => {
  const e = recordEvent(input);
  const event = readEvent(utf8(e.body));
  expect(event).toMatchObject({
    v: "consent-event/1",
    at: "2026-11-22T09:00:00.123Z",
    requested: "2026-11-22T08:58:11.000Z",
    _sd_alg: "sha-256",
    prev: null,
    class: "doi",
  });
  const digests = [emailDisclosure(bytes(1), input.eid, input.email).digest, ...e.disclosures.map((d) => d.digest)];
  expect(event?._sd).toEqual(digests.sort());
  expect(e.entry).toBe(logEntry(eventSalt(bytes(1), input.eid), e.body));
  expect(e.leafBytes).toEqual(leafHash(utf8(e.entry)));
  expect(e).toMatchObject({ leaf: base64url(e.leafBytes), recordId: input.rec, version: 1 });
  expect(Object.keys(event ?? {})).not.toContain("channel");
});

test("address, key and whatever else the caller's object holds stay out of event and entry", () => {
  const careless = { ...input, address: "anna@example.org", token: "t0ken" };
  const e = recordEvent(careless);
  for (const secret of ["anna", "t0ken", "Sample", base64url(bytes(1)), hex(bytes(1))]) {
    expect(e.body).not.toContain(secret);
    expect(e.entry).not.toContain(secret);
  }
  expect(e.body).toBe(recordEvent(input).body);
});

test("the same event under another key or id has another leaf, and an entry does not open with another salt", () => {
  const leaves = [input, { ...input, key: bytes(4) }, { ...input, eid: input.eid.replace("5f0c", "6f0c") }].map(
    (i) => recordEvent(i).leaf,
  );
  expect(new Set(leaves).size).toBe(3);
  expect(logEntry(bytes(5), recordEvent(input).body)).not.toBe(recordEvent(input).entry);
});

test("a bulk act carries the number of people and the root over their commitments, and keeps the commitments", () => {
  const people = [1, 2, 3].map((n) => personCommitment(bytes(n), { row: n }));
  const e = actEvent({ ...act, people });
  expect(readEvent(utf8(e.body))?.people).toEqual({ count: 3, root: base64url(rootOf(people.map(leafHash))) });
  expect(e.commitments).toEqual(Uint8Array.from(people.flatMap((p) => [...p])));
  expect(e.sealedKey).toEqual(bytes(3));
  expect(
    new Set(
      [
        personCommitment(bytes(1), { row: 1 }),
        personCommitment(bytes(2), { row: 1 }),
        personCommitment(bytes(1), { row: 2 }),
      ].map(hex),
    ).size,
  ).toBe(3);
  expect(readEvent(utf8(actEvent({ ...act, people: [] }).body))?.people).toMatchObject({ count: 0 });
});

test("what would make a proof ambiguous is a fault, never an event", () => {
  const bad: (() => unknown)[] = [
    () => recordEvent({ ...input, key: new Uint8Array(31) }),
    () => recordEvent({ ...input, version: 2 }),
    () => recordEvent({ ...input, prev: recordEvent(input).leaf }),
    () => recordEvent({ ...input, version: 2, prev: "short" }),
    () => recordEvent({ ...input, eid: "1" }),
    () => recordEvent({ ...input, at: Number.NaN }),
    () => recordEvent({ ...input, typ: "given" as never }),
    () => recordEvent({ ...input, basis: "e\u0301" }),
    () => recordEvent({ ...input, context: [{ name: "ip", value: "192.0.2.0", salt: new Uint8Array(16) }] }),
    () => actEvent({ ...act, facts: { people: 3 } }),
    () => actEvent({ ...act, facts: { rate: 0.5 } }),
    () => actEvent({ ...act, facts: { long: "x".repeat(17_000) } }),
    () => actEvent({ ...act, people: [new Uint8Array(31)] }),
    () => personCommitment(new Uint8Array(16), {}),
  ];
  for (const make of bad) expect(make).toThrow();
});

test("the reader takes only events, and never throws", () => {
  const body = recordEvent(input).body;
  const near: [string, string][] = [
    ["consent-event/1", "consent-event/2"],
    ["09:00:00.123Z", "09:00:00Z"],
    ["2026-11-22", "2026-02-30"],
    ["2026-11-22", "2026-13-22"],
    ["consent.given", "consent"],
    [input.eid, "5F0C7A52-6F0E-4A43-9A58-0D8A4F6F9B11"],
    ['"prev":null,', ""],
    ['"prev":null', '"prev":"AAAA"'],
    ["{", "{ "],
  ];
  expect(readEvent(utf8(body))).toBeDefined();
  for (const [from, to] of near) expect(readEvent(utf8(body.replace(from, to)))).toBeUndefined();
  fc.assert(fc.property(fc.json(), (json) => readEvent(utf8(json)) === undefined));
  fc.assert(fc.property(fc.uint8Array(), (any) => readEvent(any) === undefined));
});
