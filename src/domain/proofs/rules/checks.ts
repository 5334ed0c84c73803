/**
 * What of one event can be checked, step by step: the desk says each result in plain words. The same steps stand in the
 * offline verifier (rules/verify), which asks them of a bundle; here they are asked of the rows. Pure.
 *
 * `erased`: what would be needed was destroyed on purpose. `unchecked`: it is not there yet, or not at hand.
 */
import { sameBytes, unbase64url, utf8 } from "../../../platform/encoding.ts";
import { noticeHash } from "../../notices/rules.ts";
import { readCheckpointText } from "../../proof-log/rules/checkpoint.ts";
import { emailDisclosure, eventSalt, logEntry } from "../../proof-log/rules/commitment.ts";
import { readEvent } from "../../proof-log/rules/event.ts";
import { type NoteKey, openNote } from "../../proof-log/rules/note.ts";
import { readProofFile } from "../../proof-log/rules/proof-file.ts";
import { verifyInclusion } from "../../proof-log/rules/proofs.ts";
import { leafHash } from "../../proof-log/rules/tree.ts";

export const STEPS = ["bytes", "address", "commitment", "order", "inclusion", "signature", "text"] as const;
export type Step = (typeof STEPS)[number];
export type Result = "valid" | "invalid" | "erased" | "unchecked";
export type Checks = Record<Step, Result>;

export interface Checked {
  /** The row: JCS text, leaf hash (base64url). */
  eid: string;
  body: string;
  leaf: string;
  /** Leaf of the event before it in its record; null for the first, undefined where it belongs to no record. */
  prev?: string | null | undefined;
  /** The key of the record, or of the act; undefined if it does not open. */
  key: Uint8Array | undefined;
  /** The normalised address that somebody brought; undefined: nobody has. */
  email: string | undefined;
  /** The `.tlog-proof` of its leaf; undefined while it is not sealed. */
  proof: string | undefined;
  /** Origins of the log, today's and those it goes on from, and the keys that may have signed it. */
  origins: readonly string[];
  keys: readonly NoteKey[];
  /** The texts that it names by hash, as they are kept; undefined for one that is not there. */
  texts: { sha256: string; body: string | undefined }[];
}

const yes = (right: boolean): Result => (right ? "valid" : "invalid");

/** Every step of one event. Never throws on rows that somebody changed. */
export function checkEvent(one: Checked): Checks {
  const event = readEvent(utf8(one.body));
  const leaf = unbase64url(one.leaf);
  const proof = one.proof === undefined ? undefined : readProofFile(one.proof);
  const opened = proof && openNote(proof.checkpoint, one.keys);
  const head = opened && readCheckpointText(opened.text);
  return {
    bytes: yes(event?.eid === one.eid && one.origins.includes(event.log)),
    address: addressOf(one, event?._sd),
    commitment: one.key === undefined ? "unchecked" : yes(commits(one.key, one, leaf)),
    order: one.prev === undefined ? "unchecked" : yes(event !== undefined && event.prev === one.prev),
    inclusion:
      one.proof === undefined
        ? "unchecked"
        : yes(
            !!proof &&
              !!head &&
              !!leaf &&
              verifyInclusion({ index: proof.index, size: head.size, leaf, root: head.root }, proof.proof),
          ),
    signature: one.proof === undefined ? "unchecked" : yes(head !== undefined && one.origins.includes(head.origin)),
    text: textOf(one),
  };
}

/** Whether the address that was brought is the one that the event hides (RFC 9901: its digest stands in `_sd`). */
function addressOf({ key, email, eid }: Checked, digests: unknown): Result {
  if (!Array.isArray(digests) || email === undefined || key === undefined) return "unchecked";
  return yes(digests.includes(emailDisclosure(key, eid, email).digest));
}

function commits(key: Uint8Array, { eid, body }: Checked, leaf: Uint8Array | undefined): boolean {
  return leaf !== undefined && sameBytes(leafHash(utf8(logEntry(eventSalt(key, eid), body))), leaf);
}

function textOf({ texts }: Checked): Result {
  if (texts.length === 0) return "unchecked";
  if (texts.some(({ sha256, body }) => body !== undefined && noticeHash(body) !== sha256)) return "invalid";
  return texts.every(({ body }) => body !== undefined) ? "valid" : "unchecked";
}

/** The result of a step over many events: the worst of them; what nobody could check counts only where nothing else does. */
export function worstOf(results: readonly Result[]): Result {
  for (const result of ["invalid", "unchecked", "erased", "valid"] as const)
    if (results.includes(result)) return result;
  return "unchecked";
}
