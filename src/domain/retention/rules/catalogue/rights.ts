/** Rules of retention: people who use their rights, and breaches. In the order of the run. */
import { type Rule, rows } from "../rule.ts";

export const rights = {
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
    ...rows("rights_request", "closed_at"),
    event: "closed",
    period: "P36M",
    bounds: ["P12M", "P120M"],
    reason: "work",
    turn: "night",
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
} as const satisfies Readonly<Record<string, Rule>>;
