/**
 * Step 4: the personal details that are still kept belong to these events (RFC 9901): each digest stands in the `_sd` of
 * exactly one of them. A digest without its detail is erased: that is how it should be after a withdrawal.
 */
import { readDisclosure } from "../../../../proof-log/rules/disclosure.ts";
import { readDisclosures } from "../../bundle/disclosures.ts";
import { type Entry, type Notes, textOf } from "../entry.ts";

export interface Details {
  kept: { name: string; value: string }[];
  erased: number;
}

/** What is kept and what is gone, event by event. `at`: path of the file, which may be absent. */
export function checkDisclosures(
  entries: readonly Entry[],
  file: { bytes: Uint8Array | undefined; path: string },
  { look, note }: Notes,
): Map<Entry, Details> {
  const text = file.bytes && textOf(file.bytes);
  const kept = text === undefined ? new Map<string, string>() : readDisclosures(text);
  if (!kept || (file.bytes && text === undefined)) note("disclosures.malformed", "invalid", file.path);
  const open = new Map(kept);
  const taken = new Set<string>();
  const found = new Map<Entry, Details>();
  for (const entry of entries) {
    const digests = entry.event?._sd ?? [];
    const details: Details = { kept: [], erased: 0 };
    found.set(entry, details);
    if (digests.length > 0 && (entry.event as { _sd_alg?: unknown })._sd_alg !== "sha-256")
      note("disclosures.algorithm", "invalid", entry.files.path);
    for (const digest of digests) {
      look("disclosures");
      if (taken.has(digest)) note("disclosures.twice", "invalid", entry.files.path);
      taken.add(digest);
      const body = kept?.get(digest);
      const detail = body === undefined ? undefined : readDisclosure(body);
      open.delete(digest);
      if (!detail) details.erased++;
      // RFC 9901 section 7.1: a detail must not put itself in the place of a member.
      else if (detail.name in (entry.event ?? {})) note("disclosures.name_taken", "invalid", entry.files.path);
      else details.kept.push({ name: detail.name, value: shown(detail.value) });
    }
    if (details.erased > 0) note("disclosures.erased", "erased", entry.files.path, { n: details.erased });
  }
  if (open.size > 0) note("disclosures.foreign", "invalid", file.path, { n: open.size });
  return found;
}

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
