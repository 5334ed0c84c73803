/** SQL of the guard: counts by hour, marks of a day, and a person's word that mails may go. */
import { holds, type Write } from "../../platform/db.ts";
import { unhex } from "../../platform/encoding.ts";
import type { Counted } from "./rules/came.ts";
import { dayStart, hourOf } from "./rules/caps.ts";

/** One more in this hour. */
export function countWrite(what: Counted, now: number): Write {
  return {
    sql: `INSERT INTO sign_up_hour (what, hour, n) VALUES (?, ?, 1) ON CONFLICT (what, hour) DO UPDATE SET n = n + 1`,
    args: [what, hourOf(now)],
  };
}

/** One more of this network; holds while it stays within its cap. */
export function networkWrites(tag: string, cap: number, now: number): Write[] {
  return [markWrite(tag, now), holds("(SELECT n FROM sign_up_mark WHERE tag = ?) <= ?", [unhex(tag), cap])];
}

/** Spends a proof of work; holds while nobody else has. */
export function spendWrites(tag: string, now: number): Write[] {
  return [holds("NOT EXISTS (SELECT 1 FROM sign_up_mark WHERE tag = ?)", [unhex(tag)]), markWrite(tag, now)];
}

/** One more under this tag today. */
export function markWrite(tag: string, now: number): Write {
  return {
    sql: "INSERT INTO sign_up_mark (tag, n, at) VALUES (?, 1, ?) ON CONFLICT (tag) DO UPDATE SET n = n + 1",
    args: [unhex(tag), dayStart(now)],
  };
}

/** Mails go at full speed until then. */
export function gateWrite({ goUntil, by, at }: { goUntil: number; by: string; at: number }): Write {
  return {
    sql: `INSERT INTO sign_up_gate (id, go_until, by, at) VALUES (1, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET go_until = excluded.go_until, by = excluded.by, at = excluded.at`,
    args: [goUntil, by, at],
  };
}

/** Those who wait are looked at again at once. */
export function wakeWrite(now: number): Write {
  return { sql: "UPDATE intake SET try_at = ? WHERE state = 'new' AND try_at > ?", args: [now, now] };
}
