/**
 * What of events can be checked, as the desk says it: the steps of the offline verifier (rules/verify), taken over the rows of
 * the house instead of the files of a bundle, and put together to the few results that the desk shows. Pure.
 *
 * `erased`: what would be needed was destroyed on purpose. `unchecked`: it is not there yet, or not at hand.
 */
import { sameBytes, unbase64url, utf8 } from "../../../platform/encoding.ts";
import { noticeHash } from "../../notices/rules.ts";
import { eventSalt, logEntry } from "../../proof-log/rules/commitment.ts";
import type { Disclosure } from "../../proof-log/rules/disclosure.ts";
import type { NoteKey } from "../../proof-log/rules/note.ts";
import { leafHash } from "../../proof-log/rules/tree.ts";
import { type Entry, notes } from "./verify/entry.ts";
import { checkChain } from "./verify/steps/chain.ts";
import { checkEvent } from "./verify/steps/event.ts";
import { checkInclusion } from "./verify/steps/inclusion.ts";
import { headReader } from "./verify/steps/signature.ts";
import type { StepName } from "./verify/verdict.ts";

export const STEPS = ["bytes", "address", "commitment", "order", "inclusion", "signature", "text"] as const;
export type Step = (typeof STEPS)[number];
export type Result = "valid" | "invalid" | "erased" | "unchecked";
export type Checks = Record<Step, Result>;

export interface Checked {
  /** The row: JCS text, leaf hash (base64url). */
  eid: string;
  body: string;
  leaf: string;
  /** The key of the record, or of the act; undefined if it does not open. */
  key: Uint8Array | undefined;
  /** The `.tlog-proof` of its leaf, with the salt of the event where the key opens; undefined while it is not sealed. */
  proof: string | undefined;
  /** The address that somebody brought, as this event would disclose it; undefined: nobody has. */
  address: Pick<Disclosure, "digest"> | undefined;
  /** The texts that it names by hash, as they are kept; undefined for one that is not there. */
  texts: { sha256: string; body: string | undefined }[];
}

/** What may stand under an entry of this house: origins of the log, today's and those it goes on from, and every key of theirs. */
export interface LogNames {
  origins: readonly string[];
  keys: readonly NoteKey[];
}

/** Every step of each event. `rec`: they are all the events of this record, in order. Never throws on rows that somebody changed. */
export function checkEvents(events: readonly Checked[], { origins, keys }: LogNames, rec?: string): Checks[] {
  const all = notes(new Map());
  // The desk shows only heads of the house: its own names stand for themselves, without witnesses.
  const readHead = headReader({ logs: [...keys], witnesses: new Map(), groups: new Map(), quorum: "none" });
  const entries = events.map(({ body, proof }, i): Entry => {
    const files = {
      path: `${i}`,
      n: i + 1,
      bytes: utf8(body),
      proofPath: `${i}`,
      ...(proof && { proof: utf8(proof) }),
    };
    const entry: Entry = { files, ...(rec !== undefined && { folder: "" }) };
    checkEvent(entry, all);
    checkInclusion(entry, all);
    return entry;
  });
  if (rec !== undefined) checkChain(entries, rec, all);
  const wrong = (step: StepName, { files }: Entry) =>
    all.findings.some((one) => one.step === step && one.status === "invalid" && one.at === files.path);
  const yes = (right: boolean): Result => (right ? "valid" : "invalid");
  return events.map((one, i) => {
    const entry = entries[i] as Entry;
    const signed = entry.proof && readHead(entry.proof.checkpoint);
    return {
      bytes: yes(entry.event?.eid === one.eid && origins.includes(entry.event.log)),
      address: !entry.event?._sd || !one.address ? "unchecked" : yes(entry.event._sd.includes(one.address.digest)),
      commitment: one.key === undefined ? "unchecked" : yes(commits(one.key, one)),
      order: rec === undefined ? "unchecked" : yes(!!entry.event && !wrong("chain", entry)),
      inclusion: one.proof === undefined || one.key === undefined ? "unchecked" : yes(entry.included === true),
      signature:
        one.proof === undefined
          ? "unchecked"
          : yes(!!signed && "head" in signed && origins.includes(signed.head.origin)),
      text: textOf(one),
    };
  });
}

/** Whether the row's leaf is this event's: it may be so before it is sealed. */
function commits(key: Uint8Array, { eid, body, leaf }: Checked): boolean {
  const bytes = unbase64url(leaf);
  return bytes !== undefined && sameBytes(leafHash(utf8(logEntry(eventSalt(key, eid), body))), bytes);
}

function textOf({ texts }: Checked): Result {
  if (texts.length === 0) return "unchecked";
  if (texts.some(({ sha256, body }) => body !== undefined && noticeHash(body) !== sha256)) return "invalid";
  return texts.every(({ body }) => body !== undefined) ? "valid" : "unchecked";
}
