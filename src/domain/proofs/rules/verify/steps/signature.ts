/**
 * Step 7: the head of the log was signed by a key of the policy, whose name is the log's (C2SP signed-note, Ed25519 as in RFC
 * 8032, strictly), and cosigned as the policy asks. One head stands in many proofs and is verified once.
 */
import { hex } from "../../../../../platform/encoding.ts";
import { type Checkpoint, readCheckpointText } from "../../../../proof-log/rules/checkpoint.ts";
import { type NoteKey, openNote, readNote, unbase64, vkeyText } from "../../../../proof-log/rules/note.ts";
import { cosignedAt } from "../../bundle/cosigner.ts";
import { type Policy, reachesQuorum } from "../../bundle/policy.ts";
import type { FindingCode } from "../verdict.ts";

/** A head that holds, with the keys that signed it; or why it does not. */
export type SignedHead = { head: Checkpoint; by: NoteKey[] } | { code: FindingCode };

const QUORUM: FindingCode = "signature.quorum";

/** Verifies notes, each text once. */
export function headReader(policy: Policy): (note: string) => SignedHead {
  const seen = new Map<string, SignedHead>();
  return (note) => {
    let found = seen.get(note);
    if (!found) {
      found = readHead(note, policy);
      seen.set(note, found);
    }
    return found;
  };
}

function readHead(note: string, policy: Policy): SignedHead {
  const read = readNote(note);
  const head = read && readCheckpointText(read.text);
  if (!read || !head) return { code: whyNot(note) };
  // A key signs for the log whose name it has, and for no other.
  const keys = policy.logs.filter((key) => key.name === head.origin);
  const opened = openNote(note, keys);
  if (!opened) return { code: whyClosed(note, keys) };
  const cosigned = [...policy.witnesses].filter(([, by]) =>
    read.signatures.some((line) => cosignedAt(line, read.text, by) !== undefined),
  );
  const enough = reachesQuorum(policy, new Set(cosigned.map(([name]) => name)));
  return enough ? { head, by: opened.by } : { code: QUORUM };
}

function whyNot(note: string): FindingCode {
  if (note.includes("\r")) return "signature.carriage_return";
  if ([...note].some((char) => char < " " && char !== "\n")) return "signature.control_character";
  const lines = note.slice(note.lastIndexOf("\n\n") + 2).split("\n");
  const codes = lines.flatMap((line) => (line.startsWith("— ") ? [line.split(" ").at(-1) as string] : []));
  const root = note.split("\n")[2] ?? "";
  return [...codes, root].some((code) => unbase64(code) === undefined) ? "signature.base64" : "signature.checkpoint";
}

function whyClosed(note: string, keys: readonly NoteKey[]): FindingCode {
  const ids = (readNote(note)?.signatures ?? []).map(({ name, id }) => `${name}+${id}`);
  const known = ids.filter((id) => keys.some((key) => `${key.name}+${key.id}` === id));
  if (known.length === 0) return "signature.no_known_key";
  return new Set(known).size < known.length ? "signature.same_key_twice" : "signature.wrong";
}

/** Whether one of the keys that signed is one that the reader trusts from elsewhere. */
export function isTrusted(by: readonly NoteKey[], trusted: readonly NoteKey[]): boolean {
  return by.some((key) => trusted.some((one) => hex(one.publicKey) === hex(key.publicKey) && one.name === key.name));
}

export const vkeysOf = (keys: Iterable<NoteKey>): string[] => [...new Set([...keys].map(vkeyText))];
