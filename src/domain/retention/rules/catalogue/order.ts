/** Rules of retention: rows of nobody, which keep the program in order. In the order of the run. */
import type { Rule } from "../rule.ts";

export const order = {
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
