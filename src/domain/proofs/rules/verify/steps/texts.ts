/** Step 9: the texts in the bundle are those whose hashes the events hold: what was shown, letter by letter. */
import { hex, unbase64url } from "../../../../../platform/encoding.ts";
import { fileHash } from "../../bundle/manifest.ts";
import type { BundleFiles } from "../../bundle/read.ts";
import type { Statement } from "../../dpv/statement.ts";
import type { Entry, Notes } from "../entry.ts";

/** Texts that hold, by hex hash. */
export function checkTexts({ texts }: BundleFiles, { look, note }: Notes): Map<string, Uint8Array> {
  const right = new Map<string, Uint8Array>();
  for (const { sha256, path, bytes } of texts) {
    look("texts");
    if (fileHash(bytes) === sha256) right.set(sha256, bytes);
    else note("texts.hash", "invalid", path);
  }
  return right;
}

/** Hex hashes of what an event says was shown. */
export function shownIn(entry: Entry): string[] {
  const { notice, form, questions } = (entry.event ?? {}) as Partial<Statement> & { questions?: unknown };
  // An act on people names the question that it puts to them, in each language.
  const asked = typeof questions === "object" && questions !== null ? Object.values(questions) : [];
  return [notice?.sha256, form?.sha256, ...asked].flatMap((hash) => {
    if (typeof hash !== "string") return [];
    const bytes = /^[0-9a-f]{64}$/.test(hash) ? undefined : unbase64url(hash);
    return bytes ? [hex(bytes)] : [hash];
  });
}

/** Whether every text that the event names is there. */
export function checkShown(entry: Entry, there: ReadonlyMap<string, Uint8Array>, { note }: Notes): void {
  const missing = shownIn(entry).filter((hash) => !there.has(hash));
  if (missing.length > 0) note("texts.absent", "not-checkable", entry.files.path, { n: missing.length });
}
