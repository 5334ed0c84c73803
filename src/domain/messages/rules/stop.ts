/**
 * The stop rule: when a mailing stands still by itself, at any moment of it. Pure; the numbers are the ones that mail
 * providers hold against a sender, so that we stop before they do.
 *
 * After a person let the mailing go on, everything counts only of what went out since: he has seen the rest. Spam
 * complaints come late, so those that came since count, of whatever mail.
 */
import type { OwnReason } from "../../campaigns/rules/hold.ts";

/** A rule holds from so many people on, and from this share of those who were mailed. */
export interface Threshold {
  least: number;
  share: number;
}

/** Resend wants complaints under 0.08 %, Gmail under 0.10 % (PLATFORM 1.6, 2.1). One person is no share of a short list. */
export const COMPLAINTS: Threshold = { least: 2, share: 0.0008 };
/** Addresses that do not exist: Resend wants bounces under 4 %; half of it leaves time to decide. */
export const FAULTS: Threshold = { least: 10, share: 0.02 };
/** In the pilot of a campaign more than this share of it, from the first on; and any complaint. */
export const PILOT_FAULTS = 0.02;
/** Refused for what we are or how we send: the first one is worth a look; after that look, a wave of them. */
export const POLICY = { first: 1, again: { least: 5, share: 0.01 } as Threshold } as const;
/**
 * Refusals of one domain within an hour. Old lists have one dead address in ten or twenty; a domain that refuses every
 * third has a fault of its own (in December 2020 Gmail answered 550 5.1.1 for living mailboxes), or is no more.
 */
export const SURGE: Threshold = { least: 10, share: 0.3 };
export const SURGE_MS = 3_600_000;
/**
 * Mails that the provider would not take, whatever the recipient: a header, a tag, a template. One of them fails alone; ten
 * in a row, or every third of what was handed over, are a fault of ours or of our account.
 */
export const NOT_TAKEN = { inARow: 10, inAll: { least: 10, share: 0.3 } as Threshold } as const;

/** What is known of a mailing. Counts are people. */
export interface Signs {
  /** A person has let it go on after a pause. */
  resumed: boolean;
  complaints: number;
  /** With the provider, in the whole mailing. */
  sent: number;
  /** Since it was let go on (or the beginning): with the provider; whose address does not exist; refused for policy. */
  sentSince: number;
  faults: number;
  policy: number;
  /** Since then not taken by the provider; and of these, since it last took one. */
  notTaken: number;
  notTakenInARow: number;
  /** A domain refuses in a wave. */
  surge: boolean;
  /** People who were drawn for the pilot and not skipped, as long as nobody else is asked. */
  pilot?: number | undefined;
}

/** Whether `n` of `of` is too many. */
export function tooMany(n: number, of: number, limit: Threshold): boolean {
  return n >= limit.least && n >= of * limit.share;
}

/** Why the mailing must stand still; undefined if it may go on. The most telling reason first. */
export function stopReason(signs: Signs): OwnReason | undefined {
  const { resumed, complaints, sent, sentSince, faults, policy, notTaken, surge } = signs;
  if (resumed ? tooMany(policy, sentSince, POLICY.again) : policy >= POLICY.first) return "policy";
  if (surge) return "domain";
  if (signs.pilot !== undefined) {
    if (complaints > 0) return "pilot-complaints";
    if (faults > signs.pilot * PILOT_FAULTS) return "pilot-bounces";
  }
  if (signs.notTakenInARow >= NOT_TAKEN.inARow || tooMany(notTaken, sentSince + notTaken, NOT_TAKEN.inAll))
    return "provider";
  if (tooMany(complaints, sent, COMPLAINTS)) return "complaints";
  return tooMany(faults, sentSince, FAULTS) ? "bounces" : undefined;
}

/** Counting what was sent costs; of many bad signs only every twenty-fifth is worth it. */
export const worthCounting = (bad: number): boolean => bad < 100 || bad % 25 === 0;

/** From how many refusals within the hour on a domain refuses in a wave, if so many mails went there in that time. */
export const surgeFrom = (mailed: number): number => Math.max(SURGE.least, Math.ceil(mailed * SURGE.share));
