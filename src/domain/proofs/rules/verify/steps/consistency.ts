/**
 * Whether all signed heads in a bundle are heads of one log: each file of `consistency/` leads from a head that something here is
 * proved against to a later one (RFC 9162 section 2.1.4.2), so that nothing before the later one was rewritten. Two heads of one
 * size that differ are two histories, and whoever signed both has shown it.
 */
import { base64url, sameBytes } from "../../../../../platform/encoding.ts";
import type { Checkpoint } from "../../../../proof-log/rules/checkpoint.ts";
import { verifyConsistency } from "../../../../proof-log/rules/proofs.ts";
import { readConsistency } from "../../bundle/consistency.ts";
import { POLICY } from "../../bundle/paths.ts";
import type { BundleFiles } from "../../bundle/read.ts";
import { type Notes, textOf } from "../entry.ts";
import type { SignedHead } from "./signature.ts";

/** A proved way from a head to a later one. */
export interface Link {
  older: Checkpoint;
  newer: Checkpoint;
}

/** The ways that hold. `heads`: those that entries are proved against and those that are stamped, each signed rightly. */
export function checkConsistency(
  bundle: BundleFiles,
  heads: readonly Checkpoint[],
  readHead: (note: string) => SignedHead,
  { look, note }: Notes,
): Link[] {
  const links: Link[] = [];
  const later: Checkpoint[] = [];
  for (const { path, older: size, newer, bytes } of bundle.consistency) {
    look("consistency");
    const read = readConsistency(textOf(bytes) ?? "");
    const signed = read && readHead(read.checkpoint);
    if (!read || !signed || "code" in signed || read.older !== size || signed.head.size !== newer) {
      note("consistency.malformed", "invalid", path);
      continue;
    }
    const { head } = signed;
    later.push(head);
    const from = heads.filter((one) => one.origin === head.origin && one.size === size);
    if (from.length === 0) note("consistency.alone", "invalid", path);
    else if (!from.every((older) => verifyConsistency(older, head, read.proof)))
      note("consistency.broken", "invalid", path, { older: size, newer });
    else links.push(...from.map((older) => ({ older, newer: head })));
  }
  checkOneLine([...heads, ...later], links, note);
  return links;
}

const nameOf = ({ origin, size, root }: Checkpoint) => `${origin} ${size} ${base64url(root)}`;

/** The largest head of each log is what the others must lead to. */
function checkOneLine(all: readonly Checkpoint[], links: readonly Link[], note: Notes["note"]): void {
  const heads = new Map(all.map((head) => [nameOf(head), head]));
  const joined = new Set<string>();
  for (const origin of new Set(all.map((head) => head.origin))) {
    const line = [...heads.values()].filter((head) => head.origin === origin).sort((a, b) => b.size - a.size);
    for (const [i, head] of line.entries()) {
      const larger = line[i - 1];
      if (larger?.size === head.size && !sameBytes(larger.root, head.root))
        note("consistency.forked", "invalid", POLICY, { size: head.size });
    }
    joined.add(nameOf(line[0] as Checkpoint));
  }
  // A way may lead over a third head: what is joined grows until nothing is added.
  for (let before = 0; before < joined.size; ) {
    before = joined.size;
    for (const { older, newer } of links) if (joined.has(nameOf(newer))) joined.add(nameOf(older));
  }
  const apart = heads.size - joined.size;
  if (apart > 0) note("consistency.apart", "not-checkable", undefined, { n: apart });
}
