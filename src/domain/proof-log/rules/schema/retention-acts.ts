/** What acts about retention say: periods, holds, questions of review, runs. Part of the table of acts.ts. */
import { BY, CODE, COUNT, COUNTS, choice, DAY, ERASURE, SLUG, STAFF, TEXT, UUID } from "./members.ts";

export const RETENTION_ACTS = {
  "retention.confirmed": { members: { day: DAY, planned: COUNTS, ceiling: COUNT, ...STAFF } },
  // `bound`: where counting stopped; so many were due at least.
  "retention.changed": {
    members: { rule: CODE, from: TEXT, to: TEXT, due: COUNT, "bound?": COUNT, reason: TEXT, ...STAFF },
  },
  "hold.placed": {
    members: {
      hold: UUID,
      scope: choice("person", "list", "mailing", "purpose"),
      "subject?": UUID,
      reason: TEXT,
      until: DAY,
      ...STAFF,
    },
  },
  "hold.ended": { members: { hold: UUID, reason: TEXT, ...STAFF } },
  "review.decided": {
    members: {
      case: UUID,
      kind: CODE,
      subject: UUID,
      decision: choice("justified", "delete"),
      "until?": DAY,
      reason: TEXT,
      ...STAFF,
    },
  },
  "record.filed": { members: { mailing: UUID, code: TEXT, "disposal?": TEXT, "day?": DAY, ...STAFF } },
  "retention.ended": {
    members: { rule: CODE, list: SLUG, purpose: UUID, reason: CODE, "erasure?": ERASURE },
    people: "always",
  },
  "retention.executed": { members: { day: DAY, deleted: COUNTS, "kept?": COUNTS, "confirmed?": BY } },
  "erasure.executed": { members: { stage: { const: 2 }, records: COUNT, events: COUNT } },
} as const;
