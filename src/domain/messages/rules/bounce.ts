/**
 * What a refusal by the receiving side says, as one word. From the enhanced status code (RFC 3463, RFC 5248) where there
 * is one, else from the reply code of SMTP (RFC 5321 §4.2.1). Pure.
 *
 *     "5.1.1" → address    "5.2.2" → full    "5.7.26" → policy    "4.4.1" → temporary
 */

/**
 * address: it does not exist, or takes no mail for ever. full: the mailbox is full. policy: we are refused, for what we
 * are or how we send; it says nothing of the address. complaint: the provider does not mail it, because of an earlier
 * complaint about other mail. temporary: not now. other: for ever, and nobody says why.
 */
export const BOUNCE_CLASSES = ["address", "full", "policy", "complaint", "temporary", "other"] as const;
export type BounceClass = (typeof BOUNCE_CLASSES)[number];

/** Bad destination mailbox, system, syntax, moved; mailbox disabled. 5.1.7 and 5.1.8 speak of the sender. */
const ADDRESS = /^5\.(1\.(1|2|3|6|10)|2\.1)$/;
/** Bad sender, security and policy, spam found (5.6.0 of some), rates. */
const POLICY = /^5\.(1\.(7|8|9)|7\.\d+|3\.4|4\.7)$/;

/** The class of a refusal. `status` is an enhanced status code, `reply` a reply code of three digits. */
export function bounceClass(status: string | undefined, reply?: number): BounceClass {
  if (status?.startsWith("4.") || (!status && reply !== undefined && reply >= 400 && reply < 500)) return "temporary";
  if (!status) return reply === 553 || reply === 551 ? "address" : "other";
  if (/^\d\.2\.2$/.test(status)) return "full";
  if (ADDRESS.test(status)) return "address";
  return POLICY.test(status) ? "policy" : "other";
}

/** The enhanced status code in a line of a server's answer; nothing else of the line is kept. */
export function statusIn(text: string): string | undefined {
  return /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text)?.[0];
}

/** Of two refusals of one mail the one that says more. */
const WEIGHT: Record<BounceClass, number> = { temporary: 0, full: 1, other: 2, policy: 3, complaint: 4, address: 5 };
export const graver = (a: BounceClass, b: BounceClass): BounceClass => (WEIGHT[a] >= WEIGHT[b] ? a : b);

/** Reason of a message that was refused, and back: `bounce.address`. */
export const reasonOf = (found: BounceClass) => `bounce.${found}`;
export function classIn(reason: string | null): BounceClass | undefined {
  return BOUNCE_CLASSES.find((found) => reason === reasonOf(found));
}

/** Not the address's own fault, or nobody says so: it may pass. */
export const isSoft = (found: BounceClass): boolean =>
  found !== "address" && found !== "policy" && found !== "complaint";

/** What became of one mailing's mail to the subscription, and when that mailing was sent. */
export interface Past {
  mailingId: string;
  at: number;
  fate: "soft" | "arrived" | "nothing";
}

/** Faults that are no fault of the address end it when they go on: so many mailings in a row, over so long. */
export const SOFT_LIMIT = { mailings: 3, overMs: 14 * 24 * 3_600_000 } as const;

/**
 * Whether one more soft fault (temporary, full, other) is the last: `past` are the subscription's mailings, newest
 * first, this one's fate among them. A mail that arrived in between begins the count anew.
 */
export function outlasted(past: readonly Past[]): boolean {
  const end = past.findIndex(({ fate }) => fate === "arrived");
  const soft = past.slice(0, end < 0 ? undefined : end).filter(({ fate }) => fate === "soft");
  const last = soft[SOFT_LIMIT.mailings - 1];
  return last !== undefined && (soft[0] as Past).at - last.at >= SOFT_LIMIT.overMs;
}

/** end: the address is dead. hold: it is not mailed until a person decides. note: only the message says it. */
export type Consequence = "end" | "hold" | "note";

/** What follows for the address. `surge`: its domain refuses so many now that it cannot be their own fault. */
export function consequenceOf(found: BounceClass, known: { surge: boolean; outlasted: boolean }): Consequence {
  if (found === "policy" || found === "complaint") return "hold";
  if (found === "address") return known.surge ? "hold" : "end";
  return known.outlasted ? "end" : "note";
}
