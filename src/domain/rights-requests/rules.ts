/**
 * A request by which somebody uses a right (GDPR Art. 15 to 22): what is noted, when it is due, what may become of it. Pure.
 *
 * A request counts from the day on which it came, in whatever form (Art. 12(3)); while it is open, nothing is mailed to its
 * address, and silence to a campaign ends nobody whose request is open.
 */
import type { FieldProblem } from "../../refusal.ts";
import { isDay } from "../consent/rules/days.ts";
import { type Term, termOf, workingDaysBefore } from "../periods/rules.ts";

export const RIGHTS = [
  "access",
  "rectify",
  "erase",
  "restrict",
  "portability",
  "object",
  "object-marketing",
  "human-decision",
  "other",
] as const;
export type Right = (typeof RIGHTS)[number];

/** Article of the Regulation that gives the right; `other` has none that is known yet. */
export const ARTICLE: Record<Right, string> = {
  access: "15",
  rectify: "16",
  erase: "17",
  restrict: "18",
  portability: "20",
  object: "21",
  "object-marketing": "21",
  "human-decision": "22",
  other: "",
};

/** How a request reaches staff, who note it. */
export const CHANNELS = ["email", "letter", "e-address", "phone", "in-person", "form", "other"] as const;
/** own-page: the person noted it himself (acts/own.ts). */
export type RequestChannel = (typeof CHANNELS)[number] | "own-page";

export const OUTCOMES = ["met", "partly", "refused"] as const;
export type RequestOutcome = (typeof OUTCOMES)[number];

/** Why the month may be extended (Art. 12(3)). */
export const GROUNDS = ["complexity", "number"] as const;

/** Rights that end mail to the address when they are met: the press that ends it also writes the answer down. */
export const ENDS_MAIL: readonly Right[] = ["erase", "object", "object-marketing"];

/** What names the person, or is in his or our words: sealed, and destroyed before the note itself. */
export interface Contents {
  /** As typed; empty where he gave none. */
  address: string;
  /** Name, and where to answer if not there. */
  contact: string;
  words: string;
  /** Why we doubt who he is, and what we asked (Art. 12(6)); empty: no doubt. */
  doubt: string;
  /** Reasons told for the extension. */
  extension?: string;
  /** Reasons told for a refusal, whole or in part; or what was done. */
  answer?: string;
  /** Why a restriction of the address was ended. */
  lifted?: string;
}

export interface RightsRequest {
  id: string;
  n: number;
  right: Right;
  channel: RequestChannel;
  receivedDay: string;
  dueDay: string;
  notedBy: string;
  notedAt: number;
  extendedBy: string | null;
  extendedAt: number | null;
  extendedFor: (typeof GROUNDS)[number] | null;
  outcome: RequestOutcome | null;
  answeredDay: string | null;
  closedBy: string | null;
  closedAt: number | null;
  /** Who asked, and the words, are still kept. */
  hasContents: boolean;
}

/** Where the contents are sealed (platform/vault.ts). */
export const contentsPlace = (id: string) => ({ table: "rights_request", column: "sealed", row: id });

export const TEXT_MAX = 4_000;
const DUE_SOON = 3;

/** How urgent it is on this day: answered, late, within three working days of its last day, or none of these. */
export function urgencyOf(
  r: Pick<RightsRequest, "dueDay" | "closedAt">,
  today: string,
): "closed" | "over" | "soon" | "open" {
  if (r.closedAt !== null) return "closed";
  if (today > r.dueDay) return "over";
  return today >= workingDaysBefore(r.dueDay, DUE_SOON) ? "soon" : "open";
}

/** Whether a month may still be extended, and why not. The person must have been told within the first month. */
export function extensionProblem(
  r: Pick<RightsRequest, "closedAt" | "extendedAt" | "receivedDay">,
  today: string,
): "requests.closed" | "requests.extended" | "requests.too_late" | undefined {
  if (r.closedAt !== null) return "requests.closed";
  if (r.extendedAt !== null) return "requests.extended";
  return today > termOf(r.receivedDay).law ? "requests.too_late" : undefined;
}

/** The days of a request. */
export const daysOf = (r: Pick<RightsRequest, "receivedDay">): Term => termOf(r.receivedDay);

/** The problem of a day that must have been, undefined if it has. */
export function dayProblem(field: string, day: string, today: string): FieldProblem | undefined {
  if (!isDay(day)) return { field, code: "requests.day" };
  return day > today ? { field, code: "requests.future" } : undefined;
}

/** A text as it is kept. */
export const keptText = (typed: string | undefined): string =>
  (typed ?? "").normalize("NFC").replace(/\r\n?/g, "\n").trim().slice(0, TEXT_MAX);

/** An answer as typed. */
export interface TypedAnswer {
  outcome: string;
  day: string;
  reason: string;
  /** The person was told of complaint and court. */
  complaint: boolean;
}

/** What is wrong with an answer: a refusal, whole or in part, has reasons and tells of complaint and court (Art. 12(4)). */
export function answerProblems(a: TypedAnswer, r: Pick<RightsRequest, "receivedDay">, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const outcome = OUTCOMES.find((one) => one === a.outcome);
  if (!outcome) problems.push({ field: "outcome", code: "form.choose" });
  const day = dayProblem("day", a.day, today);
  if (day) problems.push(day);
  else if (a.day < r.receivedDay) problems.push({ field: "day", code: "requests.before" });
  if (outcome !== "met" && keptText(a.reason) === "") problems.push({ field: "reason", code: "form.required" });
  if (outcome !== undefined && outcome !== "met" && !a.complaint)
    problems.push({ field: "complaint", code: "requests.complaint" });
  return problems;
}
