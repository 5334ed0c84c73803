/**
 * Witnesses of a log (C2SP tlog-cosignature, Ed25519, type 0x04): somebody else who saw the head of the log at a time and
 * found that it only ever grew. The signature is over `cosignature/v1`, the time, and the text of the checkpoint.
 */
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concat, hex, utf8 } from "../../../../platform/encoding.ts";
import { type NoteSignature, unbase64 } from "../../../proof-log/rules/note.ts";

export interface Cosigner {
  name: string;
  /** Hex of the four bytes. */
  id: string;
  publicKey: Uint8Array;
}

const COSIGNATURE = 0x04;

/** Reads the vkey of a witness; undefined unless type and key id are right. */
export function readCosigner(vkey: string): Cosigner | undefined {
  // The key itself may hold a `+`: only the first two part the name, the id and it.
  const [, name, id, code] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? [];
  const bytes = unbase64(code ?? "");
  if (!name || !id || bytes?.length !== 33 || bytes[0] !== COSIGNATURE) return undefined;
  const made = hex(sha256(concat(utf8(`${name}\n`), bytes)).subarray(0, 4));
  return made === id ? { name, id, publicKey: bytes.slice(1) } : undefined;
}

/** When the witness saw this text, in seconds since 1970, if the line is his and holds. */
export function cosignedAt(line: NoteSignature, text: string, by: Cosigner): number | undefined {
  if (line.name !== by.name || line.id !== by.id || line.signature.length !== 72) return undefined;
  const view = new DataView(line.signature.buffer, line.signature.byteOffset, 8);
  const time = view.getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  try {
    const said = utf8(`cosignature/v1\ntime ${time}\n${text}`);
    const holds = ed25519.verify(line.signature.subarray(8), said, by.publicKey, { zip215: false });
    return holds ? Number(time) : undefined;
  } catch {
    return undefined;
  }
}
