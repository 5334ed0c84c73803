/** A receipt where a bundle is expected: the same verifier takes both, because a receipt holds all that a bundle of one record needs. */
import { writeBundle } from "../bundle/write.ts";
import { partsOfReceipt } from "./read.ts";

/** The bundle that a receipt stands for; anything else as it came. */
export function asBundle(file: Uint8Array): Uint8Array {
  const parts = partsOfReceipt(file);
  if (!parts) return file;
  try {
    return writeBundle(parts);
  } catch {
    // Two events of one number, or a name that no bundle takes.
    return file;
  }
}
