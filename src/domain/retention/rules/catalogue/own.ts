/** Rules of retention: what retention itself keeps. In the order of the run. */
import { type Rule, rows } from "../rule.ts";

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
    ...rows("legal_hold", "until", { day: true }),
    event: "own-term",
    period: "P36M",
    bounds: ["P12M", "P120M"],
    reason: "work",
    turn: "night",
  },
  "review-cases": {
    ...rows("review_case", "closed_at"),
    event: "closed",
    period: "P36M",
    bounds: ["P12M", "P120M"],
    reason: "work",
    turn: "night",
  },
  runs: {
    ...rows("retention_run", "finished_at"),
    event: "closed",
    period: "P60M",
    bounds: ["P12M", "P120M"],
    reason: "work",
    turn: "night",
  },
} as const satisfies Readonly<Record<string, Rule>>;
