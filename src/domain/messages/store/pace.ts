/** SQL of a provider's pace and of its wish for a pause. */
import type { Write } from "../../../platform/db.ts";
import type { Block, Pace } from "../rules/pace.ts";

/** Refusals follow each other if the next one comes so soon after the pause of the last. */
const IN_A_ROW_MS = 10 * 60_000;

/** A slot is taken; stale if another hand-over was faster. */
export function slotWrite(name: string, from: Pace | undefined, to: Pace): Write {
  return from
    ? {
        sql: "UPDATE pace SET tat_us=?, interval_us=? WHERE name=? AND tat_us=? AND interval_us=?",
        args: [to.tatUs, to.intervalUs, name, from.tatUs, from.intervalUs],
        expect: 1,
      }
    : {
        sql: "INSERT INTO pace (name, tat_us, interval_us) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        args: [name, to.tatUs, to.intervalUs],
        expect: 1,
      };
}

/** The provider has said which rate it takes. */
export function learnWrite(name: string, intervalUs: number): Write {
  return {
    sql: `INSERT INTO pace (name, tat_us, interval_us) VALUES (?, 0, ?)
          ON CONFLICT (name) DO UPDATE SET interval_us=excluded.interval_us`,
    args: [name, intervalUs],
  };
}

/**
 * The provider wants nothing until then. `since` stays that of the first refusal in a row: of one that ended not longer ago
 * than a mailing may have had nothing to hand over.
 */
export function blockWrite(name: string, block: Block, intervalUs: number): Write {
  return {
    sql: `INSERT INTO pace (name, tat_us, interval_us, blocked_until, blocked_code, blocked_since) VALUES (?, 0, ?, ?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET blocked_until=max(coalesce(blocked_until, 0), excluded.blocked_until),
            blocked_code=excluded.blocked_code, blocked_since=iif(coalesce(blocked_until, 0) + ? < excluded.blocked_since, excluded.blocked_since,
              coalesce(blocked_since, excluded.blocked_since))`,
    args: [name, intervalUs, block.until, block.code, block.since, IN_A_ROW_MS],
  };
}

/** It takes mail again. */
export function unblockWrite(name: string): Write {
  return {
    sql: "UPDATE pace SET blocked_until=NULL, blocked_code=NULL, blocked_since=NULL WHERE name=?",
    args: [name],
  };
}
