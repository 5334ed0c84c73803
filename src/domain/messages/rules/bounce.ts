/**
 * What a refusal by the receiving side says, as one word. From the enhanced status code (RFC 3463, RFC 5248) where there
 * is one, else from the reply code of SMTP (RFC 5321 §4.2.1). Pure.
 *
 *     "5.1.1" → address    "5.2.2" → full    "5.7.26" → policy    "4.4.1" → temporary
 */

/**
 * address: it does not exist, or takes no mail for ever. full: the mailbox is full. policy: we are refused, for what we
 * are or how we send; it says nothing of the address. temporary: not now. other: for ever, and nobody says why.
 */
export const BOUNCE_CLASSES = ["address", "full", "policy", "temporary", "other"] as const;
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
