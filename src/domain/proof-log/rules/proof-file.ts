/**
 * The proof of one event as a file that verifies offline (C2SP tlog-proof): the salt that opens the commitment, the place
 * in the log, the inclusion proof, and the signed head of the log.
 *
 *     c2sp.org/tlog-proof@v1
 *     extra y90glE+TioJtUEYitSkR37jhv3tmS/mlFrVjddk2TzY=
 *     index 1
 *     oLNQuRsHreRvWkQQuUGfuK9yrxBP5QgpXk0OGRxMI/A=
 *     (empty line, checkpoint note)
 */
import { base64 } from "../../../platform/encoding.ts";
import { unbase64, unbase64Hash } from "./note.ts";

export interface ProofFile {
  /** The event's salt: without it the file proves an entry, not its content. */
  extra?: Uint8Array;
  index: number;
  proof: Uint8Array[];
  /** The signed checkpoint, verbatim. */
  checkpoint: string;
}

const FORMAT = "c2sp.org/tlog-proof@v1";
const MAX_PROOF = 63;

/** Writes a `.tlog-proof` file. */
export function proofFileText({ extra, index, proof, checkpoint }: ProofFile): string {
  const lines = [
    FORMAT,
    ...(extra ? [`extra ${base64(extra)}`] : []),
    `index ${index}`,
    ...proof.map(base64),
    "",
    checkpoint,
  ];
  return lines.join("\n");
}

/** Reads a `.tlog-proof` file strictly; undefined if it is malformed. Verifies nothing. */
export function readProofFile(text: string): ProofFile | undefined {
  const at = text.indexOf("\n\n");
  const [format, ...lines] = text.slice(0, at).split("\n");
  if (at < 0 || format !== FORMAT) return undefined;
  const salt = lines[0]?.startsWith("extra ") ? unbase64((lines.shift() as string).slice(6)) : null;
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? "")?.[1];
  const proof = lines.map(unbase64Hash);
  if (salt === undefined || index === undefined || proof.length > MAX_PROOF) return undefined;
  if (!Number.isSafeInteger(Number(index)) || proof.some((hash) => hash === undefined)) return undefined;
  return {
    ...(salt ? { extra: salt } : {}),
    index: Number(index),
    proof: proof as Uint8Array[],
    checkpoint: text.slice(at + 2),
  };
}
