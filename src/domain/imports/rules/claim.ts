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

export interface Claim {
  /** Where the list is from, in the office's words, for example `Export of the former mailing system`. */
  source: string;
  /** Day since which people are on it, `YYYY-MM-DD`. */
  since: string;
  basis: ClaimedBasis;
  /** Where the proof of consent is kept; empty: there is none. */
  proof: string;
}

const MAX = 300;
const EARLIEST = "1990-01-01";

/** What is wrong with a claim, field by field. `today` is the day in the institution's time zone; `kind` is open while no list is chosen. */
export function checkClaim(claim: Claim, kind: ListKind | undefined, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (claim.source === "") problems.push({ field: "source", code: "form.required" });
  for (const field of ["source", "proof"] as const)
    if (claim[field].length > MAX) problems.push({ field, code: "form.too_long", values: { max: MAX } });
  if (!isDay(claim.since)) problems.push({ field: "since", code: claim.since ? "imports.not_a_day" : "form.required" });
  else if (claim.since > today) problems.push({ field: "since", code: "imports.since_future" });
  else if (claim.since < EARLIEST) problems.push({ field: "since", code: "imports.not_a_day" });
  if (!CLAIMED_BASES.includes(claim.basis)) problems.push({ field: "basis", code: "form.choose" });
  else if (kind === "newsletter" && claim.basis !== "consent" && claim.proof !== "")
    problems.push({ field: "proof", code: "imports.proof_of_what" });
  return problems;
}

/**
 * The state in which imported people enter a list. Service and staff lists rest on their own basis; newsletter and press
 * lists need proven consent, otherwise only a re-consent campaign may write to the person.
 */
export function entersAs(kind: ListKind, claim: Claim): "active" | "unproven" {
  if (kind === "service" || kind === "staff") return "active";
  return claim.basis === "consent" && claim.proof !== "" ? "active" : "unproven";
}
