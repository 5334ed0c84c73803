/** SQL of calls that may be repeated. */
import type { Write } from "../../platform/db.ts";
import { ATTEMPT_MS, LIFE_MS } from "./rules.ts";

export interface Attempt {
  id: string;
  keyId: string;
  mark: Uint8Array;
  request: Uint8Array;
  attempt: number;
  at: number;
}

/** The first attempt; what has outlived its day gives way. Stale if another was faster. */
export function beginWrites(call: Attempt): Write[] {
  const { id, keyId, mark, request, attempt, at } = call;
  return [
    { sql: "DELETE FROM api_call WHERE key_id = ? AND mark = ? AND at <= ?", args: [keyId, mark, at - LIFE_MS] },
    {
      sql: `INSERT INTO api_call (id, key_id, mark, request, state, attempt, at, until) VALUES (?, ?, ?, ?, 'begun', ?, ?, ?)
            ON CONFLICT (key_id, mark) DO NOTHING`,
      args: [id, keyId, mark, request, attempt, at, at + ATTEMPT_MS],
      expect: 1,
    },
  ];
}

/** One more, after one that died. Stale if another was faster. */
export function againWrite(call: { keyId: string; mark: Uint8Array; from: number; at: number }): Write {
  const { keyId, mark, from, at } = call;
  return {
    sql: `UPDATE api_call SET attempt = attempt + 1, until = ?
          WHERE key_id = ? AND mark = ? AND state = 'begun' AND attempt = ? AND until <= ?`,
    args: [at + ATTEMPT_MS, keyId, mark, from, at],
    expect: 1,
  };
}

interface Which {
  keyId: string;
  mark: Uint8Array;
  attempt: number;
}

/** The act is done: goes along in its own batch, which fails as a whole where a later attempt has taken over. */
export function doneWrite({ keyId, mark, attempt }: Which, subject: string | undefined): Write {
  return {
    sql: "UPDATE api_call SET state = 'done', subject = ? WHERE key_id = ? AND mark = ? AND attempt = ? AND state = 'begun'",
    args: [subject ?? null, keyId, mark, attempt],
    expect: 1,
  };
}

/** What was answered, where it may be kept. */
export function answeredWrite({ keyId, mark }: Which, said: { status: number; answer: string | null }): Write {
  return {
    sql: "UPDATE api_call SET state = 'answered', status = ?, answer = ? WHERE key_id = ? AND mark = ? AND state = 'done'",
    args: [said.status, said.answer, keyId, mark],
  };
}

/** Nothing was written: the same key may be used again. Stale where a later attempt has taken over. */
export function letGoWrite({ keyId, mark, attempt }: Which): Write {
  return {
    sql: "DELETE FROM api_call WHERE key_id = ? AND mark = ? AND attempt = ? AND state = 'begun'",
    args: [keyId, mark, attempt],
    expect: 1,
  };
}
