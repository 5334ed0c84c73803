/** Rules of retention: people on lists, those who signed up, and what is kept of those who left. In the order of the run. */

import { REQUEST_LIFE_MS } from "../../../consent/rules/sign-up.ts";
import { ROW_LIFE_MS } from "../../../last-mails/rules.ts";
import { LINK_LIFE_MS, VISIT_MS } from "../../../me/rules.ts";
import { GRACE_DAYS } from "../../../suppressions/rules/review.ts";
import { exactly } from "../period.ts";
import type { Rule } from "../rule.ts";

export const people = {
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
} as const satisfies Readonly<Record<string, Rule>>;
