/** What an act leaves in the proof log, as inert statements: only `domain/commit.ts` runs them, with the change itself. */
import { type Database, type Write, write } from "../../platform/db.ts";
import { disclosure, event, logEntry } from "../../platform/schema.ts";
import type { Evidence } from "./rules/event.ts";

/**
 * The rows of each piece of evidence, in order: event, its context disclosures, log entry. A second event with the same
 * number in a record breaks `event_once`, which `commit` answers with `stale`.
 */
export function appendWrites(db: Database, proof: Evidence[]): Write[] {
  return proof.flatMap((e) => [
    write(
      db.read.insert(event).values({
        eid: e.eid,
        recordId: e.recordId,
        version: e.version,
        typ: e.typ,
        body: e.body,
        sealedKey: e.sealedKey,
        commitments: e.commitments,
        leaf: e.leaf,
        at: e.at,
      }),
    ),
    ...(e.disclosures.length === 0
      ? []
      : [write(db.read.insert(disclosure).values(e.disclosures.map((d) => ({ ...d, eid: e.eid }))))]),
    write(db.read.insert(logEntry).values({ entry: e.entry, leaf: e.leafBytes })),
  ]);
}
