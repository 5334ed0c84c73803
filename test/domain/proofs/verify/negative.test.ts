/** What must not pass (the list at the end of PROOF 8, and more of its kind): each has its own clear verdict, though the forger packed the bundle anew. */
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { noticeHash } from "../../../../src/domain/notices/rules.ts";
import { checkpointText } from "../../../../src/domain/proof-log/rules/checkpoint.ts";
import { emailDisclosure, eventSalt, personCommitment } from "../../../../src/domain/proof-log/rules/commitment.ts";
import { disclose } from "../../../../src/domain/proof-log/rules/disclosure.ts";
import type { Evidence } from "../../../../src/domain/proof-log/rules/event.ts";
import { noteSigner, signNote } from "../../../../src/domain/proof-log/rules/note.ts";
import { proofFileText } from "../../../../src/domain/proof-log/rules/proof-file.ts";
import { inclusionProof } from "../../../../src/domain/proof-log/rules/proofs.ts";
import { entryBundle } from "../../../../src/domain/proof-log/rules/tile.ts";
import { leafHash, rootOf } from "../../../../src/domain/proof-log/rules/tree.ts";
import type { BundleParts, RecordPart } from "../../../../src/domain/proofs/rules/bundle/parts.ts";
import type { PersonInAct } from "../../../../src/domain/proofs/rules/bundle/people.ts";
import { policyText } from "../../../../src/domain/proofs/rules/bundle/policy.ts";
import { writeBundle } from "../../../../src/domain/proofs/rules/bundle/write.ts";
import { base64 } from "../../../../src/platform/encoding.ts";
import { type Changes, forged, wrongs } from "../forge.ts";
import {
  act,
  actPart,
  EMAIL,
  no,
  part,
  personEvent,
  QUESTION,
  REC,
  SIGNER,
  sampleBundle,
  sampleLog,
  sampleParts,
  yes,
} from "../sample.ts";

const bundle = sampleBundle();
const EVENT = "events/0001.json";
const PROOF = "events/0001.tlog-proof";
const NOTICE = `notices/${noticeHash(QUESTION)}.html`;
const OTHER = "1b7d3b1e-92d4-4a1c-9b53-6c2f7f1d2a90";
const key = new Uint8Array(32).fill(11);

describe("each known trick has its own verdict", () => {
  const cases: [name: string, changes: Changes, code: string][] = [
    [
      "a member twice: one reader would see given, another refused",
      { [EVENT]: (t) => t.replace('"typ":"consent.given"', '"typ":"consent.refused","typ":"consent.given"') },
      "event.name_twice",
    ],
    [
      "a member twice, one of them written with an escape",
      { [EVENT]: (t) => t.replace('"typ":', '"t\\u0079p":"consent.refused","typ":') },
      "event.name_twice",
    ],
    ["white space in an event", { [EVENT]: (t) => t.replace(",", ", ") }, "event.other_form"],
    ["an event that is no JSON", { [EVENT]: () => "{" }, "event.not_json"],
    ["an event longer than events are", { [EVENT]: (t) => t + " ".repeat(16_384) }, "event.too_long"],
    [
      "an event of another format",
      { [EVENT]: (t) => t.replace("consent-event/1", "consent-event/2") },
      "event.members",
    ],
    ["another content", { [EVENT]: (t) => t.replace('"weekly"', '"daily"') }, "inclusion.not_in_log"],
    ["base64 with stray bits", { [PROOF]: (t) => t.replace(/^(index .*\n.*)(.)=$/m, "$1B=") }, "inclusion.base64"],
    ["base64 without padding", { [PROOF]: (t) => t.replace(/^(extra .*)=$/m, "$1") }, "inclusion.base64"],
    [
      "base64 of the other alphabet",
      { [PROOF]: (t) => t.replace(/^extra .*$/m, `extra ${"-".repeat(43)}=`) },
      "inclusion.base64",
    ],
    ["lines that end in CRLF", { [PROOF]: (t) => t.replaceAll("\n", "\r\n") }, "inclusion.carriage_return"],
    ["a control character", { [PROOF]: (t) => t.replace("index ", "index\t") }, "inclusion.control_character"],
    ["a place beyond the end of the log", { [PROOF]: (t) => t.replace(/^index 2$/m, "index 6") }, "inclusion.index"],
    ["another place", { [PROOF]: (t) => t.replace(/^index 2$/m, "index 3") }, "inclusion.not_in_log"],
    [
      "a salt of 31 bytes, which HMAC would fill up with a zero",
      { [PROOF]: (t) => t.replace(/^extra .*$/m, `extra ${base64(new Uint8Array(31).fill(5))}`) },
      "inclusion.salt_length",
    ],
    ["a hash too few", { [PROOF]: (t) => t.replace(/^index 2\n.*\n/m, "index 2\n") }, "inclusion.not_in_log"],
    ["a hash too many", { [PROOF]: (t) => t.replace("\n\n", `\n${base64(key)}\n\n`) }, "inclusion.not_in_log"],
    ["another format of proofs", { [PROOF]: (t) => t.replace("@v1", "@v2") }, "inclusion.malformed"],
    [
      "CRLF in the note alone",
      { [PROOF]: (t) => `${t.split("\n\n")[0]}\n\n${t.slice(t.indexOf("\n\n") + 2).replaceAll("\n", "\r\n")}` },
      "signature.carriage_return",
    ],
    [
      "a control character in the note",
      { [PROOF]: (t) => t.replace(/\n\n— /, "\nx\ty\n\n— ") },
      "signature.control_character",
    ],
    ["two lines of one key", { [PROOF]: (t) => t.replace(/(— .*\n)$/, "$1$1") }, "signature.same_key_twice"],
    [
      "a signature with stray bits",
      { [PROOF]: (t) => t.replace(/(.)(=+)\n$/, (_, c, p) => `${c === "B" ? "C" : "B"}${p}\n`) },
      "signature.base64",
    ],
    ["a signature over another size", { [PROOF]: (t) => t.replace(/^6$/m, "7") }, "signature.wrong"],
    [
      "no signature line of a known key",
      { [PROOF]: (t) => t.replace(/— (.*) .*\n$/, `— $1 ${base64(new Uint8Array(68).fill(1))}\n`) },
      "signature.no_known_key",
    ],
    ["a head that is none", { [PROOF]: (t) => t.replace(/^6$/m, "06") }, "signature.checkpoint"],
    ["a policy that is none", { "policy.txt": (t) => t.replace("quorum none\n", "") }, "signature.policy"],
    [
      "a quorum that nobody reached",
      { "policy.txt": (t) => t.replace("quorum none", `witness w ${WITNESS}\nquorum w`) },
      "signature.quorum",
    ],
    ["a text changed by one letter, under its old name", { [NOTICE]: (t) => t.replace("May", "may") }, "texts.hash"],
    ["an event left out in the middle", { [EVENT]: null, [PROOF]: null }, "chain.gap"],
    ["events that change places", swapped("events/0001", "events/0002"), "chain.prev"],
    [
      "a disclosure of somebody else",
      { "disclosures.txt": () => `${emailDisclosure(new Uint8Array(32), "x", EMAIL).body}\n` },
      "disclosures.foreign",
    ],
    [
      "disclosures out of order",
      { "disclosures.txt": (t) => `${t.trim().split("\n").reverse().join("\n")}\n` },
      "disclosures.malformed",
    ],
  ];
  test.each(cases)("%s", async (_, changes, code) => {
    expect(await wrongs(forged(bundle, changes))).toContain(code);
  });
});

