/** What is held of people who use a right, and of staff in the record of breaches. */
import { breach, breachVersion, rightsRequest } from "../../../../platform/schema.ts";
import { holding, NOTHING } from "../holding.ts";

const ASKED = { need: "rights", until: "term", by: "row" } as const;
/** Who asked, and in which words: needed until he has his answer, and a while for his objections to it; with an erased address at once. */
const WHO = { until: "term", by: "emptied" } as const;
const RECORDED = { need: "work", until: "term", by: "row" } as const;

export const rights = [
  holding(rightsRequest, "subscriber", ASKED, {
    id: "pseudonym",
    n: "pseudonym",
    right: "decision",
    channel: "membership",
    receivedDay: "time",
    dueDay: "time",
    tag: ["pseudonym", WHO],
    tagKey: ["pseudonym", WHO],
    sealed: ["address", WHO],
    notedBy: "conduct",
    notedAt: "time",
    extendedBy: "conduct",
    extendedAt: "time",
    extendedFor: "reason",
    outcome: "decision",
    answeredDay: "time",
    closedBy: "conduct",
    closedAt: "time",
  }),
  // Of the people concerned nothing stands here: the forms ask for kinds and numbers, and addresses are taken out.
  holding(breach, "staff", RECORDED, {
    id: NOTHING,
    n: NOTHING,
    kind: NOTHING,
    awareAt: NOTHING,
    ownHours: NOTHING,
    version: NOTHING,
    reportedBy: "conduct",
    reportedAt: "time",
    authorityAt: NOTHING,
    personsAt: NOTHING,
    closedAt: NOTHING,
  }),
  holding(breachVersion, "staff", RECORDED, {
    breachId: NOTHING,
    n: NOTHING,
    section: NOTHING,
    body: NOTHING,
    by: "conduct",
    at: "time",
  }),
];
