/** SQL of time stamps. */
import { type Database, type Write, write } from "../../platform/db.ts";
import { timeStampPaper, timeStampTry } from "../../platform/schema.ts";
import type { RevocationPaper } from "./rules/revocation/paper.ts";

const LEASE = "time-stamp";

export interface StampRow {
  day: string;
  size: number;
  root: Uint8Array;
  note: string;
  authority: string;
  subject: string;
  at: number;
  accuracyMs: number | undefined;
  request: Uint8Array;
  reply: Uint8Array;
  chain: string;
  claimed: boolean;
  listed: string | undefined;
  cleared: boolean;
  recordedAt: number;
}

/** Keeps a stamp with its papers and ends the tries for it. Stale if the day has one already. */
export function recordWrites(db: Database, row: StampRow, papers: readonly RevocationPaper[]): Write[] {
  const { day, size, root, note, authority, subject, at, accuracyMs, request, reply, chain } = row;
  return [
    {
      sql: `INSERT INTO time_stamp (day, size, root, note, authority, subject, at, accuracy_ms, request, reply, chain,
              claimed, listed, cleared, recorded_at)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM time_stamp WHERE day=?)`,
      args: [
        ...[day, size, root, note, authority, subject, at, accuracyMs ?? null, request, reply, chain],
        ...[row.claimed ? 1 : 0, row.listed ?? null, row.cleared ? 1 : 0, row.recordedAt, day],
      ],
      expect: 1,
    },
    ...papers.map(({ kind, der }, n) => write(db.read.insert(timeStampPaper).values({ day, n, kind, der }))),
    { sql: "DELETE FROM time_stamp_try", args: [] },
  ];
}

/** A try has failed. */
export function tryWrite(
  db: Database,
  attempt: { tries: number; at: number; nextAt: number; authority: string; code: string },
): Write {
  return write(
    db.read
      .insert(timeStampTry)
      .values({ id: 1, ...attempt })
      .onConflictDoUpdate({ target: timeStampTry.id, set: attempt }),
  );
}

/** Takes the lease of asking until a time if it is free, or its end is no time of ours; stale if somebody holds it. */
export function takeAskLease(holder: string, now: number, until: number): Write {
  return {
    sql: `INSERT INTO lease (name, holder, until) VALUES (?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET holder=excluded.holder, until=excluded.until
          WHERE lease.until <= ? OR lease.until > ?`,
    args: [LEASE, holder, until, now, until],
    expect: 1,
  };
}

/** Gives it back; stale if it was taken over meanwhile. */
export function endAskLease(holder: string, now: number): Write {
  return { sql: "UPDATE lease SET until=? WHERE name=? AND holder=?", args: [now, LEASE, holder], expect: 1 };
}
