/**
 * Every rule of retention, whole: what ends, from when the period counts, how long it is, why that long, and how it goes. What
 * no act of a person ends is ended by a rule of this table, or it is a record of the institution (record_file). The form of a
 * rule, and how to add one: rules/rule.ts.
 *
 * The order is that of the run: people first, then what is kept about them, then rows of nobody.
 */
import { REQUEST_LIFE_MS } from "../consent/rules/sign-up.ts";
import { ROW_LIFE_MS } from "../last-mails/rules.ts";
import { LINK_LIFE_MS, VISIT_MS } from "../me/rules.ts";
import { FORMER_ADDRESS_DAYS } from "../staff/rules/handover.ts";
import { GRACE_DAYS } from "../suppressions/rules/review.ts";
import { exactly } from "./rules/period.ts";
import type { Rule } from "./rules/rule.ts";

export const RULES = {
  // ── People and their proofs ──
  /** People on the lists of a purpose whose own term is over. */
  purposes: {
    ends: [{ table: "subscription", columns: ["address_id", "person_id"] }, { table: "address" }, { table: "person" }],
    event: "purpose",
    period: "of-purpose",
    reason: "purpose",
    how: "deleted",
    turn: "night",
    by: "own",
    most: 200,
  },
  /** People of whom nobody said in time why they are kept. */
  unjustified: {
    ends: [{ table: "subscription", columns: ["address_id", "person_id"] }, { table: "address" }, { table: "person" }],
    event: "unanswered",
    period: "P0D",
    reason: "purpose",
    how: "deleted",
    turn: "night",
    by: "own",
    most: 200,
  },
  /** Sealed proofs of those who left, with the pseudonyms that old links lead to; and what is left of who never had one. */
  proofs: {
    ends: [
      { table: "consent_record" },
      { table: "event" },
      { table: "link_tag" },
      { table: "subscription" },
      { table: "disclosure" },
    ],
    event: "left",
    period: { setting: "proofMonths" },
    reason: "proof",
    how: "deleted",
    turn: "night",
    by: "own",
    most: 500,
  },
  /** Suppression tags of a purpose that is over, and those about which nobody decided on their day; the rest stand on. */
  tags: {
    ends: [{ table: "suppression" }],
    event: "own-term",
    period: `P${GRACE_DAYS}D`,
    reason: "suppression",
    how: "deleted",
    turn: "night",
    by: "own",
    most: 1_000,
  },
  "tag-lists": {
    ends: [{ table: "suppression_import" }],
    event: "made",
    period: "P24M",
    bounds: ["P12M", "P60M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: { table: "suppression_import", since: "created_at" },
  },
  "tag-reviews": {
    ends: [{ table: "suppression_review" }],
    event: "made",
    period: "P24M",
    bounds: ["P12M", "P60M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: { table: "suppression_review", since: "at" },
  },
  "returns-counts": {
    ends: [{ table: "return_attempt" }],
    event: "made",
    period: "P24M",
    bounds: ["P12M", "P60M"],
    reason: "order",
    how: "deleted",
    turn: "night",
    by: { table: "return_attempt", since: "at" },
  },
  "open-sign-ups": {
    ends: [{ table: "intake" }],
    event: "made",
    period: exactly(REQUEST_LIFE_MS),
    reason: "confirmation",
    how: "deleted",
    turn: "hour",
    by: { table: "intake", since: "created_at" },
  },
  // A request whose link was used is held for the visit alone.
  "own-page-visits": {
    ends: [{ table: "intake" }],
    event: "made",
    period: exactly(LINK_LIFE_MS + VISIT_MS),
    reason: "confirmation",
    how: "deleted",
    turn: "hour",
    by: { table: "intake", since: "created_at", only: "state = 'used'" },
  },
  // The sweep ends them minute by minute; here only where it has not come by.
  "last-mails": {
    ends: [{ table: "last_mail" }],
    event: "made",
    period: exactly(ROW_LIFE_MS),
    reason: "confirmation",
    how: "deleted",
    turn: "hour",
    by: { table: "last_mail", since: "created_at" },
  },
  links: {
    ends: [{ table: "token" }],
    event: "own-term",
    period: "P0D",
    reason: "confirmation",
    how: "deleted",
    turn: "hour",
    by: { table: "token", since: "expires_at" },
  },
  /** Who got a mailing: its messages become totals that still balance. */
  messages: {
    ends: [{ table: "message" }, { table: "batch" }, { table: "mailing", columns: ["cursor"] }],
    event: "closed",
    period: "P24M",
    bounds: ["P6M", "P60M"],
    reason: "accounting",
    how: "folded",
    turn: "night",
    by: "own",
    most: 1_000,
  },
  /** Campaigns, as records of the institution: only what a disposal act names. */
  records: {
    ends: [{ table: "mailing" }, { table: "mailing_total" }, { table: "mailing_reading" }],
    event: "disposal",
    period: "P0D",
    reason: "work",
    how: "deleted",
    turn: "night",
    by: "own",
    most: 50,
  },
  /** What was brought in, once nobody is held by it any more. */
  imports: {
    ends: [{ table: "import" }],
    event: "closed",
    period: "P36M",
    bounds: ["P12M", "P120M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: {
      table: "import",
      since: "finished_at",
      only: `NOT EXISTS (SELECT 1 FROM subscription s INDEXED BY subscription_import
        WHERE s.import_id = import.id AND s.address_id IS NOT NULL AND s.import_id IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM import_page p WHERE p.import_id = import.id)
        AND NOT EXISTS (SELECT 1 FROM import_tag t WHERE t.import_id = import.id)`,
    },
  },
  // What rules look back at (a mailing's stop rule, repeated temporary faults) is younger; the message keeps the result.
  "provider-events": {
    ends: [{ table: "provider_event" }],
    event: "made",
    period: "P90D",
    bounds: ["P30D", "P12M"],
    reason: "accounting",
    how: "deleted",
    turn: "night",
    by: { table: "provider_event", since: "at", mailing: "mailing_id" },
  },

  // ── Staff ──
  sessions: {
    ends: [{ table: "session" }],
    event: "own-term",
    period: "P0D",
    reason: "work",
    how: "deleted",
    turn: "hour",
    by: { table: "session", since: "expires_at" },
  },
  "sign-in-codes": {
    ends: [{ table: "verification" }],
    event: "own-term",
    period: "P0D",
    reason: "work",
    how: "deleted",
    turn: "hour",
    by: { table: "verification", since: "expires_at" },
  },
  // Whoever was at somebody's account is found out late; half a year covers an absence and an audit, and no more.
  "sign-ins": {
    ends: [{ table: "sign_in" }],
    event: "made",
    period: "P180D",
    bounds: ["P90D", "P12M"],
    reason: "abuse",
    how: "deleted",
    turn: "night",
    by: { table: "sign_in", since: "at" },
  },
  "second-factor-requests": {
    ends: [{ table: "second_factor_reset" }],
    event: "own-term",
    period: "P0D",
    reason: "work",
    how: "deleted",
    turn: "hour",
    by: { table: "second_factor_reset", since: "until" },
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
  handovers: {
    ends: [{ table: "handover" }],
    event: "made",
    period: "P24M",
    bounds: ["P6M", "P60M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: { table: "handover", since: "at" },
  },
  "access-reviews": {
    ends: [{ table: "access_review" }],
    event: "made",
    period: "P60M",
    bounds: ["P24M", "P120M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: { table: "access_review", since: "at" },
  },
  "sign-in-tries": {
    ends: [{ table: "rate_limit" }],
    event: "made",
    period: "P1D",
    reason: "abuse",
    how: "deleted",
    turn: "hour",
    by: { table: "rate_limit", since: "last_request" },
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
  // Two years, fixed, because the certificates say so: whoever leaves is told who had been given his data in that time.
  exports: {
    ends: [{ table: "export" }, { table: "export_person" }],
    event: "made",
    period: "P24M",
    reason: "disclosure",
    how: "deleted",
    turn: "night",
    by: "own",
    most: 5_000,
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
    ends: [{ table: "proof_opening" }],
    event: "made",
    period: "P36M",
    bounds: ["P12M", "P120M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: { table: "proof_opening", since: "asked_at" },
  },
  // ── People who use their rights, and breaches ──
  // With an address that the request deleted they went at once (rights-requests/end-mail.ts).
  "requests-who": {
    ends: [{ table: "rights_request", columns: ["tag", "tag_key", "sealed"] }],
    event: "closed",
    period: "P90D",
    bounds: ["P30D", "P12M"],
    reason: "work",
    how: "emptied",
    turn: "night",
    by: { table: "rights_request", since: "closed_at", only: "coalesce(tag, sealed) IS NOT NULL" },
  },
  requests: {
    ends: [{ table: "rights_request" }],
    event: "closed",
    period: "P36M",
    bounds: ["P12M", "P120M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: { table: "rights_request", since: "closed_at" },
  },
  breaches: {
    ends: [{ table: "breach" }, { table: "breach_version" }],
    event: "closed",
    period: "P60M",
    bounds: ["P36M", "P120M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: "own",
    most: 100,
  },
  "api-keys": {
    ends: [{ table: "api_key" }],
    event: "closed",
    period: "P12M",
    bounds: ["P1M", "P36M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: { table: "api_key", since: "revoked_at" },
  },

  // ── What retention itself keeps ──
  "hold-ties": {
    ends: [{ table: "legal_hold", columns: ["tag", "records"] }],
    event: "own-term",
    period: "P1D",
    reason: "proof",
    how: "emptied",
    turn: "hour",
    by: { table: "legal_hold", since: "until", day: true, only: "coalesce(tag, records) IS NOT NULL" },
  },
  holds: {
    ends: [{ table: "legal_hold" }],
    event: "own-term",
    period: "P36M",
    bounds: ["P12M", "P120M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: { table: "legal_hold", since: "until", day: true },
  },
  "review-cases": {
    ends: [{ table: "review_case" }],
    event: "closed",
    period: "P36M",
    bounds: ["P12M", "P120M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: { table: "review_case", since: "closed_at" },
  },
  runs: {
    ends: [{ table: "retention_run" }],
    event: "closed",
    period: "P60M",
    bounds: ["P12M", "P120M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: { table: "retention_run", since: "finished_at" },
  },

  // ── Rows of nobody ──
  "commit-marks": {
    ends: [{ table: "commit_mark" }],
    event: "made",
    period: "P1D",
    reason: "order",
    how: "deleted",
    turn: "hour",
    by: { table: "commit_mark", since: "at" },
  },
  leases: {
    ends: [{ table: "lease" }],
    event: "own-term",
    period: "P1D",
    reason: "order",
    how: "deleted",
    turn: "hour",
    by: { table: "lease", since: "until" },
  },
  "refusal-counts": {
    ends: [{ table: "refusal_count" }],
    event: "own-term",
    period: "P1D",
    reason: "order",
    how: "deleted",
    turn: "hour",
    by: { table: "refusal_count", since: "until" },
  },
  "dead-jobs": {
    ends: [{ table: "dead_letter" }],
    event: "made",
    period: "P90D",
    bounds: ["P7D", "P12M"],
    reason: "order",
    how: "deleted",
    turn: "night",
    by: { table: "dead_letter", since: "at" },
  },
  alerts: {
    ends: [{ table: "alert" }],
    event: "closed",
    period: "P180D",
    bounds: ["P30D", "P36M"],
    reason: "order",
    how: "deleted",
    turn: "night",
    by: { table: "alert", since: "closed_at" },
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;
export const RULE_NAMES = Object.keys(RULES) as RuleName[];

/** A rule in its general form. */
export const ruleOf = (name: RuleName): Rule => RULES[name];

/** A name that this version knows; rows of another version may hold others. */
export const isRuleName = (name: string): name is RuleName => Object.hasOwn(RULES, name);

/** Rules whose count and page are not read from a column: each has a hand in acts/hands.ts. */
export type OwnRule = { [N in RuleName]: (typeof RULES)[N]["by"] extends "own" ? N : never }[RuleName];

/** Largest number that one night deletes without a person; the institution sets its own. */
export const DEFAULT_CEILING = 10_000;
