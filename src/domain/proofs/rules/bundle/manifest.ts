/**
 * `manifest.json`, the list of what is in a bundle, as RFC 8785 bytes. Its own SHA-256 is the fingerprint of the bundle. It
 * finds what was changed, lost or added on the way; it proves nothing of its own, because whoever changes a file can write
 * a new list. What proves is the signed log.
 *
 *     {"files":{"README.txt":"9f86…","events/0001.json":"60aa…"},"format":"pieteka-bundle/1","origin":"news.ministry.example/log","tool":"pieteka 0.1.0"}
 */
import { sha256 } from "@noble/hashes/sha2.js";
import canonicalize from "canonicalize";
import { hex, utf8 } from "../../../../platform/encoding.ts";
import { isBundlePath, MANIFEST } from "./paths.ts";
import type { Problem } from "./problem.ts";

export const FORMAT = "pieteka-bundle/1";

export interface Manifest {
  format: typeof FORMAT;
  /** Origin of the log whose entries the bundle proves. */
  origin: string;
  /** What wrote it. */
  tool: string;
  /** Profile of the records in `record.jsonld`, where there are any. */
  profile?: string;
  /** Path → SHA-256 in hex, of every file but the manifest. */
  files: Record<string, string>;
}

/** SHA-256 of a file as the manifest writes it. */
export const fileHash = (bytes: Uint8Array): string => hex(sha256(bytes));

/** The bytes of a manifest. */
export function manifestBytes(manifest: Manifest): Uint8Array {
  return utf8(canonicalize(manifest) as string);
}

/** Reads it strictly: exactly what `manifestBytes` writes. */
export function readManifest(bytes: Uint8Array): Manifest | Problem {
  const malformed: Problem = { problem: "manifest.malformed", at: MANIFEST };
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text) as Record<string, unknown>;
    if (typeof value !== "object" || value === null || canonicalize(value) !== text) return malformed;
    const { format, origin, tool, profile, files, ...more } = value;
    if (typeof format === "string" && format !== FORMAT && /^pieteka-bundle\/\d+$/.test(format))
      return { problem: "manifest.newer", at: MANIFEST };
    if (format !== FORMAT || typeof origin !== "string" || typeof tool !== "string" || Object.keys(more).length > 0)
      return malformed;
    if (profile !== undefined && typeof profile !== "string") return malformed;
    if (typeof files !== "object" || files === null || Array.isArray(files)) return malformed;
    for (const [path, hash] of Object.entries(files))
      if (!isBundlePath(path) || path === MANIFEST || !/^[0-9a-f]{64}$/.test(String(hash))) return malformed;
    return value as unknown as Manifest;
  } catch {
    return malformed;
  }
}
