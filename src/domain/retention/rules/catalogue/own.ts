/** Rules of retention: what retention itself keeps. In the order of the run. */
import type { Rule } from "../rule.ts";

export const own = {
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
} as const satisfies Readonly<Record<string, Rule>>;
