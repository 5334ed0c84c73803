/**
 * The forms of a breach, read as typed. A report is never turned away: what is missing is written later, and a moment that
 * cannot be read, or has not come, starts the clock with the report. A decision needs what the law asks it to say.
 */
import type { FieldProblem } from "../../../refusal.ts";
import { momentOf } from "../../periods/rules.ts";
import {
  type AuthorityBody,
  type Bodies,
  type Breach,
  clocksOf,
  type FactsBody,
  ONGOING,
  type PersonsBody,
  type ReportBody,
  RISKS,
  type Section,
  UNTOLD,
} from "../rules.ts";

/** Fields of a form by name, as typed; a missing one is empty. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** Characters of one field; more is cut off, because no report may be lost for its length. */
export const TEXT_MAX = 10_000;

const ADDRESS = /[^\s<>()[\]{}"'„”“,;:]+@[^\s<>()[\]{}"'„”“,;:@]+\.[^\s<>()[\]{}"'„”“,;:@.]+/gu;

/** The record is kept for years and never overwritten: an e-mail address that is typed into it is left out. */
export const withoutAddresses = (text: string): string => text.replace(ADDRESS, "[…]");

/** A text as it is kept. */
const kept = (text: string | undefined): string =>
  withoutAddresses((text ?? "").normalize("NFC").replace(/\r\n?/g, "\n").trim().slice(0, TEXT_MAX));

/** Whether something that looked like an address was left out of these fields. */
export const hadAddress = (typed: Typed): boolean =>
  Object.values(typed).some((text) => (text ?? "").search(ADDRESS) >= 0);

/** What was reported, at any moment and however little. */
export function readReport(typed: Typed, now: number, zone: string): ReportBody {
  const at = momentOf(typed.day ?? "", typed.time ?? "", zone);
  const known = at !== undefined && at <= now;
  return {
    awareAt: known ? at : now,
    ...(!known && { assumed: true }),
    what: kept(typed.what),
    noticed: kept(typed.noticed),
    data: kept(typed.data),
    ongoing: ONGOING.find((one) => one === typed.ongoing) ?? "",
  };
}

/** A correction says why, and names a moment that has been. */
export function readCorrection(typed: Typed, now: number, zone: string): ReportBody | FieldProblem[] {
  const body = readReport(typed, now, zone);
  const problems: FieldProblem[] = [];
  if (body.assumed) problems.push({ field: "time", code: "breaches.moment" });
  const why = kept(typed.why);
  if (why === "") problems.push({ field: "why", code: "form.required" });
  return problems.length > 0 ? problems : { ...body, why };
}

export function readFacts(typed: Typed): FactsBody {
  const [people, records, categories, consequences, measures] = [
    "people",
    "records",
    "categories",
    "consequences",
    "measures",
  ].map((name) => kept(typed[name])) as [string, string, string, string, string];
  return { people, records, categories, consequences, measures };
}

/** Whether the authority is notified: not only where a risk is unlikely; later than 72 hours with the reasons (Art. 33(1)). */
export function readAuthority(
  typed: Typed,
  breach: Pick<Breach, "awareAt" | "ownHours" | "authorityAt" | "personsAt">,
  now: number,
  zone: string,
): AuthorityBody | FieldProblem[] {
  const problems: FieldProblem[] = [];
  const risk = RISKS.find((one) => one === typed.risk);
  const decision = (["notified", "not"] as const).find((one) => one === typed.decision);
  const [reference, reason, late] = [kept(typed.reference), kept(typed.reason), kept(typed.late)];
  if (!risk) problems.push({ field: "risk", code: "form.choose" });
  if (!decision) problems.push({ field: "decision", code: "form.choose" });
  if (decision === "not" && reason === "") problems.push({ field: "reason", code: "form.required" });
  if (decision === "not" && risk !== undefined && risk !== "unlikely")
    problems.push({ field: "decision", code: "breaches.risk_needs_notice" });
  const at = decision === "notified" ? momentOf(typed.day ?? "", typed.time ?? "", zone) : undefined;
  if (decision === "notified" && (at === undefined || at > now))
    problems.push({ field: "time", code: "breaches.moment" });
  const end = clocksOf(breach).find(({ kind }) => kind === "authority")?.until ?? 0;
  if (at !== undefined && at > end && late === "") problems.push({ field: "late", code: "breaches.late_why" });
  if (problems.length > 0 || !risk || !decision) return problems;
  return { decision, risk, ...(at !== undefined && { at }), reference, reason, late };
}

/** Whether the people concerned are told: where the risk is high, not telling rests on one of three cases (Art. 34(3)). */
export function readPersons(
  typed: Typed,
  risk: AuthorityBody["risk"] | undefined,
  now: number,
  zone: string,
): PersonsBody | FieldProblem[] {
  const problems: FieldProblem[] = [];
  const decision = (["told", "not"] as const).find((one) => one === typed.decision);
  const why = UNTOLD.find((one) => one === typed.why) ?? "";
  const [how, reason] = [kept(typed.how), kept(typed.reason)];
  const at = decision === "told" ? momentOf(typed.day ?? "", typed.time ?? "", zone) : undefined;
  if (!decision) problems.push({ field: "decision", code: "form.choose" });
  if (decision === "told" && (at === undefined || at > now)) problems.push({ field: "time", code: "breaches.moment" });
  if (decision === "told" && how === "") problems.push({ field: "how", code: "form.required" });
  if (decision === "not" && why === "") problems.push({ field: "why", code: "form.choose" });
  if (decision === "not" && reason === "") problems.push({ field: "reason", code: "form.required" });
  if (decision === "not" && why === "not-high" && risk === "high")
    problems.push({ field: "why", code: "breaches.high_risk" });
  if (problems.length > 0 || !decision) return problems;
  return { decision, ...(at !== undefined && { at }), how, why: decision === "not" ? why : "", reason };
}

/** What is still missing before it can be closed: codes of sections and fields. */
export function missingToClose(now: { [S in Section]?: Bodies[S] | undefined }): ("facts" | "authority" | "persons")[] {
  const { facts, authority, persons } = now;
  const open: ("facts" | "authority" | "persons")[] = [];
  if (!facts || facts.consequences === "" || facts.measures === "") open.push("facts");
  if (!authority) open.push("authority");
  if (!persons) open.push("persons");
  return open;
}

export const readClosing = (typed: Typed): Bodies["closing"] => ({ lesson: kept(typed.lesson) });
