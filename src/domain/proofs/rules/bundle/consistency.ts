/**
 * `consistency/<m>-<n>.txt`: that a later head of the log goes on from an earlier one. In the form in which logs ask a
 * witness (C2SP tlog-witness, body of add-checkpoint):
 *
 *     old 12
 *     PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
 *     (empty line, the later checkpoint)
 */
import { base64 } from "../../../../platform/encoding.ts";
import { unbase64Hash } from "../../../proof-log/rules/note.ts";

export interface Consistency {
  /** Size of the earlier tree. */
  older: number;
  proof: Uint8Array[];
  /** The signed later checkpoint, verbatim. */
  checkpoint: string;
}

const MAX_PROOF = 63;

export function consistencyText({ older, proof, checkpoint }: Consistency): string {
  return [`old ${older}`, ...proof.map(base64), "", checkpoint].join("\n");
}

/** Reads it strictly; undefined if it is malformed. Verifies nothing. */
export function readConsistency(text: string): Consistency | undefined {
  const at = text.indexOf("\n\n");
  const [first, ...lines] = text.slice(0, Math.max(at, 0)).split("\n");
  const older = Number(/^old ([1-9]\d{0,15})$/.exec(first ?? "")?.[1]);
  const proof = lines.map(unbase64Hash);
  if (!Number.isSafeInteger(older) || proof.length > MAX_PROOF || proof.some((hash) => !hash)) return undefined;
  return { older, proof: proof as Uint8Array[], checkpoint: text.slice(at + 2) };
}
