/**
 * Suppression: why an address must not be mailed, which reason outweighs which, and how long a tag may stand. Pure.
 *
 * A tag is a keyed hash of the address, with a scope (one purpose, or `*` for everything), a reason and days. It cannot be read
 * as an address, but whoever brings the address can recognise it, so it is personal data (GDPR Art. 4(5), EDPB 02/2025 §52).
 */

/** Every reason a tag can have. */
export const REASONS = ["withdrawn", "refused", "no_answer", "bounced", "complained", "never", "deceased"] as const;
export type Reason = (typeof REASONS)[number];

/** For everything, not one purpose. */
export const EVERYTHING = "*";

/**
 * Reasons that staff may give, or that another system's list can name. What a person says to staff himself has its own door
 * (consent/record-refusal.ts), because it leaves a proof of his own; so has a death.
 */
export const GIVEN_REASONS = ["withdrawn", "complained", "bounced", "never"] as const;
export type GivenReason = (typeof GIVEN_REASONS)[number];
export const isGivenReason = (text: string): text is GivenReason => (GIVEN_REASONS as readonly string[]).includes(text);

/** After these nothing at all is mailed that staff or strangers cause: not even the mail that asks. */
export const SILENCE: readonly Reason[] = ["complained", "never", "deceased"];

/** Whether `next` says more against mail than `now`: a complaint is not weakened by a bounce. */
export const outweighs = (next: Reason, now: Reason): boolean => SILENCE.includes(next) && !SILENCE.includes(now);

/** Of two reasons that a list gives for one address, the one that holds. */
export const heavier = (a: GivenReason, b: GivenReason): GivenReason => (RANK.indexOf(a) >= RANK.indexOf(b) ? a : b);
const RANK: readonly GivenReason[] = ["bounced", "withdrawn", "complained", "never"];

/** A list of others is read whole: so many bytes at most (about 300,000 addresses). */
export const LIST_BYTES = 10 * 1024 * 1024;
/** A list that nobody ran is dropped after this time, with its tags. */
export const LIST_LIFE_MS = 24 * 3_600_000;

/** A line for the office's own words: where a list is from, why a tag is prolonged. */
export const WORDS_MAX = 300;
