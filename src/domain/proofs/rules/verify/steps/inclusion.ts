/**
 * Steps 5 and 6: from the event and its salt to the leaf (HMAC-SHA-256, RFC 6962), and from the leaf to the root of the log
 * (RFC 9162 section 2.1.3.2). Whether that root was signed is the next step.
 */
import { utf8 } from "../../../../../platform/encoding.ts";
import { type Checkpoint, readCheckpointText } from "../../../../proof-log/rules/checkpoint.ts";
import { logEntry } from "../../../../proof-log/rules/commitment.ts";
import { readNote, unbase64 } from "../../../../proof-log/rules/note.ts";
import { readProofFile } from "../../../../proof-log/rules/proof-file.ts";
import { verifyInclusion } from "../../../../proof-log/rules/proofs.ts";
import { leafHash } from "../../../../proof-log/rules/tree.ts";
import { type Entry, type Notes, textOf } from "../entry.ts";
import type { FindingCode } from "../verdict.ts";

/** Gives the head that the proof file states; `entry.leaf` and `entry.included` say how far it came. */
export function checkInclusion(entry: Entry, { look, note }: Notes): Checkpoint | undefined {
  const { proof: bytes, proofPath, path } = entry.files;
  if (!bytes) {
    look("inclusion");
    note("inclusion.no_proof", "not-checkable", path);
    return undefined;
  }
  look("inclusion");
  const text = textOf(bytes);
  const proof = text === undefined ? undefined : readProofFile(text);
  if (!proof) {
    note(whyNot(text), "invalid", proofPath);
    return undefined;
  }
  entry.proof = proof;
  const head = readCheckpointText(readNote(proof.checkpoint)?.text ?? "");
  if (!entry.event) return head;
  if (!proof.extra) note("inclusion.no_salt", "erased", proofPath);
  else if (proof.extra.length !== 32) note("inclusion.salt_length", "invalid", proofPath, { n: proof.extra.length });
  else {
    entry.leaf = leafHash(utf8(logEntry(proof.extra, textOf(entry.files.bytes) as string)));
    if (head) checkPlace(entry, head, { look, note });
  }
  return head;
}

function checkPlace(entry: Entry, head: Checkpoint, { note }: Pick<Notes, "look" | "note">): void {
  const { proof, leaf, files } = entry;
  if (!proof || !leaf) return;
  const { index } = proof;
  if (index >= head.size) note("inclusion.index", "invalid", files.proofPath, { index, size: head.size });
  else if (verifyInclusion({ index, size: head.size, leaf, root: head.root }, proof.proof)) entry.included = true;
  else note("inclusion.not_in_log", "invalid", files.proofPath);
}

/** Which of the known mistakes a proof file has, above its checkpoint. */
function whyNot(text: string | undefined): FindingCode {
  const above = text?.split("\n\n")[0] ?? "";
  if (text === undefined) return "inclusion.malformed";
  if (text.includes("\r")) return "inclusion.carriage_return";
  if ([...above].some((char) => char < " " && char !== "\n")) return "inclusion.control_character";
  const codes = above.split("\n").flatMap((line) => {
    if (line.startsWith("extra ")) return [line.slice(6)];
    return /^(?:c2sp\.org|index )/.test(line) ? [] : [line];
  });
  return codes.some((code) => unbase64(code) === undefined) ? "inclusion.base64" : "inclusion.malformed";
}
