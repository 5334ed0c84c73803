/** SQL of openings. Each step is guarded by the state it starts from and by its end, so that no step happens twice or late. */
import { and, eq, gt } from "drizzle-orm";
import { type Database, holds, type Write, write } from "../../../platform/db.ts";
import { proofOpening } from "../../../platform/schema.ts";
import { ASKED_MS, type Ground, LOOKS_AN_HOUR, LOOKS_WINDOW_MS, OPENED_MS } from "../rules/opening.ts";

/** A request; `tag` is the newest link tag of the address that was typed, whether or not anything is found by it. */
export function askWrite(
  db: Database,
  o: { id: string; ground: Ground; reason: string; by: string; at: number; tag: Uint8Array },
): Write {
  const { id, ground, reason, by, at, tag } = o;
  const row = { id, state: "asked" as const, ground, reason, askedBy: by, askedAt: at, tag, until: at + ASKED_MS };
  return write(db.read.insert(proofOpening).values(row));
}

/** The second person agrees; the time to use it begins anew. */
export function grantWrite(db: Database, o: { id: string; by: string; at: number }): Write {
  const set = { state: "granted" as const, decidedBy: o.by, decidedAt: o.at, until: o.at + ASKED_MS };
  return write(db.read.update(proofOpening).set(set).where(inState(o, "asked")), 1);
}

/** The second person says no; the tag goes at once. */
export function refuseWrite(db: Database, o: { id: string; by: string; at: number; note: string }): Write {
  const set = { state: "refused" as const, decidedBy: o.by, decidedAt: o.at, note: o.note, tag: null };
  return write(db.read.update(proofOpening).set(set).where(inState(o, "asked")), 1);
}

/** The address was typed again: what it opened can be read until the end; the tag goes at once. */
export function openGrantedWrite(db: Database, o: { id: string; at: number; records: string[] }): Write {
  const { at, records } = o;
  const set = { state: "opened" as const, openedAt: at, until: at + OPENED_MS, records, tag: null };
  return write(db.read.update(proofOpening).set(set).where(inState(o, "granted")), 1);
}

/** Asked and opened in one, where the institution asks for no second person. */
export function openWrite(
  db: Database,
  o: { id: string; ground: Ground; reason: string; by: string; at: number; records: string[] },
): Write {
  const { id, ground, reason, by, at, records } = o;
  const row = { id, state: "opened" as const, ground, reason, askedBy: by, askedAt: at, openedAt: at, records };
  return write(db.read.insert(proofOpening).values({ ...row, until: at + OPENED_MS }));
}

const inState = ({ id, at }: { id: string; at: number }, state: "asked" | "granted") =>
  and(eq(proofOpening.id, id), eq(proofOpening.state, state), gt(proofOpening.until, at));

/** Stale where this member of staff has looked too often within the hour. Stands before the line of this look. */
export function notTooOftenHolds(actor: string, now: number): Write {
  return holds(
    `(SELECT count(*) FROM read_log WHERE actor = ? AND at > ? AND act IN ('proofs.look-up','proofs.open','proofs.ask','reading.person','hold.place')
       AND outcome IS NOT 'refused')
     < ${LOOKS_AN_HOUR}`,
    [actor, now - LOOKS_WINDOW_MS],
  );
}

/** Openings that are over keep who, when and why, and nothing that leads to a person: neither tag nor records. */
export function overWrite(now: number): Write {
  return {
    sql: "UPDATE proof_opening SET tag=NULL, records=NULL WHERE until <= ? AND coalesce(tag, records) IS NOT NULL",
    args: [now],
  };
}
