/**
 * The record of a breach (GDPR Art. 33, 34): its sections, its two clocks, and whom what is told. Pure.
 *
 * The clock of the law counts 72 hours from awareness to the notification of the authority (Art. 33(1)). The other is the
 * institution's own aim for telling the people concerned; the law says "without undue delay" where the risk is high (Art. 34(1)).
 */
import { hoursFrom } from "../periods/rules.ts";

export const KINDS = ["breach", "exercise"] as const;
export type BreachKind = (typeof KINDS)[number];

/** Hours to the notification of the authority (GDPR Art. 33(1)). */
export const LAW_HOURS = 72;
/** Hours within which the institution means to have told the people concerned, where it has chosen no other number. */
export const OWN_HOURS = 12;

export const SECTIONS = ["report", "facts", "authority", "persons", "closing"] as const;
export type Section = (typeof SECTIONS)[number];

export const ONGOING = ["yes", "no", "unknown"] as const;

/** What was reported; corrected by a further version with its reason. */
export interface ReportBody {
  /** From which the hours count, ms. */
  awareAt: number;
  /** The moment could not be read or had not come: the clock began with the report. */
  assumed?: boolean;
  what: string;
  noticed: string;
  /** Kinds of data and of people, roughly. */
  data: string;
  ongoing: (typeof ONGOING)[number] | "";
  /** Why it was corrected. */
  why?: string;
}

/** What the authority asks for besides (Art. 33(3)). */
export interface FactsBody {
  people: string;
  records: string;
  categories: string;
  consequences: string;
  measures: string;
}

export const RISKS = ["unlikely", "risk", "high"] as const;
export type Risk = (typeof RISKS)[number];

export interface AuthorityBody {
  decision: "notified" | "not";
  risk: Risk;
  /** When it was notified, ms. */
  at?: number;
  reference: string;
  reason: string;
  /** Reasons for the delay: later than 72 hours (Art. 33(1)). */
  late: string;
}

/** Why people are not told: the risk is not high, or one of the three cases of Art. 34(3). */
export const UNTOLD = ["not-high", "protected", "removed", "public"] as const;

export interface PersonsBody {
  decision: "told" | "not";
  at?: number;
  how: string;
  why: (typeof UNTOLD)[number] | "";
  reason: string;
}

export interface ClosingBody {
  lesson: string;
}

export interface Bodies {
  report: ReportBody;
  facts: FactsBody;
  authority: AuthorityBody;
  persons: PersonsBody;
  closing: ClosingBody;
}

export interface Breach {
  id: string;
  n: number;
  kind: BreachKind;
  awareAt: number;
  ownHours: number;
  version: number;
  reportedBy: string;
  reportedAt: number;
  authorityAt: number | null;
  personsAt: number | null;
  closedAt: number | null;
}

/** A clock of a breach: until when, and since when what it counts to is done. */
export interface BreachClock {
  kind: "authority" | "persons";
  hours: number;
  until: number;
  doneAt: number | null;
}

/** Both clocks, the earlier end first. */
export function clocksOf(b: Pick<Breach, "awareAt" | "ownHours" | "authorityAt" | "personsAt">): BreachClock[] {
  const clocks: BreachClock[] = [
    { kind: "persons", hours: b.ownHours, until: hoursFrom(b.awareAt, b.ownHours), doneAt: b.personsAt },
    { kind: "authority", hours: LAW_HOURS, until: hoursFrom(b.awareAt, LAW_HOURS), doneAt: b.authorityAt },
  ];
  return clocks.sort((a, z) => a.until - z.until);
}

const HOUR_MS = 3_600_000;

/** What the officer is told of a breach again, while nothing is decided: codes of alerts. An exercise is told of once. */
export function dueCodes(
  b: Breach,
  now: number,
): ("breach.persons-due" | "breach.authority-due" | "breach.authority-over")[] {
  if (b.kind === "exercise" || b.closedAt !== null) return [];
  const codes: ReturnType<typeof dueCodes> = [];
  const [persons, authority] = ["persons", "authority"].map((kind) => clocksOf(b).find((c) => c.kind === kind)) as [
    BreachClock,
    BreachClock,
  ];
  if (persons.doneAt === null && now >= persons.until - Math.min(3, persons.hours / 4) * HOUR_MS)
    codes.push("breach.persons-due");
  if (authority.doneAt === null && now >= authority.until - 24 * HOUR_MS) codes.push("breach.authority-due");
  if (authority.doneAt === null && now > authority.until) codes.push("breach.authority-over");
  return codes;
}
