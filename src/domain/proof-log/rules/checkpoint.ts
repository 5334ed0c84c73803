/**
 * The head of the log (C2SP tlog-checkpoint), the text that is signed as a note:
 *
 *     news.ministry.example/log
 *     70000
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 */
import { base64 } from "../../../platform/encoding.ts";
import { unbase64Hash } from "./note.ts";

export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
}

/** The note text of a checkpoint. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!origin || origin.includes("\n") || !Number.isSafeInteger(size) || size < 0 || root.length !== 32)
    throw new Error("not a checkpoint");
  return `${origin}\n${size}\n${base64(root)}\n`;
}

/** Reads a checkpoint's text strictly; extension lines are allowed and left out. undefined for anything else. */
export function readCheckpointText(text: string): Checkpoint | undefined {
  if (!text.endsWith("\n")) return undefined;
  const lines = text.slice(0, -1).split("\n");
  const [origin, digits, code] = lines;
  if (lines.some((line) => line === "") || !origin || !/^(?:0|[1-9]\d{0,15})$/.test(digits ?? "")) return undefined;
  const size = Number(digits);
  const root = unbase64Hash(code ?? "");
  return root && Number.isSafeInteger(size) ? { origin, size, root } : undefined;
}