/** A witness of the public test vectors (FiloSottile/sunlight, cmd/skylight/testdata/witness2). */
const WITNESS = "witness2.example.org+2e55b896+BIZ7fpceQWd60IfqQeS9IAnmNOCZjMDne8lZuguz/bi9";

/** Two events of a bundle with each other's names. */
function swapped(a: string, b: string): Changes {
  const files = unzipSync(bundle);
  const pairs = ["json", "tlog-proof"].flatMap((type) => [
    [`${a}.${type}`, `${b}.${type}`],
    [`${b}.${type}`, `${a}.${type}`],
  ]) as [string, string][];
  return Object.fromEntries(pairs.map(([to, from]) => [to, () => files[from] as Uint8Array]));
}

/** A bundle of these records and nothing else. */
const of = (records: RecordPart[], over: Partial<BundleParts> = {}) =>
  writeBundle(sampleParts({ records, anchors: [], ...over }));

describe("nor does what is well signed but says what cannot be", () => {
  test("a disclosure of one event laid beside another", async () => {
    const given = yes();
    const other = yes({ eid: "5f0c7a52-6f0e-4a43-9a58-000000000777", rec: OTHER, key: new Uint8Array(32).fill(12) });
    const log = sampleLog([given, other]);
    const his = emailDisclosure(key, given.eid, EMAIL).body;
    const hers = emailDisclosure(new Uint8Array(32).fill(12), other.eid, EMAIL).body;
    const records = (a: string, b: string) => [
      { rec: REC, events: [part(log, given)], disclosures: [a] },
      { rec: OTHER, events: [part(log, other, new Uint8Array(32).fill(12))], disclosures: [b] },
    ];
    expect(await wrongs(of(records(his, hers)))).toEqual([]);
    expect(await wrongs(of(records(hers, his)))).toEqual(["disclosures.foreign"]);
  });

  test("a record under the name of another", async () => {
    const given = yes();
    const log = sampleLog([given]);
    const one = { rec: OTHER, events: [part(log, given)], disclosures: [] };
    const two = { rec: `2${OTHER.slice(1)}`, events: [part(log, given)], disclosures: [] };
    expect(await wrongs(of([one, two]))).toEqual(["chain.record"]);
  });

  test("a proof of another log, whoever signed it", async () => {
    const elsewhere = "other.example/log";
    const theirs = noteSigner(elsewhere, new Uint8Array(32).fill(3));
    const given = yes();
    const checkpoint = signNote(checkpointText({ origin: elsewhere, size: 1, root: rootOf([given.leafBytes]) }), [
      theirs,
    ]);
    const proof = proofFileText({ extra: eventSalt(key, given.eid), index: 0, proof: [], checkpoint });
    const records = [{ rec: REC, events: [{ n: 1, body: given.body, proof }], disclosures: [] }];
    const both = policyText([SIGNER, theirs]);
    expect(await wrongs(of(records, { policy: both }))).toEqual(["origin.other_log"]);
    expect(await wrongs(of(records))).toEqual(["signature.no_known_key"]);
    expect(await wrongs(of(records, { policy: both, origin: elsewhere }))).toEqual([
      "origin.not_the_bundles",
      "origin.other_log",
    ]);
  });

  test("a key of one log signs for no other", async () => {
    const theirs = noteSigner("other.example/log", new Uint8Array(32).fill(3));
    const given = yes();
    const log = sampleLog([given], [theirs]);
    const records = [{ rec: REC, events: [part(log, given)], disclosures: [] }];
    expect(await wrongs(of(records, { policy: policyText([theirs]) }))).toEqual(["signature.no_known_key"]);
  });

  test("events of two controllers in one bundle", async () => {
    const given = yes();
    const left = no(given, { ctl: "https://other.example/#org" });
    const log = sampleLog([given, left]);
    const records = [{ rec: REC, events: [part(log, given), part(log, left)], disclosures: [] }];
    expect(await wrongs(of(records))).toEqual(["origin.other_controller"]);
  });

  test("a withdrawal of what was never given, a second yes, a decision that the type contradicts", async () => {
    const told = async (...events: Evidence[]) => {
      const log = sampleLog(events);
      return wrongs(
        of([{ rec: REC, events: events.map((event, i) => ({ ...part(log, event), n: i + 1 })), disclosures: [] }]),
      );
    };
    expect(await told(personEvent(undefined, { typ: "consent.withdrawn" }))).toEqual(["chain.state"]);
    const given = yes();
    expect(await told(given, personEvent(given, { typ: "consent.given" }))).toEqual(["chain.state"]);
    expect(await told(given, personEvent(given, { typ: "consent.renewed" }))).toEqual([]);
    const back = no(given);
    expect(await told(given, back, personEvent(back, { typ: "consent.given" }))).toEqual([]);
    const purposes = [{ id: "weekly", ver: "1", broader: "dpv:Marketing", decision: "given" as const }];
    expect(await told(personEvent(undefined, { typ: "consent.refused", purposes }))).toEqual(["chain.decision"]);
    expect(await told(given, no(given, { prev: "A".repeat(43) }))).toEqual(["chain.prev"]);
    expect(await told(given, no(given, { version: 1, prev: null }))).toEqual(["chain.prev"]);
  });

  test("a later event that stands earlier in the log", async () => {
    const given = yes();
    const left = no(given);
    const log = sampleLog([left, given]);
    expect(await wrongs(of([{ rec: REC, events: [part(log, given), part(log, left)], disclosures: [] }]))).toEqual([
      "chain.order",
    ]);
  });

  test("a detail that takes the place of a member", async () => {
    const salt = new Uint8Array(32).fill(21);
    const context = [{ name: "typ", value: "consent.refused", salt }];
    const given = yes({ context });
    const log = sampleLog([given]);
    const disclosures = [disclose(salt, "typ", "consent.refused").body];
    expect(await wrongs(of([{ rec: REC, events: [part(log, given)], disclosures }]))).toEqual([
      "disclosures.name_taken",
    ]);
  });

  test("a person who was not in the act, or in another one", async () => {
    const salt = new Uint8Array(32).fill(41);
    const facts = (eid: string, subject: string) => ({ eid, subject });
    const ids = ["a", "b", "c"];
    const eid = "5f0c7a52-6f0e-4a43-9a58-000000000900";
    const people = ids.map((subject) => personCommitment(salt, facts(eid, subject)));
    const imported = act({ typ: "consent.expired", people });
    const log = sampleLog([imported]);
    const leaves = people.map(leafHash);
    const proof = (index: number) =>
      inclusionProof(index, 3, ({ level, index: at }) => rootOf(leaves.slice(at * 2 ** level, (at + 1) * 2 ** level)));
    const told = (one: PersonInAct) =>
      wrongs(of([], { notices: [], acts: [{ ...actPart(log, imported), n: 1, people: [one] }] }));
    expect(await told({ index: 2, facts: facts(eid, "c"), salt, proof: proof(2) })).toEqual([]);
    expect(await told({ index: 2, facts: facts(eid, "d"), salt, proof: proof(2) })).toEqual(["people.not_in_act"]);
    expect(await told({ index: 1, facts: facts(eid, "c"), salt, proof: proof(2) })).toEqual(["people.not_in_act"]);
    expect(await told({ index: 2, facts: facts(eid.replace("9", "8"), "c"), salt, proof: proof(2) })).toEqual([
      "people.other_act",
    ]);
  });

  test("an entry longer than a bundle of entries can say", () => {
    expect(() => entryBundle([new Uint8Array(65_536)])).toThrow("65,535");
    expect(entryBundle([new Uint8Array(65_535)])).toHaveLength(65_537);
  });
});
