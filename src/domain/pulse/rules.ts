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

/**
 * What the last heartbeat says now. A row with a smaller number than the witness knows is an older copy; one that has beaten
 * before, beside a witness that knows nothing, is a copy in a new place.
 */
export function waking(last: Beat | undefined, now: number, origin: string, witness: Witnessed): Waking {
  if (!last) return typeof witness === "number" ? "restored" : "alive";
  if (last.origin !== origin || witness === "empty") return "restored";
  if (typeof witness === "number" && last.n < witness) return "restored";
  return now - last.at >= ASLEEP_MS ? "outage" : "alive";
}
