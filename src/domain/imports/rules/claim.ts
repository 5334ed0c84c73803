/**
 * What an office says about a list that it brings: where it is from, since when people are on it, on which basis, and
 * whether it can prove that. The claim goes into the proof log with every page (GDPR Art. 5(2), 14(2)(f)); it is never
 * taken for consent: who is on a newsletter list without proof waits as `unproven` until he answers.
 */
import type { FieldProblem } from "../../../refusal.ts";
import { isDay } from "../../consent/rules/days.ts";
import type { ListKind } from "../../lists/rules.ts";

/** consent: Art. 6(1)(a). task: (e), with duty and contract. interests: (f). */
export const CLAIMED_BASES = ["consent", "task", "interests"] as const;
export type ClaimedBasis = (typeof CLAIMED_BASES)[number];

/**
 * How the office came to the addresses. themselves: the people wrote them down for this. contact: they wrote to the
 * office or dealt with it. other_office: handed over by another institution. public: from web pages, registers, cards.
 */
export const ORIGINS = ["themselves", "contact", "other_office", "public", "bought", "unknown"] as const;
export type Origin = (typeof ORIGINS)[number];

export interface Claim {
  /** Where the list is from, in the office's words, for example `Export of the former mailing system`. */
  source: string;
  /** Day since which people are on it, `YYYY-MM-DD`. */
  since: string;
  basis: ClaimedBasis;
  origin: Origin;
  /** Where the proof of consent is kept; empty: there is none. */
  proof: string;
}

const MAX = 300;
const EARLIEST = "1990-01-01";

/**
 * What is wrong with a claim, field by field. `today` is the day in the institution's time zone; `kind` is open while no list
 * is chosen. A file of opt-outs adds nobody, so only its source is asked.
 */
export function checkClaim(
  claim: Claim,
  kind: ListKind | undefined,
  today: string | undefined,
  what: "people" | "opt-outs" | "sync" = "people",
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (claim.source === "") problems.push({ field: "source", code: "form.required" });
  for (const field of ["source", "proof"] as const)
    if (claim[field].length > MAX) problems.push({ field, code: "form.too_long", values: { max: MAX } });
  if (what === "opt-outs") return problems;
  if (!isDay(claim.since)) problems.push({ field: "since", code: claim.since ? "imports.not_a_day" : "form.required" });
  else if (today !== undefined && claim.since > today) problems.push({ field: "since", code: "imports.since_future" });
  else if (claim.since < EARLIEST) problems.push({ field: "since", code: "imports.not_a_day" });
  if (!CLAIMED_BASES.includes(claim.basis)) problems.push({ field: "basis", code: "form.choose" });
  if (!ORIGINS.includes(claim.origin)) problems.push({ field: "origin", code: "form.choose" });
  if (kind === "newsletter" && CLAIMED_BASES.includes(claim.basis) && claim.basis !== "consent" && claim.proof)
    problems.push({ field: "proof", code: "imports.proof_of_what" });
  else if (claim.proof && ORIGINS.includes(claim.origin) && !askable(claim))
    problems.push({ field: "proof", code: "imports.proof_of_whom" });
  return problems;
}

/**
 * The state in which imported people enter a list. Service and staff lists rest on their own basis; newsletter and press
 * lists need proven consent, otherwise only a re-consent campaign may write to the person. `proof`: whether the file shows
 * an opt-in of his own, where it has a column for that; the office's word for the file does not stand in for it.
 */
export function entersAs(kind: ListKind, claim: Claim, proof = true): "active" | "unproven" {
  if (kind === "service" || kind === "staff") return "active";
  return claim.basis === "consent" && claim.proof !== "" && proof ? "active" : "unproven";
}

/**
 * Whether these people may be asked for consent by mail: the question is itself a mailing, and nobody expects it whose
 * address was bought, collected from public places, or is of unknown origin. Imports from before the question was put have
 * no origin, which is unknown.
 */
export function askable(claim: { origin?: Origin | undefined }): boolean {
  return claim.origin === "themselves" || claim.origin === "contact" || claim.origin === "other_office";
}
