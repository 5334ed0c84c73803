/** SQL of the leases by which a mailing has one live chain of jobs. Names are `deliver/<mailing id>` and the like. */
import type { Write } from "../../../platform/db.ts";

/** Takes a lease: the one that `from` names, whenever it ends; without `from` one that is free. Stale if it is neither. */
export function takeTurnWrite(t: {
  name: string;
  from: string | undefined;
  turn: string;
  now: number;
  until: number;
  /** No lease ends later than this. */
  latest: number;
}): Write {
  return t.from === undefined
    ? {
        sql: `INSERT INTO lease (name, holder, until) VALUES (?, ?, ?)
              ON CONFLICT (name) DO UPDATE SET holder=excluded.holder, until=excluded.until WHERE lease.until <= ? OR lease.until > ?`,
        args: [t.name, t.turn, t.until, t.now, t.latest],
        expect: 1,
      }
    : {
        sql: "UPDATE lease SET holder=?, until=? WHERE name=? AND holder=?",
        args: [t.turn, t.until, t.name, t.from],
        expect: 1,
      };
}

/** Moves the end and the holder of a lease that is still ours; stale if it was taken over. */
export function passTurnWrite(t: { name: string; turn: string; to: string; until: number }): Write {
  return {
    sql: "UPDATE lease SET holder=?, until=? WHERE name=? AND holder=?",
    args: [t.to, t.until, t.name, t.turn],
    expect: 1,
  };
}

/** Deletes a lease that is still ours; changes nothing otherwise. */
export function endTurnWrite(t: { name: string; turn: string }): Write {
  return { sql: "DELETE FROM lease WHERE name=? AND holder=?", args: [t.name, t.turn] };
}
