/**
 * Signing up at the public form. Whatever the address is, the same happens in the same time: one sealed row and a job.
 * What becomes of it is decided in `take-in.ts`, out of sight, so that the form tells nobody who is on our lists.
 */
import type { Deps } from "../../deps.ts";
import { type FieldProblem, isRefusal, type Refusal, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import type { Lang } from "../institution/rules.ts";
import { normaliseAddress } from "../people/rules.ts";
import { readSent, type SentForm } from "../sign-up-forms/acts/sent.ts";
import type { Came } from "../sign-up-guard/rules/came.ts";
import { newRequest } from "./acts/requests/new-request.ts";
import { readOffer } from "./views/offered.ts";

export interface SignUpInput {
  /** As typed. */
  address: string;
  language: Lang;
  listIds: readonly string[];
  /** Hashes of the statements that were shown; a form of ours says it by its own hash. */
  shown?: readonly string[];
  /** The form that was sent: what the evidence will name. */
  form?: SentForm;
  /** With what it came. */
  came?: Came;
}

/** Takes a request. Refuses only what can be seen in the form itself: the address as typed, no list, an old text. */
export async function requestSignUp(deps: Deps, input: SignUpInput): Promise<"taken" | Refusal> {
  const problems: FieldProblem[] = [];
  const offer = await readOffer(deps.db);
  const chosen = offer.filter((o) => input.listIds.includes(o.list.id));
  if (chosen.length === 0) problems.push({ field: "list", code: "consent.no_list" });
  const sent = input.form && (await readSent(deps, offer, chosen, input.form));
  if (isRefusal(sent)) return sent;
  problems.push(...(sent?.problems ?? []));
  const texts = sent?.shown ?? input.shown ?? [];
  const lists = chosen.flatMap((o) => {
    const shown = Object.values(o.statement).find((n) => texts.includes(n.sha256));
    // The same version in the language he wants to be written to: the one that the confirmation page will show.
    const text = shown && (o.statement[input.language] ?? shown);
    return text ? [{ listId: o.list.id, noticeSha256: text.sha256 }] : [];
  });
  if (lists.length < chosen.length && !problems.some((p) => p.field === "list"))
    problems.push({ field: "list", code: "consent.statement_changed" });
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) problems.push({ field: "email", code: address.code, values: address.values });
  if (isRefusal(address) || problems.length > 0) return refuseForm(problems);

  const { id, change } = await newRequest(
    deps,
    address,
    { language: input.language, lists, ...sent?.kept },
    input.came,
  );
  // Nothing of it is evidence: whoever typed the address has proved nothing yet.
  await commit(deps, { change: [...(sent?.change ?? []), ...change], proof: [] });
  await deps.queue.enqueue({ kind: "intake", intakeId: id });
  return "taken";
}
