/**
 * May a batch be handed over, and what follows from what the provider said. Pure. Retry knowledge lives here and nowhere
 * else.
 *
 * A doubt (no answer, or killed before it came) is asked again with the same key and the same bytes within 20 h, and only
 * of a provider that remembers keys; otherwise nobody may send again, a person decides (promise P7).
 */
import type { Handover } from "../deps.ts";
import { BATCH_LIFE_MS, isAhead, type Outcome } from "../domain/messages/rules/outcome.ts";

/** How long an attempt holds its batch before another may look at it. */
export const LEASE_MS = 2 * 60_000;
/** How long one hand-over may last, whatever the mailer does: shorter than the lease, so that no two are under way. */
export const HANDOVER_MS = 90_000;
/** A batch that waited longer without going out is frozen afresh, so that most of its life is left for a doubt. */
export const FRESH_MS = 3_600_000;

/** What is known of a batch before an attempt. */
export interface Before {
  now: number;
  frozenAt: number;
  /** It was attempted before and nobody knows the outcome. */
  doubtful: boolean;
  /** Nobody in it has left. */
  whole: boolean;
  /** The request is the one of the attempts before, or the first. */
  sameBytes: boolean;
  /** The mailer takes so many mails at once. */
  fits: boolean;
  remembersKeys: boolean;
}

/** What becomes of a batch that may not be handed over; undefined if it may. */
export function insteadOfHandover(batch: Before): Outcome | undefined {
  const reason = !batch.whole
    ? "member-left"
    : batch.now - batch.frozenAt >= (batch.doubtful ? BATCH_LIFE_MS : FRESH_MS) || isAhead(batch.frozenAt, batch.now)
      ? "too-late"
      : !batch.sameBytes || !batch.fits
        ? "bytes-changed"
        : batch.doubtful && !batch.remembersKeys
          ? "no-outcome"
          : undefined;
  if (!reason) return undefined;
  return batch.doubtful ? { do: "give-up", reason } : { do: "thaw" };
}

/**
 * What becomes of an attempt that was taken and not begun in time, because the process or its computer slept; undefined if
 * it may begin. A hand-over that begins later could outlive its lease, and go out long after somebody has left.
 */
export function insteadOfBeginning(at: { takenAt: number; now: number; doubtful: boolean }): Outcome | undefined {
  if (at.now - at.takenAt <= LEASE_MS - HANDOVER_MS) return undefined;
  return { do: at.doubtful ? "wait" : "refreeze", until: at.now };
}

/** What is known of an attempt. `size` is the number of mails handed over, `attempt` counts from 1. */
export interface Attempted extends Pick<Before, "now" | "frozenAt" | "doubtful" | "remembersKeys"> {
  size: number;
  attempt: number;
}

/** Decides. */
export function nextAfter(handover: Handover, at: Attempted): Outcome {
  switch (handover.outcome) {
    case "accepted":
      // A provider that answers with another number of ids has not said which mail is which.
      return handover.ids.length === at.size
        ? { do: "sent", ids: handover.ids }
        : { do: "give-up", reason: "ids-missing" };
    case "refused":
      // An attempt before may have been taken; a refusal now (by a stricter check of ours, by something in between) says
      // nothing of it, and another key would send it twice.
      if (at.doubtful) return { do: "give-up", reason: handover.code };
      if (handover.index !== undefined && handover.index < at.size)
        return { do: "fail-one", index: handover.index, reason: handover.code };
      return at.size === 1 ? { do: "fail-one", index: 0, reason: handover.code } : { do: "thaw" };
    case "later": {
      const until = at.now + handover.retryAfterMs;
      // None went out now; what an earlier attempt did is as unknown as before.
      return at.doubtful || handover.alone ? askAgain(at, until, handover.code) : { do: "refreeze", until };
    }
    case "each":
      return { do: "each", mails: handover.mails };
    case "unknown":
      return askAgain(at, at.now + backoff(at.attempt), handover.code);
  }
}

function askAgain({ frozenAt, remembersKeys }: Attempted, until: number, reason: string): Outcome {
  return remembersKeys && until - frozenAt < BATCH_LIFE_MS ? { do: "wait", until } : { do: "give-up", reason };
}

/** 5 s, 10 s, 20 s … up to an hour. */
export function backoff(attempt: number): number {
  return Math.min(5_000 * 2 ** (attempt - 1), 3_600_000);
}
