/** What retention itself keeps: which runs there were, what is held for a claim, and what was decided about it. */
import {
  legalHold,
  mailingTotal,
  recordFile,
  retentionForecast,
  retentionRule,
  retentionRun,
  reviewCase,
} from "../../../../platform/schema.ts";
import { holding, impersonal, NOTHING } from "../holding.ts";

/** Who decided, for as long as the decisions must be answered for. */
const DECIDED = { need: "work", until: "term", by: "row" } as const;

export const retention = [
  // The newest decision of each rule; the next one takes its place.
  holding(
    retentionRule,
    "staff",
    { need: "work", until: "replaced", by: "emptied" },
    { name: NOTHING, period: NOTHING, reason: "reason", changedBy: "conduct", changedAt: "time", version: NOTHING },
  ),
  holding(retentionRun, "staff", DECIDED, {
    id: NOTHING,
    kind: NOTHING,
    day: NOTHING,
    state: NOTHING,
    at: NOTHING,
    step: NOTHING,
    // Where the run has come to: an id, while it runs.
    cursor: ["pseudonym", { until: "run", by: "emptied" }],
    planned: NOTHING,
    deleted: NOTHING,
    kept: NOTHING,
    periods: NOTHING,
    ceiling: NOTHING,
    confirmedBy: "conduct",
    confirmedAt: "time",
    finishedAt: NOTHING,
    version: NOTHING,
  }),
  impersonal(retentionForecast, ["id", "state", "at", "step", "counts", "finishedAt", "version"]),
  holding(legalHold, "staff", DECIDED, {
    id: NOTHING,
    scope: NOTHING,
    subject: NOTHING,
    tag: ["pseudonym", { need: "proof", until: "own-term", by: "emptied" }],
    records: ["pseudonym", { need: "proof", until: "own-term", by: "emptied" }],
    reason: "reason",
    placedBy: "conduct",
    placedAt: "time",
    until: NOTHING,
    endedAt: "time",
    endedBy: "conduct",
    endReason: "reason",
  }),
  holding(reviewCase, "staff", DECIDED, {
    id: NOTHING,
    kind: NOTHING,
    subject: NOTHING,
    openedAt: NOTHING,
    answerDay: NOTHING,
    decision: "conduct",
    reason: "reason",
    decidedBy: "conduct",
    decidedAt: "time",
    until: NOTHING,
    closedAt: NOTHING,
  }),
  holding(
    recordFile,
    "staff",
    { need: "work", until: "replaced", by: "emptied" },
    {
      kind: NOTHING,
      subject: NOTHING,
      code: NOTHING,
      disposal: NOTHING,
      disposalDay: NOTHING,
      changedBy: "conduct",
      changedAt: "time",
    },
  ),
  impersonal(mailingTotal, ["mailingId", "state", "reason", "answer", "way", "pilot", "language", "n"]),
];
