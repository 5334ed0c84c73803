/**
 * Step 8: by when it existed. A time stamp (RFC 3161) is over the SHA-256 of a signed head of the log; an event is covered if
 * its own proof ends in that head, or in an earlier one from which a consistency proof leads to it (consistency.ts).
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { base64url, hex, sameBytes } from "../../../../../platform/encoding.ts";
import type { Checkpoint } from "../../../../proof-log/rules/checkpoint.ts";
import { readPem } from "../../../../time-stamps/rules/pem.ts";
import {
  type Anchor,
  type RevocationPaper,
  type TimeStamp,
  verifyTimeStamp,
} from "../../../../time-stamps/rules/verify.ts";
import { checkpointPath, stampPath } from "../../bundle/paths.ts";
import type { BundleFiles, StampFiles } from "../../bundle/read.ts";
import { type Entry, type Notes, textOf } from "../entry.ts";
import type { Link } from "./consistency.ts";
import { isOneHouse } from "./origin.ts";
import type { SignedHead } from "./signature.ts";

/** How far our clock may be ahead of the authority's. */
const CLOCKS_APART_MS = 10 * 60_000;

export interface Stamped {
  head: Checkpoint;
  stamp: TimeStamp;
}

export interface TimeOptions {
  readHead(note: string): SignedHead;
  /** Certificates that the reader trusts from elsewhere, DER; without them those of the bundle itself are taken. */
  trusted: readonly Anchor[];
}

/** Heads with a time stamp that holds, and all heads that are there to be stamped and were signed rightly. */
export async function checkStamps(
  bundle: BundleFiles,
  options: TimeOptions,
  notes: Notes,
): Promise<{ heads: Checkpoint[]; stamped: Stamped[] }> {
  const heads: Checkpoint[] = [];
  const stamped: Stamped[] = [];
  for (const [root, note] of bundle.checkpoints) {
    const signed = options.readHead(textOf(note) ?? "");
    if ("code" in signed || hex(signed.head.root) !== root || !isOneHouse(signed.head.origin, bundle.manifest.origin)) {
      notes.note("time.checkpoint", "invalid", checkpointPath(root));
      continue;
    }
    heads.push(signed.head);
    for (const files of bundle.stamps.filter((one) => one.root === root)) {
      notes.look("time");
      const stamp = await verified(files, note, options.trusted, notes);
      if (stamp) stamped.push({ head: signed.head, stamp });
    }
  }
  return { heads, stamped };
}

async function verified(
  { root, authority, tsr, chain, crl, ocsp, path }: StampFiles,
  note: Uint8Array,
  trusted: readonly Anchor[],
  { note: say }: Notes,
): Promise<TimeStamp | undefined> {
  const certificates = chain ? certificatesIn(chain) : [];
  const chainPath = stampPath(root, authority, "chain.pem");
  if (chain && certificates.length === 0) say("time.stamp", "invalid", chainPath, { code: "unreadable" });
  const own = trusted.length === 0;
  const anchors = own ? certificates.slice(-1).map((certificate) => ({ certificate })) : trusted;
  const papers: RevocationPaper[] = [
    ...(crl ? [{ kind: "crl" as const, der: crl }] : []),
    ...(ocsp ? [{ kind: "ocsp" as const, der: ocsp }] : []),
  ];
  const found = await verifyTimeStamp(tsr as Uint8Array, { imprint: sha256(note), anchors, certificates, papers });
  if (found.valid) {
    if (own) say("time.authority_from_bundle", "not-checkable", path, { authority: found.authority });
    return found;
  }
  const { code } = found;
  if (code === "imprint") say("time.imprint", "invalid", path);
  else if (code.startsWith("usage-")) say("time.usage", "invalid", path);
  else if (code === "untrusted") say("time.untrusted", "not-checkable", path);
  else say("time.stamp", "invalid", path, { code });
  return undefined;
}

/** Sets by when each event existed. */
export function checkTimes(
  entries: readonly Entry[],
  stamped: readonly Stamped[],
  links: readonly Link[],
  { look, note }: Notes,
): void {
  const reached = (from: Checkpoint, to: Checkpoint): boolean =>
    isSame(from, to) || links.some(({ older, newer }) => isSame(older, from) && isSame(newer, to));
  // Events of one batch share a head: asked once for each.
  const known = new Map<string, number | undefined>();
  for (const entry of entries) {
    const { head } = entry;
    if (!head || !entry.included) continue;
    look("time");
    const key = `${head.size} ${base64url(head.root)}`;
    if (!known.has(key)) {
      const times = stamped
        .filter((one) => reached(head, one.head))
        .map(({ stamp }) => stamp.at + (stamp.accuracyMs ?? 0));
      known.set(key, times.length > 0 ? Math.min(...times) : undefined);
    }
    const by = known.get(key);
    if (by === undefined)
      note(stamped.length > 0 ? "time.not_covered" : "time.none", "not-checkable", entry.files.path);
    else {
      entry.existedBy = by;
      if (entry.event && Date.parse(entry.event.at) > by + CLOCKS_APART_MS)
        note("time.event_later", "invalid", entry.files.path);
    }
  }
}

const isSame = (a: Checkpoint, b: Checkpoint) =>
  a.origin === b.origin && a.size === b.size && sameBytes(a.root, b.root);

/** Certificates of a PEM file, DER, in their order; none of what is no such file. */
export function certificatesIn(bytes: Uint8Array): Uint8Array[] {
  try {
    return readPem(textOf(bytes) ?? "");
  } catch {
    return [];
  }
}
