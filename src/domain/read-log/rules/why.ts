/** Why somebody looked, as a closed choice, so that the person himself can be told it in words. Pure. */
import { GROUNDS } from "../../proofs/rules/opening.ts";

/** What is asked of whoever searches for a person or opens his page. */
export const WHY = ["asked", "mail", "data", "complaint", "authority", "audit"] as const;
export type Why = (typeof WHY)[number];

/** Those, and the grounds on which proofs are opened and handed out. */
export const REASONS = [...new Set([...WHY, ...GROUNDS])] as const;
export type ReasonCode = (typeof REASONS)[number];

/** The choice as it came from a form; undefined for anything else. */
export const asWhy = (typed: string): Why | undefined => WHY.find((one) => one === typed);

/** A line's reason in its parts: `complaint: Sūdzība Nr. 7` → the code, and the colleague's own words after it. */
export function reasonParts(reason: string | null): { code?: ReasonCode; words?: string } {
  if (!reason) return {};
  const [, head = "", words] = /^([a-z]+)(?:: (.*))?$/s.exec(reason) ?? [];
  const code = REASONS.find((one) => one === head);
  return code ? { code, ...(words && { words }) } : { words: reason };
}
