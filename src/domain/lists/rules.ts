/** Lists: people who get one kind of mail for one purpose. What each kind demands of its basis and its addresses. */
import { type FieldProblem, type Refusal, refuse } from "../../refusal.ts";
import type { Both, Lang } from "../institution/rules.ts";
import type { Basis, Purpose } from "../purposes/rules.ts";

/** newsletter: consent. service: public task, duty, contract or legitimate interests. staff: work addresses. press: media. */
export const LIST_KINDS = ["newsletter", "service", "staff", "press"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export interface List {
  id: string;
  slug: string;
  kind: ListKind;
  purposeId: string;
  names: Both;
  /** What comes and how often, in the reader's words. */
  promise: Both;
  state: "active" | "ended";
  version: number;
  createdAt: number;
}

/** Bases on which each kind may rest. A newsletter is never sent without consent; what rests on consent is a newsletter. */
export const BASES_OF: Record<ListKind, readonly Basis[]> = {
  newsletter: ["a"],
  service: ["e", "c", "b", "f"],
  staff: ["e", "c", "b", "f"],
  press: ["e", "f", "a"],
};

/**
 * Whether a list of this kind takes addresses of this domain (lower-case A-label): a staff list takes only the
 * institution's own domains, exactly as listed; a subdomain is another domain. A refusal, or undefined.
 */
export function listAccepts(kind: ListKind, addressDomain: string, ownDomains: readonly string[]): Refusal | undefined {
  return kind === "staff" && !ownDomains.includes(addressDomain) ? refuse("lists.not_own_domain") : undefined;
}

/** What a list needs: an active purpose with a fitting basis, a name and a promise in every language in use. */
export function checkList(
  input: { kind: ListKind; names: Both; promise: Both },
  purpose: Purpose | undefined,
  own: { languages: readonly Lang[]; domains: readonly string[] },
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const lang of own.languages) {
    for (const [field, max] of [
      ["names", 120],
      ["promise", 400],
    ] as const) {
      const text = input[field][lang];
      if (text === "") problems.push({ field: `${field}.${lang}`, code: "form.required" });
      else if (text.length > max) problems.push({ field: `${field}.${lang}`, code: "form.too_long", values: { max } });
    }
  }
  if (!LIST_KINDS.includes(input.kind)) problems.push({ field: "kind", code: "form.choose" });
  else if (input.kind === "staff" && own.domains.length === 0)
    problems.push({ field: "kind", code: "lists.no_own_domains" });
  if (!purpose) problems.push({ field: "purposeId", code: "form.choose" });
  else if (purpose.state !== "active") problems.push({ field: "purposeId", code: "lists.purpose_not_active" });
  else if (LIST_KINDS.includes(input.kind) && !(purpose.basis && BASES_OF[input.kind].includes(purpose.basis)))
    problems.push({ field: "purposeId", code: `lists.basis_${input.kind}` });
  return problems;
}

const REASON = { least: 20, most: 1_200 } as const;

/** What is wrong with moving a newsletter to this purpose. `used`: another list is for it already. */
export function moveProblems(input: { reason: string; purpose: Purpose | undefined; used: boolean }): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { purpose, used } = input;
  if (!purpose) problems.push({ field: "purposeId", code: "form.choose" });
  else if (purpose.state !== "active") problems.push({ field: "purposeId", code: "lists.purpose_not_active" });
  else if (purpose.basis !== "e") problems.push({ field: "purposeId", code: "lists.move_task" });
  // Whoever has left another list of it would be back on this one.
  else if (used) problems.push({ field: "purposeId", code: "lists.move_own" });
  const length = input.reason.trim().length;
  if (length < REASON.least)
    problems.push({ field: "reason", code: "campaigns.moved_short", values: { min: REASON.least } });
  else if (length > REASON.most)
    problems.push({ field: "reason", code: "form.too_long", values: { max: REASON.most } });
  return problems;
}
