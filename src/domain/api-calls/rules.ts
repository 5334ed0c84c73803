/**
 * Calls that carry an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): a call that comes again within a day changes
 * nothing again, whatever died in between. Pure.
 *
 *     mark     HMAC-SHA-256(secret of the API key, "pieteka/call/1" ‖ 0 ‖ Idempotency-Key)
 *     request  HMAC-SHA-256(secret of the API key, "pieteka/call/1" ‖ 1 ‖ method ‖ 0 ‖ path ‖ 0 ‖ body)
 *
 * Whoever has the database cannot guess from these what was sent: the secret is not in it.
 */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concat, utf8 } from "../../platform/encoding.ts";
import { type Refusal, refuse } from "../../refusal.ts";

/** So long an answer is remembered; and so long an attempt is taken to be under way. */
export const LIFE_MS = 24 * 3_600_000;
export const ATTEMPT_MS = 60_000;

const DOMAIN = utf8("pieteka/call/1");

export interface Call {
  /** As the header has it. */
  idempotencyKey: string;
  method: string;
  path: string;
  body: Uint8Array;
}

/** Marks of a call. */
export function marksOf(secret: Uint8Array, call: Call): { mark: Uint8Array; request: Uint8Array } {
  const said = utf8(`\x01${call.method}\0${call.path}\0`);
  return {
    mark: hmac(sha256, secret, concat(DOMAIN, utf8(`\0${call.idempotencyKey}`))),
    request: hmac(sha256, secret, concat(DOMAIN, said, call.body)),
  };
}

/** Refuses what is no key: too short to be unlike others, too long, or with spaces. Quotes of a structured field are part of it. */
export function keyProblem(text: string): Refusal | undefined {
  return /^[\x21-\x7e]{8,200}$/.test(text) ? undefined : refuse("api.key_form");
}

export interface Known {
  state: "begun" | "done" | "answered";
  attempt: number;
  sameRequest: boolean;
  at: number;
  until: number;
  subject: string | null;
  status: number | null;
  answer: string | null;
}

/** What a call is to do, by what is known of its mark. */
export type Course =
  | { do: "begin" }
  /** The attempt before died before it wrote anything. */
  | { do: "begin-again"; attempt: number }
  /** The act is done, and its answer was lost: it is made anew from what there is. */
  | { do: "show"; subject: string | null }
  | { do: "repeat"; status: number; answer: string | null; subject: string | null };

export function courseOf(known: Known | undefined, now: number): Course | Refusal {
  if (!known || known.at + LIFE_MS <= now) return { do: "begin" };
  if (!known.sameRequest) return refuse("api.key_reused");
  if (known.state === "begun")
    return known.until > now ? refuse("api.call_taken") : { do: "begin-again", attempt: known.attempt };
  if (known.state === "done" || known.status === null) return { do: "show", subject: known.subject };
  return { do: "repeat", status: known.status, answer: known.answer, subject: known.subject };
}
