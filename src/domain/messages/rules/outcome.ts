/**
 * Decided facts of a batch: what can become of one attempt, and for how long a batch may live.
 *
 * `frozen` is a promise: nothing of the batch has gone out. It may be taken apart at any time. `attempted` is a doubt:
 * only the same key with the same bytes may follow, or nothing.
 */

/** What became of one mail. The words mean what they mean of a whole hand-over. */
export type MailOutcome =
  | { outcome: "accepted"; id: string }
  | { outcome: "refused"; code: string }
  | { outcome: "later"; code: string; retryAfterMs: number }
  | { outcome: "unknown"; code: string }
  /** It was stopped before it began: as if it had never been taken up. */
  | { outcome: "untouched" };

/** Oldest age, from its freezing, at which a batch may be handed over. Providers keep keys for 24 h, we the sealed row for 20 h. */
export const BATCH_LIFE_MS = 20 * 3_600_000;

/** Times of two machines may differ by so much. */
export const SKEW_MS = 5 * 60_000;

/** A time from the future: the clock was ahead when it was written, so that nobody knows how long ago that was. */
export const isAhead = (at: number, now: number) => at > now + SKEW_MS;

/** What follows from an attempt. `until` is the earliest moment of the next try. */
export type Outcome =
  /** The provider has every mail; ids in the members' order. */
  | { do: "sent"; ids: string[] }
  /** None went out, and this member's mail never will. */
  | { do: "fail-one"; index: number; reason: string }
  /** None went out: the members are planned again. */
  | { do: "thaw" }
  /** None went out: the batch is frozen again, so that whoever leaves meanwhile only thaws it. */
  | { do: "refreeze"; until: number }
  /** Nobody knows, and the same bytes under the same key may ask. */
  | { do: "wait"; until: number }
  /** The mails went one by one: each its own end, in the members' order. */
  | { do: "each"; mails: MailOutcome[] }
  /** Nobody knows, and nobody may try again: a person decides. */
  | { do: "give-up"; reason: string };

/** A mail that was put off by itself is tried so often (RFC 5321 §4.5.4.1 asks for four to five days in all), then failed. */
const MOST_TRIES = 15;
const LONGEST_PAUSE_MS = 12 * 3_600_000;

/**
 * When a mail that a server did not take now is tried again: the server's pause, doubled with every try, 12 hours at most
 * (with a first pause of 5 minutes: over four days in all). Undefined: it was tried often enough.
 */
export function tryLater(tries: number, pauseMs: number, now: number): number | undefined {
  return tries + 1 >= MOST_TRIES ? undefined : now + Math.min(pauseMs * 2 ** tries, LONGEST_PAUSE_MS);
}

/** Whom a mail was for, and how often it was put off before. */
export interface Addressed {
  personId: string;
  tries?: number;
}

/** What became of mails that went one by one, by what is to be written of them. */
export interface Sorted {
  sent: { personId: string; providerId: string }[];
  failed: { personId: string; reason: string }[];
  later: { personId: string; tryAt: number }[];
  unknown: { personId: string; reason: string }[];
  /** They had not begun. */
  untouched: string[];
}

/** Sorts them; `mails` in the order of `members`. Of whom nothing is said, nobody knows. */
export function sortOut(members: readonly Addressed[], mails: readonly MailOutcome[], now: number): Sorted {
  const each: Sorted = { sent: [], failed: [], later: [], unknown: [], untouched: [] };
  for (const [i, { personId, tries }] of members.entries()) {
    const mail = mails[i] ?? { outcome: "unknown", code: "provider.odd_answer" };
    if (mail.outcome === "accepted") each.sent.push({ personId, providerId: mail.id });
    else if (mail.outcome === "refused") each.failed.push({ personId, reason: mail.code });
    else if (mail.outcome === "untouched") each.untouched.push(personId);
    else if (mail.outcome === "unknown") each.unknown.push({ personId, reason: mail.code });
    else {
      const tryAt = tryLater(tries ?? 0, mail.retryAfterMs, now);
      if (tryAt === undefined) each.failed.push({ personId, reason: mail.code });
      else each.later.push({ personId, tryAt });
    }
  }
  return each;
}
