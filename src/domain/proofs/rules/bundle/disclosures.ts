/**
 * `disclosures.txt`: the personal details that are still kept (RFC 9901), one on each line, sorted. There is no such file
 * where all of them are erased; which event a line belongs to is found by its digest.
 *
 *     WyJNdmVjcVJMVHZjSjI5c0c1STF4bThoMFMwazg5RzcxdzNyQUZ0aXFjbm1VIiwiZW1haWwiLCJhbm5hQGV4YW1wbGUubHYiXQ
 */
import { disclosureDigest, readDisclosure } from "../../../proof-log/rules/disclosure.ts";

/** Writes it. Throws on what is no disclosure. */
export function disclosuresText(bodies: readonly string[]): string {
  const lines = [...new Set(bodies)].sort();
  if (lines.some((line) => !readDisclosure(line))) throw new Error("not a disclosure");
  return lines.map((line) => `${line}\n`).join("");
}

/** Disclosures by their digest; undefined unless the file is one that `disclosuresText` writes, and not empty. */
export function readDisclosures(text: string): Map<string, string> | undefined {
  const lines = text.slice(0, -1).split("\n");
  if (!text.endsWith("\n") || lines.some((line) => !readDisclosure(line))) return undefined;
  if (lines.some((line, i) => i > 0 && !((lines[i - 1] as string) < line))) return undefined;
  return new Map(lines.map((line) => [disclosureDigest(line), line]));
}
