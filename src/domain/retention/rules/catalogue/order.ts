/** Rules of retention: rows of nobody, which keep the program in order. In the order of the run. */
import { type Rule, rows } from "../rule.ts";

export const order = {
  "commit-marks": {
    ...rows("commit_mark", "at"),
    event: "made",
    period: "P1D",
    reason: "order",
    turn: "hour",
  },
  leases: {
    ...rows("lease", "until"),
    event: "own-term",
    period: "P1D",
    reason: "order",
    turn: "hour",
  },
  "refusal-counts": {
    ...rows("refusal_count", "until"),
    event: "own-term",
    period: "P1D",
    reason: "order",
    turn: "hour",
  },
  "dead-jobs": {
    ...rows("dead_letter", "at"),
    event: "made",
    period: "P90D",
    bounds: ["P7D", "P12M"],
    reason: "order",
    turn: "night",
  },
  alerts: {
    ...rows("alert", "closed_at"),
    event: "closed",
    period: "P180D",
    bounds: ["P30D", "P36M"],
    reason: "order",
    turn: "night",
  },
} as const satisfies Readonly<Record<string, Rule>>;
