/** Why a mailing stands still, and which step may follow. */

/** person: somebody pressed "pause". The others are decided by the program, and only a person lets the mailing go on. */
export const HOLD_REASONS = [
  "person",
  /** The program did not live for more than an hour. */
  "outage",
  /** The database is an older copy, or stands at another address. */
  "restored",
  /** Too many addresses of the list do not exist. */
  "bounces",
  "complaints",
  /** The same of the pilot: more than 2 % of its addresses do not exist, or anybody has complained. */
  "pilot-bounces",
  "pilot-complaints",
  /** A receiving system refuses us for policy or reputation. */
  "policy",
  /** Many refusals at one domain in a short time. */
  "domain",
  /** The last day to answer is over. */
  "deadline",
  /** The provider has refused us for more than an hour, answers nobody, or takes none of the mails. */
  "provider",
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
/** Decided by the program. */
export type OwnReason = Exclude<HoldReason, "person">;
