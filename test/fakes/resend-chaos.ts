/**
 * What can go wrong with one request to the fake Resend, told one by one or drawn from a seed. The kinds are those of
 * api-reference/errors and of any network: an error before or after the mails were accepted, a cut connection, silence.
 */
import { between, randomFor } from "../support/random.ts";

export type Failure =
  /** An answer with this status; with `afterAccepting` the mails are accepted all the same. */
  | { kind: "status"; status: number; name?: string; afterAccepting?: boolean; headers?: Record<string, string> }
  /** No answer: the connection is cut. */
  | { kind: "cut"; afterAccepting?: boolean }
  /** No answer, and the connection stays: the client has to give up. */
  | { kind: "silent"; afterAccepting?: boolean }
  /** An answer that comes after this many milliseconds. The mails are accepted at once, or with `before` only then. */
  | { kind: "slow"; ms: number; before?: boolean };

/** Share of requests, 0 to 1, that meet each kind. What is not named does not happen. */
export interface Odds {
  /** 429 `rate_limit_exceeded` with `retry-after: 1`. */
  busy?: number;
  /** 409 `concurrent_idempotent_requests` although nothing of ours is under way. */
  inFlight?: number;
  /** 500, nothing accepted. */
  fault?: number;
  /** 500, everything accepted. */
  faultAfter?: number;
  cut?: number;
  cutAfter?: number;
  silent?: number;
  silentAfter?: number;
  /** An answer that is late, up to `slowMs`; half of them are accepted late too. */
  slow?: number;
}

export interface Chaos {
  seed: number;
  odds: Odds;
  /** Longest wait of a slow answer, milliseconds; 2,000 if not said. */
  slowMs?: number;
}

const KINDS: Record<keyof Odds, (chance: () => number, slowMs: number) => Failure> = {
  busy: () => ({ kind: "status", status: 429, name: "rate_limit_exceeded", headers: { "retry-after": "1" } }),
  inFlight: () => ({ kind: "status", status: 409, name: "concurrent_idempotent_requests" }),
  fault: () => ({ kind: "status", status: 500 }),
  faultAfter: () => ({ kind: "status", status: 500, afterAccepting: true }),
  cut: () => ({ kind: "cut" }),
  cutAfter: () => ({ kind: "cut", afterAccepting: true }),
  silent: () => ({ kind: "silent" }),
  silentAfter: () => ({ kind: "silent", afterAccepting: true }),
  slow: (chance, slowMs) => ({ kind: "slow", ms: between(chance, 20, slowMs), before: chance() < 0.5 }),
};

/** What the n-th request meets: a function of seed and number alone, whatever else happens. */
export function failureOf({ seed, odds, slowMs = 2_000 }: Chaos, n: number): Failure | undefined {
  const chance = randomFor(seed, `request ${n}`);
  let dice = chance();
  for (const [kind, share] of Object.entries(odds) as [keyof Odds, number][]) {
    if (dice < share) return KINDS[kind](chance, slowMs);
    dice -= share;
  }
  return undefined;
}

/** Whether the client cannot know what became of its mails. */
export function leavesDoubt(failure: Failure): boolean {
  return failure.kind !== "status" || failure.status >= 500 || failure.name === "concurrent_idempotent_requests";
}
