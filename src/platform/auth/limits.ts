/**
 * How often somebody may try, counted in the database so that every worker sees the same. A count belongs to a keyed
 * hash of the address or of the client, never to the address itself, and dies after a day. Unknown addresses are
 * counted like known ones, so that the answer tells nothing.
 */
import type { Clock } from "../clock.ts";
import type { Database } from "../db.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What is counted: tries per window, for each address and for each client. */
const RULES = {
  /** Asking for a mail. */
  "ask:address": { max: 5, windowMs: 15 * MINUTE },
  "ask:client": { max: 20, windowMs: 15 * MINUTE },
  /** Typing a code. The day's limit keeps a million codes out of reach of a patient guesser. */
  "code:address": { max: 5, windowMs: 15 * MINUTE },
  "code:address-day": { max: 30, windowMs: DAY },
  "code:client": { max: 30, windowMs: 15 * MINUTE },
  /** Showing the second factor. The day's limit keeps guessing (three codes are right at a time) under one in ten thousand. */
  "second:user": { max: 5, windowMs: 15 * MINUTE },
  "second:user-day": { max: 20, windowMs: DAY },
  "second:client": { max: 30, windowMs: 15 * MINUTE },
  /** A code that was right counts once; it is right for ninety seconds. */
  "second:used": { max: 1, windowMs: 2 * MINUTE },
  /** Opening a link: it cannot be guessed, the limit only spares the database. */
  "link:client": { max: 30, windowMs: 15 * MINUTE },
} as const;
export type LimitRule = keyof typeof RULES;

export interface Standing {
  allowed: boolean;
  /** Tries left after this one, over all rules asked. */
  left: number;
  /** Seconds until a try is possible again; 0 if it is now. */
  waitSeconds: number;
}

export interface Limits {
  /** Counts one try under each rule, all in one batch. `subject` is hashed before it is stored. */
  take(tries: readonly { rule: LimitRule; subject: string }[]): Promise<Standing>;
  /** Forgets the tries under a rule, after a success. */
  clear(tries: readonly { rule: LimitRule; subject: string }[]): Promise<void>;
}

const COUNT = `INSERT INTO rate_limit (id, key, count, last_request) VALUES (:key, :key, 1, :now)
ON CONFLICT (key) DO UPDATE SET
  count = iif(last_request <= :from, 1, count + 1),
  last_request = iif(last_request <= :from, :now, last_request)
RETURNING count, last_request`;

/** Limits over the `rate_limit` table: fixed windows that begin with the first try. */
export function createLimits(db: Database, clock: Clock, hash: (text: string) => string): Limits {
  const key = (t: { rule: LimitRule; subject: string }) => `${t.rule}:${hash(`${t.rule}\0${t.subject}`)}`;
  return {
    async take(tries) {
      const now = clock.now();
      const results = await db.client.batch(
        [
          { sql: "DELETE FROM rate_limit WHERE last_request <= :old", args: { old: now - DAY } },
          ...tries.map((t) => ({ sql: COUNT, args: { key: key(t), now, from: now - RULES[t.rule].windowMs } })),
        ],
        "write",
      );
      const standings = tries.map((t, i) => {
        const { max, windowMs } = RULES[t.rule];
        const row = results[i + 1]?.rows[0];
        const count = Number(row?.count);
        const waitMs = count > max ? Number(row?.last_request) + windowMs - now : 0;
        return { left: Math.max(0, max - count), waitSeconds: Math.ceil(waitMs / 1000), allowed: count <= max };
      });
      return {
        allowed: standings.every((s) => s.allowed),
        left: Math.min(...standings.map((s) => s.left)),
        waitSeconds: Math.max(...standings.map((s) => s.waitSeconds)),
      };
    },
    async clear(tries) {
      await db.client.batch(
        tries.map((t) => ({ sql: "DELETE FROM rate_limit WHERE key = ?", args: [key(t)] })),
        "write",
      );
    },
  };
}
