/** A small log with fixed keys, and the bundle of a person who said yes and then withdrew: what bundles and verifier are tested on. */

import { noticeHash } from "../../../src/domain/notices/rules.ts";
import { checkpointText } from "../../../src/domain/proof-log/rules/checkpoint.ts";
import { emailDisclosure, eventSalt } from "../../../src/domain/proof-log/rules/commitment.ts";
import {
  type ActEventInput,
  actEvent,
  type Evidence,
  type RecordEventInput,
  recordEvent,
} from "../../../src/domain/proof-log/rules/event.ts";
import { type NoteSigner, noteSigner, signNote } from "../../../src/domain/proof-log/rules/note.ts";
import { proofFileText } from "../../../src/domain/proof-log/rules/proof-file.ts";
import { inclusionProof } from "../../../src/domain/proof-log/rules/proofs.ts";
import { leafHash, type Node, nodeHash, rootOf } from "../../../src/domain/proof-log/rules/tree.ts";
import type { BundleParts, EventPart } from "../../../src/domain/proofs/rules/bundle/parts.ts";
import { policyText } from "../../../src/domain/proofs/rules/bundle/policy.ts";
import { writeBundle } from "../../../src/domain/proofs/rules/bundle/write.ts";
import { hex } from "../../../src/platform/encoding.ts";

export const ORIGIN = "news.ministry.example/log";
export const CTL = "https://news.ministry.example/#org";
export const SIGNER: NoteSigner = noteSigner(ORIGIN, new Uint8Array(32).fill(7));
export const QUESTION = '<section lang="en"><h1>May we go on writing to you?</h1></section>';
export const EMAIL = "anna@inbox.example";
export const REC = "0b7d3b1e-92d4-4a1c-9b53-6c2f7f1d2a90";
const SUBJECT = "7e0d2f4c-3a5b-4e7f-8b1a-9c2d3e4f5a6b";
const eid = (n: number) => `5f0c7a52-6f0e-4a43-9a58-${String(n).padStart(12, "0")}`;
const key = (n: number) => new Uint8Array(32).fill(n);
const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 10, 22, 9);

/** An event of the record `REC`, after `before`. */
export function personEvent(
  before: Evidence | undefined,
  over: Partial<RecordEventInput> & Pick<RecordEventInput, "typ">,
): Evidence {
  const version = (before?.version ?? 0) + 1;
  const decision = over.typ.slice(over.typ.indexOf(".") + 1) as "given";
  return recordEvent({
    log: ORIGIN,
    ctl: CTL,
    eid: eid(version),
    at: BEGIN + version * DAY,
    rec: REC,
    version,
    prev: before?.leaf ?? null,
    key: key(11),
    email: EMAIL,
    purposes: [{ id: "weekly", ver: "1", broader: "dpv:CommunicationManagement", decision }],
    basis: "eu-gdpr:A6-1-a",
    subject: SUBJECT,
    ...over,
  });
}

/** The yes: a button pressed on the page of a campaign. */
export const yes = (over: Partial<RecordEventInput> = {}): Evidence =>
  personEvent(undefined, {
    typ: "consent.given",
    type: "dpv:ExpressedConsent",
    until: "withdrawal",
    method: "reconsent-page.post",
    channel: "page",
    class: "doi",
    lists: ["weekly"],
    notice: { id: "weekly/question", ver: "1", lang: "en", sha256: noticeHash(QUESTION) },
    context: [{ name: "ip", value: "192.0.2.0/24", salt: key(21) }],
    ...over,
  });
/** The withdrawal by one click. */
export const no = (before: Evidence, over: Partial<RecordEventInput> = {}): Evidence =>
  personEvent(before, { typ: "consent.withdrawn", method: "one-click.post", channel: "one-click", ...over });

/** An act of the institution. */
export const act = (over: Partial<ActEventInput> & Pick<ActEventInput, "typ">): Evidence =>
  actEvent({
    log: ORIGIN,
    ctl: CTL,
    eid: eid(900),
    at: BEGIN,
    key: key(31),
    sealedKey: key(0),
    facts: {},
    ...over,
  });

export interface SampleLog {
  /** The signed head over all entries. */
  checkpoint: string;
  root: string;
  size: number;
  /** The `.tlog-proof` of an event under a salt. */
  proofOf(event: Evidence, salt: Uint8Array): string;
}

/** A log of these entries between others, sealed once. */
export function sampleLog(
  events: readonly Evidence[],
  signers: readonly NoteSigner[] = [SIGNER],
  origin = ORIGIN,
): SampleLog {
  const filler = (n: number) => leafHash(Uint8Array.of(n));
  const leaves = [filler(1), filler(2), ...events.flatMap((event, i) => [event.leafBytes, filler(10 + i)])];
  const root = rootOf(leaves);
  const size = leaves.length;
  const checkpoint = signNote(checkpointText({ origin, size, root }), signers);
  const made = new Map<string, Uint8Array>();
  const hashAt = ({ level, index }: Node): Uint8Array => {
    if (level === 0) return leaves[index] as Uint8Array;
    const name = `${level}/${index}`;
    const hash =
      made.get(name) ??
      nodeHash(hashAt({ level: level - 1, index: 2 * index }), hashAt({ level: level - 1, index: 2 * index + 1 }));
    made.set(name, hash);
    return hash;
  };
  const places = new Map(leaves.map((leaf, i) => [leaf, i]));
  return {
    checkpoint,
    root: hex(root),
    size,
    proofOf(event, salt) {
      const index = places.get(event.leafBytes) ?? -1;
      const ranges = inclusionProof(index, size, hashAt);
      return proofFileText({ extra: salt, index, proof: ranges, checkpoint });
    },
  };
}

/** An event with its proof, as a bundle holds it. `by`: the record's key, if it is not the usual one. */
export function part(log: SampleLog, event: Evidence, by: Uint8Array = key(11)): EventPart {
  return { n: event.version ?? 1, body: event.body, proof: log.proofOf(event, eventSalt(by, event.eid)) };
}
export const actPart = (log: SampleLog, event: Evidence): EventPart => part(log, event, key(31));

/** Parts of the bundle of somebody who said yes and withdrew; the address is still provable, the circumstances are erased. */
export function sampleParts(over: Partial<BundleParts> = {}): BundleParts {
  const given = yes();
  const ended = no(given);
  const log = sampleLog([given, ended]);
  return {
    origin: ORIGIN,
    tool: "pieteka 0.1.0",
    readme: "Pierādījumu komplekts. A bundle of proofs.\n",
    policy: policyText([SIGNER]),
    records: [
      {
        rec: REC,
        events: [part(log, given), part(log, ended)],
        disclosures: [given, ended].map((event) => emailDisclosure(key(11), event.eid, EMAIL).body),
      },
    ],
    notices: [QUESTION],
    anchors: [{ checkpoint: log.checkpoint, stamps: [] }],
    ...over,
  };
}

export const sampleBundle = (over: Partial<BundleParts> = {}): Uint8Array => writeBundle(sampleParts(over));
