/**
 * Was the program asleep, and does it stand on another database? Pure. A schedule that fires by itself after an outage or
 * a restore is how people get mail nobody wanted any more (PEERS 2, pain 16): then a person lets it go on.
 */

/** A heartbeat older than this is an outage. */
export const ASLEEP_MS = 3_600_000;

/** The row of the last heartbeat, and what the runtime has seen outside the database. */
export interface Beat {
  n: number;
  at: number;
  /** Fingerprint of the database's address. */
  origin: string;
}

export type Waking = "alive" | "outage" | "restored";

/** What is known outside the database: the newest heartbeat, that nothing was ever written there, or there is no such place. */
export type Witnessed = number | "empty" | undefined;

/** By what it was noticed. Each but `silence` may mean a restored copy, and none of them proves one. */
export type Sign =
  /** The last heartbeat is an hour old. */
  | "silence"
  /** The database stands at another address than at the last heartbeat. */
  | "other-place"
  /** The witness knows nothing: a copy in a new place, or somebody has deleted the witness's file. */
  | "no-witness"
  /** The witness has seen a newer heartbeat: an older copy. */
  | "older"
  /** The database has no heartbeat, and the witness has seen one. */
  | "no-beat";

/** What the last heartbeat shows now; undefined: all is well. */
export function signOf(last: Beat | undefined, now: number, origin: string, witness: Witnessed): Sign | undefined {
  if (!last) return typeof witness === "number" ? "no-beat" : undefined;
  if (last.origin !== origin) return "other-place";
  if (witness === "empty") return "no-witness";
  if (typeof witness === "number" && last.n < witness) return "older";
  return now - last.at >= ASLEEP_MS ? "silence" : undefined;
}

/** What that means. */
export function waking(last: Beat | undefined, now: number, origin: string, witness: Witnessed): Waking {
  const sign = signOf(last, now, origin, witness);
  return sign === undefined ? "alive" : sign === "silence" ? "outage" : "restored";
}
