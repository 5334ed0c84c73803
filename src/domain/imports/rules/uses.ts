/** What a column can hold. */

/**
 * status: a word (status.ts). left, bounced: yes or a time, the person opted out or his address is dead. reason: why he
 * left. confirmed: no means that he never confirmed. proof: yes or the time of his own opt-in. since: a day.
 */
export const COLUMN_USES = [
  "email",
  "name",
  "language",
  "status",
  "left",
  "reason",
  "bounced",
  "confirmed",
  "proof",
  "since",
  "skip",
] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];
