/** Rules of retention: people on lists, those who signed up, and what is kept of those who left. In the order of the run. */

import { REQUEST_LIFE_MS } from "../../../consent/rules/sign-up.ts";
import { ROW_LIFE_MS } from "../../../last-mails/rules.ts";
import { LINK_LIFE_MS, VISIT_MS } from "../../../me/rules.ts";
import { MARK_LIFE_MS } from "../../../sign-up-guard/rules/caps.ts";
import { GRACE_DAYS } from "../../../suppressions/rules/review.ts";
import { exactly } from "../period.ts";
import { type Rule, rows } from "../rule.ts";

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
    ...rows("suppression_import", "created_at"),
    event: "made",
    period: "P24M",
    bounds: ["P12M", "P60M"],
    reason: "work",
    turn: "night",
  },
  "tag-reviews": {
    ...rows("suppression_review", "at"),
    event: "made",
    period: "P24M",
    bounds: ["P12M", "P60M"],
    reason: "work",
    turn: "night",
  },
  "returns-counts": {
    ...rows("return_attempt", "at"),
    event: "made",
    period: "P24M",
    bounds: ["P12M", "P60M"],
    reason: "order",
    turn: "night",
  },
  "open-sign-ups": {
    ...rows("intake", "created_at"),
    event: "made",
    period: exactly(REQUEST_LIFE_MS),
    reason: "confirmation",
    turn: "hour",
  },
  "sign-up-marks": {
    ...rows("sign_up_mark", "at"),
    event: "made",
    period: exactly(MARK_LIFE_MS),
    reason: "abuse",
    turn: "hour",
  },
  "sign-up-hours": {
    ...rows("sign_up_hour", "hour"),
    event: "made",
    period: "P6M",
    bounds: ["P2M", "P24M"],
    reason: "order",
    turn: "night",
  },
  // A request whose link was used is held for the visit alone.
  "own-page-visits": {
    ...rows("intake", "created_at", { only: "state = 'used'" }),
    event: "made",
    period: exactly(LINK_LIFE_MS + VISIT_MS),
    reason: "confirmation",
    turn: "hour",
  },
  // The sweep ends them minute by minute; here only where it has not come by.
  "last-mails": {
    ...rows("last_mail", "created_at"),
    event: "made",
    period: exactly(ROW_LIFE_MS),
    reason: "confirmation",
    turn: "hour",
  },
  links: {
    ...rows("token", "expires_at"),
    event: "own-term",
    period: "P0D",
    reason: "confirmation",
    turn: "hour",
  },
} as const satisfies Readonly<Record<string, Rule>>;
