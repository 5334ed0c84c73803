/** SQL of suppression that is no list and no review. Tags themselves are written by consent/store.ts alone (`suppressWrites`). */
import type { Write } from "../../platform/db.ts";
import { hex } from "../../platform/encoding.ts";
import { EVERYTHING } from "./rules.ts";

/** By which door an address with a tag came back. */
export const DOORS = ["import", "sign-up", "confirm-link", "return-page", "own-page", "api"] as const;
export type AttemptDoor = (typeof DOORS)[number];

/** refused: it ended there. asked: one mail asks its owner. returned: he came back by his own consent. */
export const OUTCOMES = ["refused", "asked", "returned"] as const;
export type AttemptOutcome = (typeof OUTCOMES)[number];

/**
 * Counts a return, by the tags that stand now: once for each reason. Writes nothing where there is none. Stands before what
 * takes the tags away.
 */
export function returnWrite(attempt: {
  door: AttemptDoor;
  outcome: AttemptOutcome;
  tags: readonly Uint8Array[];
  /** Purposes that were asked for. */
  purposeIds: readonly string[];
  day: string;
  at: number;
}): Write {
  const { door, outcome, tags, purposeIds, day, at } = attempt;
  return {
    sql: `INSERT INTO return_attempt (day, door, reason, outcome, n, at)
          SELECT ?, ?, reason, ?, 1, ? FROM suppression WHERE tag IN (SELECT unhex(value) FROM json_each(?))
            AND (scope = '${EVERYTHING}' OR scope IN (SELECT value FROM json_each(?))) GROUP BY reason
          ON CONFLICT (day, door, reason, outcome) DO UPDATE SET n = n + 1, at = excluded.at`,
    args: [day, door, outcome, at, JSON.stringify(tags.map((t) => hex(t))), JSON.stringify(purposeIds)],
  };
}

/** Counts returns that were counted elsewhere: reason → how many. */
export function returnsWrite(attempts: {
  door: AttemptDoor;
  outcome: AttemptOutcome;
  reasons: Readonly<Record<string, number>>;
  day: string;
  at: number;
}): Write {
  const { door, outcome, reasons, day, at } = attempts;
  return {
    sql: `INSERT INTO return_attempt (day, door, reason, outcome, n, at)
          SELECT ?, ?, key, ?, value, ? FROM json_each(?) WHERE true
          ON CONFLICT (day, door, reason, outcome) DO UPDATE SET n = n + excluded.n, at = excluded.at`,
    args: [day, door, outcome, at, JSON.stringify(reasons)],
  };
}
