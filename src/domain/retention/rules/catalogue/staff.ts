/** Rules of retention: staff: how they sign in, and what they answer for. In the order of the run. */
import { FORMER_ADDRESS_DAYS } from "../../../staff/rules/handover.ts";
import { type Rule, rows } from "../rule.ts";

export const staff = {
  sessions: {
    ...rows("session", "expires_at"),
    event: "own-term",
    period: "P0D",
    reason: "work",
    turn: "hour",
  },
  "sign-in-codes": {
    ...rows("verification", "expires_at"),
    event: "own-term",
    period: "P0D",
    reason: "work",
    turn: "hour",
  },
  // Whoever was at somebody's account is found out late; half a year covers an absence and an audit, and no more (pages say 180 days).
  "sign-ins": {
    ...rows("sign_in", "at"),
    event: "made",
    period: "P180D",
    reason: "abuse",
    turn: "night",
  },
  "second-factor-requests": {
    ...rows("second_factor_reset", "until"),
    event: "own-term",
    period: "P0D",
    reason: "work",
    turn: "hour",
  },
  /** Work addresses of former members; their names stay beside what they did. */
  "former-addresses": {
    ends: [{ table: "user", columns: ["email"] }],
    event: "closed",
    period: `P${FORMER_ADDRESS_DAYS}D`,
    reason: "work",
    how: "emptied",
    turn: "night",
    by: "own",
    most: 200,
  },
  /** Names of those who left long ago: what they did says from then on that it was a former colleague. */
  accounts: {
    ...rows("user", "disabled_at"),
    event: "closed",
    period: "P120M",
    bounds: ["P36M", "P120M"],
    reason: "work",
    turn: "night",
  },
  handovers: {
    ...rows("handover", "at"),
    event: "made",
    period: "P24M",
    bounds: ["P6M", "P60M"],
    reason: "work",
    turn: "night",
  },
  "access-reviews": {
    ...rows("access_review", "at"),
    event: "made",
    period: "P60M",
    bounds: ["P24M", "P120M"],
    reason: "work",
    turn: "night",
  },
  "sign-in-tries": {
    ...rows("rate_limit", "last_request"),
    event: "made",
    period: "P1D",
    reason: "abuse",
    turn: "hour",
  },
  // What tied an opening that is over to a person; who opened it, when and why stays for longer.
  "openings-ties": {
    ends: [{ table: "proof_opening", columns: ["tag", "records"] }],
    event: "own-term",
    period: "P0D",
    reason: "proof",
    how: "emptied",
    turn: "hour",
    by: { table: "proof_opening", since: "until", only: "coalesce(tag, records) IS NOT NULL" },
  },
  // Two years: complaints about a look come within the limits of a supervisory and a civil case, and the next audit is a year
  // off; longer would be a file on colleagues. Never under a year (read-log/rules/digest.ts).
  "read-log": {
    ends: [{ table: "read_log" }],
    event: "made",
    period: "P24M",
    bounds: ["P12M", "P60M"],
    reason: "access",
    how: "deleted",
    turn: "night",
    by: "own",
    most: 5_000,
  },
  openings: {
    ...rows("proof_opening", "asked_at"),
    event: "made",
    period: "P36M",
    bounds: ["P12M", "P120M"],
    reason: "work",
    turn: "night",
  },
  "api-keys": {
    ...rows("api_key", "revoked_at"),
    event: "closed",
    period: "P12M",
    bounds: ["P1M", "P36M"],
    reason: "work",
    turn: "night",
  },
  // So long a call may be repeated (Idempotency-Key).
  "api-calls": {
    ...rows("api_call", "at"),
    event: "made",
    period: "P1D",
    reason: "order",
    turn: "hour",
  },
} as const satisfies Readonly<Record<string, Rule>>;
