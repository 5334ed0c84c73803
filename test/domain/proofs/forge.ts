/** A forger: changes files of a bundle and packs it again with a fresh manifest, so that only the proof itself can tell. */
import { fileHash, manifestBytes, readManifest } from "../../../src/domain/proofs/rules/bundle/manifest.ts";
import { inOrder, MANIFEST } from "../../../src/domain/proofs/rules/bundle/paths.ts";
import { readZip } from "../../../src/domain/proofs/rules/bundle/zip/read.ts";
import { zipWriter } from "../../../src/domain/proofs/rules/bundle/zip/write.ts";
import type { Report } from "../../../src/domain/proofs/rules/verify/verdict.ts";
import { type VerifyOptions, verifyBundle } from "../../../src/domain/proofs/rules/verify/verify.ts";
import { concat, utf8 } from "../../../src/platform/encoding.ts";

/** Text → text for a path, or null to take the file out. A path that is not there is added (it gets ""). */
export type Changes = Record<string, ((text: string) => string | Uint8Array) | null>;

export function forged(bundle: Uint8Array, changes: Changes): Uint8Array {
  const files = readZip(bundle);
  if ("problem" in files) throw new Error(files.problem);
  const changed = new Map(files);
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) changed.delete(path);
    else {
      const to = change(new TextDecoder().decode(files.get(path) ?? new Uint8Array(0)));
      changed.set(path, typeof to === "string" ? utf8(to) : to);
    }
  }
  const manifest = readManifest(files.get(MANIFEST) as Uint8Array);
  if ("problem" in manifest) throw new Error(manifest.problem);
  changed.delete(MANIFEST);
  const names = [...changed.keys()].sort((a, b) => (inOrder(a, b) ? -1 : 1));
  const listed = Object.fromEntries(names.map((path) => [path, fileHash(changed.get(path) as Uint8Array)]));
  const zip = zipWriter();
  const pieces = names.flatMap((path) => zip.add(path, changed.get(path) as Uint8Array));
  pieces.push(...zip.add(MANIFEST, manifestBytes({ ...manifest, files: listed })), ...zip.end());
  return concat(...pieces);
}

export async function judged(bundle: Uint8Array, options?: VerifyOptions): Promise<Report> {
  const found = await verifyBundle(bundle, options);
  if ("problem" in found) throw new Error(found.problem);
  return found;
}

/** Codes of what is wrong or unknown, without what every bundle of ours has. */
export async function wrongs(bundle: Uint8Array, options?: VerifyOptions): Promise<string[]> {
  const { findings } = await judged(bundle, options);
  return [...new Set(findings.filter(({ status }) => status === "invalid").map(({ code }) => code))];
}
