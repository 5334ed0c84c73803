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

/**
 * What the last heartbeat says now. `witness` is the number of the newest heartbeat that is known outside the database:
 * a row with a smaller number is an older copy.
 */
export function waking(last: Beat | undefined, now: number, origin: string, witness: number | undefined): Waking {
  if (!last) return witness === undefined ? "alive" : "restored";
  if (last.origin !== origin || (witness !== undefined && last.n < witness)) return "restored";
  return now - last.at >= ASLEEP_MS ? "outage" : "alive";
}
