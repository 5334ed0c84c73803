/**
 * A program of the office hands on what somebody typed into its form. The same happens whoever's address it is, and as slowly as at
 * our own form: one mail at most, under the same caps, and nothing of it counts before the owner of the address confirms it
 * himself. Only the proof of work is not asked for: the key answers for its calls.
 */
import type { Deps } from "../../deps.ts";
import { type FieldProblem, isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import type { Lang } from "../institution/rules.ts";
import { readInstitution } from "../institution/views.ts";
import { normaliseAddress } from "../people/rules.ts";
import { type Actor, may } from "../staff/rules.ts";
import { newRequest } from "./acts/requests/new-request.ts";
import { readOffer } from "./views/offered.ts";

export interface HandOnInput {
  /** As typed. */
  address: string;
  language: Lang;
  listIds: readonly string[];
  /** Hashes of the statements that the person was shown. */
  shown: readonly string[];
  /** The age that he stated, in years, where a list asks for one. */
  age?: number | undefined;
}

/** Takes it. Refuses only what can be seen in the call itself: the address as typed, no list, an old text, too young. */
export async function handOnSignUp(deps: Deps, actor: Actor, input: HandOnInput): Promise<"taken" | Refusal> {
  const no = may(actor, "sign-up.hand-on");
  if (no) return no;
  const [offer, office] = await Promise.all([readOffer(deps.db), readInstitution(deps.db)]);
  if (!office) return refuse("institution.missing");
  const problems: FieldProblem[] = [];
  const chosen = offer.filter((o) => input.listIds.includes(o.list.id));
  if (chosen.length === 0 || chosen.length < new Set(input.listIds).size)
    problems.push({ field: "lists", code: "consent.no_list" });
  if (!office.languages.includes(input.language)) problems.push({ field: "language", code: "form.choose" });
  const needed = Math.max(0, ...chosen.map((o) => o.purpose.sheet.ageFrom ?? 0));
  if (needed > 0 && input.age === undefined) problems.push({ field: "age", code: "consent.age_missing" });
  if (needed > 0 && input.age !== undefined && input.age < needed)
    return refuse("consent.too_young", { values: { age: needed } });
  const lists = chosen.flatMap((o) => {
    const shown = Object.values(o.statement).find((n) => input.shown.includes(n.sha256));
    // The same version in the language he wants to be written to: the one that the confirmation page will show.
    const text = shown && (o.statement[input.language] ?? shown);
    return text ? [{ listId: o.list.id, noticeSha256: text.sha256 }] : [];
  });
  if (lists.length < chosen.length) problems.push({ field: "statements", code: "consent.statement_changed" });
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) problems.push({ field: "email", code: address.code, values: address.values });
  if (isRefusal(address) || problems.length > 0) return refuseForm(problems);

  // Only the age that the lists ask for, as the form keeps it; not the one that was sent.
  const age = needed > 0 ? { age: needed } : {};
  const asked = { language: input.language, lists, ...age, handedOn: true as const };
  const { id, change } = await newRequest(deps, address, asked, undefined);
  // Nothing of it is evidence: whoever typed the address has proved nothing yet.
  await commit(deps, { change, proof: [] });
  await deps.queue.enqueue({ kind: "intake", intakeId: id });
  return "taken";
}
