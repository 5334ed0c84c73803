/** A file of a bundle with its sums. What is the same in every bundle (the verifier, two thirds of a megabyte) is summed once. */
import { fileHash } from "./manifest.ts";
import { crc32 } from "./zip/crc.ts";

export interface Summed {
  bytes: Uint8Array;
  /** SHA-256 in hex, for the manifest. */
  sha256: string;
  /** CRC-32, for the ZIP. */
  crc: number;
}

/** Sums it. The bytes must not change afterwards. */
export const summed = (bytes: Uint8Array): Summed => ({ bytes, sha256: fileHash(bytes), crc: crc32(bytes) });
