/** What a legal hold can be of, and what somebody can be asked to justify. Pure. */

/** The proofs of one person; or everything about a list, a mailing or a purpose. */
export const HOLD_SCOPES = ["person", "list", "mailing", "purpose"] as const;
export type HoldScope = (typeof HOLD_SCOPES)[number];

export const isHoldScope = (text: string): text is HoldScope => HOLD_SCOPES.some((one) => one === text);

/** A list without a purpose in force; people of whom nobody knows where they came from; a purpose past the day of its review. */
export type CaseKind = "no-purpose" | "no-source" | "overdue";
