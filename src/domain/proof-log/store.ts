/** What an act leaves in the proof log, as inert statements: only `domain/commit.ts` runs them, with the change itself. */
import { and, eq, gt, lte, or, sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../platform/db.ts";
import { checkpoint, disclosure, event, lease as leases, logEntry, tile } from "../../platform/schema.ts";
import type { Tile } from "./rules/edge.ts";
import type { Evidence } from "./rules/event.ts";
import type { SignedHead } from "./views.ts";

const SEALER = "seal";
/** How long a sealer may be silent before another takes over, ms. */
export const LEASE_MS = 30_000;

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

/** Takes the sealer's lease until a time (ms) if it is free; stale if somebody holds it. */
export function takeLease(db: Database, lease: { holder: string; now: number; until: number }): Write {
  const { holder, now, until } = lease;
  return write(
    db.read
      .insert(leases)
      .values({ name: SEALER, holder, until })
      .onConflictDoUpdate({
        target: leases.name,
        set: { holder, until },
        setWhere: or(lte(leases.until, now), gt(leases.until, until)),
      }),
    1,
  );
}

/** Moves the end of a lease that is still ours; stale if it was taken over. */
export function moveLease(db: Database, lease: { holder: string; until: number }): Write {
  const ours = and(eq(leases.name, SEALER), eq(leases.holder, lease.holder));
  return write(db.read.update(leases).set({ until: lease.until }).where(ours), 1);
}

/**
 * Tiles and the checkpoint over them. Rows of level 0 are written when they are full, those above grow with the log and
 * never shrink. A size that was signed already breaks the key, which `commit` answers with `stale`.
 */
export function sealWrites(db: Database, sealed: { tiles: Tile[]; head: SignedHead; at: number }): Write[] {
  const longer = sql`length(excluded.hashes) > length(${tile.hashes})`;
  return [
    ...sealed.tiles.map((t) =>
      write(
        db.read
          .insert(tile)
          .values(t)
          .onConflictDoUpdate({
            target: [tile.level, tile.n],
            set: { hashes: sql`excluded.hashes` },
            setWhere: longer,
          }),
      ),
    ),
    write(db.read.insert(checkpoint).values({ ...sealed.head, at: sealed.at })),
  ];
}
