/**
 * What follows from what the provider said. Pure. Retry knowledge lives here and nowhere else.
 *
 * An unknown outcome is tried again with the same key and the same bytes, within 20 h of the first attempt (providers
 * keep idempotency keys for 24 h); after that nobody may send again, a person decides (promise P7).
 */
import type { Handover } from "../deps.ts";

export const RETRY_HORIZON_MS = 20 * 3_600_000;
/** How long an attempt holds its batch before another may look at it. */
export const LEASE_MS = 2 * 60_000;

export type Next =
  | { do: "sent"; ids: string[] }
  | { do: "fail-one"; index: number; reason: string }
  | { do: "split" }
  | { do: "wait"; until: number }
  | { do: "give-up"; reason: string };

/** Decides. `size` is the number of mails handed over, `attempt` counts from 1. */
export function nextAfter(
  handover: Handover,
  at: { now: number; size: number; attempt: number; firstAttemptAt: number },
): Next {
  switch (handover.outcome) {
    case "accepted":
      // A provider that answers with another number of ids has not said which mail is which.
      return handover.ids.length === at.size ? { do: "sent", ids: handover.ids } : { do: "give-up", reason: "ids-missing" };
    case "refused":
      if (handover.index !== undefined && handover.index < at.size)
        return { do: "fail-one", index: handover.index, reason: handover.code };
      return at.size === 1 ? { do: "fail-one", index: 0, reason: handover.code } : { do: "split" };
    case "later":
      return { do: "wait", until: at.now + handover.retryAfterMs };
    case "unknown": {
      const until = at.now + backoff(at.attempt);
      return until > at.firstAttemptAt + RETRY_HORIZON_MS
        ? { do: "give-up", reason: handover.code }
        : { do: "wait", until };
    }
  }
}

/** 5 s, 10 s, 20 s … up to an hour. */
export function backoff(attempt: number): number {
  return Math.min(5_000 * 2 ** (attempt - 1), 3_600_000);
}
