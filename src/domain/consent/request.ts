/**
 * Signing up at the public form. Whatever the address is, the same happens in the same time: one sealed row and a job.
 * What becomes of it is decided in `take-in.ts`, out of sight, so that the form tells nobody who is on our lists.
 */
import type { Deps } from "../../deps.ts";
import { type FieldProblem, isRefusal, type Refusal, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import type { Lang } from "../institution/rules.ts";
import { normaliseAddress } from "../people/rules.ts";
import { capTags, sealSignUp } from "./acts/sign-up-seal.ts";
import { requestWrite } from "./store/sign-up.ts";
import { readOffer } from "./views/sign-up.ts";

/** The job comes at once; if it is lost, the sweep takes the request up after a minute. */
const SWEEP_AFTER_MS = 60_000;

export interface SignUpInput {
  /** As typed. */
  address: string;
  language: Lang;
  listIds: readonly string[];
  /** Hashes of the statements that the form showed. */
  shown: readonly string[];
}

/** Takes a request. Refuses only what can be seen in the form itself: the address as typed, no list, an old text. */
export async function requestSignUp(deps: Deps, input: SignUpInput): Promise<"taken" | Refusal> {
  const problems: FieldProblem[] = [];
  const chosen = (await readOffer(deps.db)).filter((o) => input.listIds.includes(o.list.id));
  if (chosen.length === 0) problems.push({ field: "list", code: "consent.no_list" });
  const lists = chosen.flatMap((o) => {
    const shown = Object.values(o.statement).find((n) => input.shown.includes(n.sha256));
    // The same version in the language he wants to be written to: the one that the confirmation page will show.
    const text = shown && (o.statement[input.language] ?? shown);
    return text ? [{ listId: o.list.id, noticeSha256: text.sha256 }] : [];
  });
  if (lists.length < chosen.length) problems.push({ field: "list", code: "consent.statement_changed" });
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) problems.push({ field: "email", code: address.code, values: address.values });
  if (isRefusal(address) || problems.length > 0) return refuseForm(problems);

  const id = deps.ids.uuid();
  const at = deps.clock.now();
  const [cap] = capTags(deps.vault, address.normalised);
  if (!cap) throw new Error("a key ring is empty");
  const row = {
    id,
    tag: deps.vault.tag(address.normalised).tag,
    cap: cap.tag,
    sealed: sealSignUp(deps.vault, id, { address: address.address, language: input.language, at, lists }),
    tryAt: at + SWEEP_AFTER_MS,
    createdAt: at,
  };
  // Nothing of it is evidence: whoever typed the address has proved nothing yet.
  await commit(deps, { change: [requestWrite(deps.db, row)], proof: [] });
  await deps.queue.enqueue({ kind: "intake", intakeId: id });
  return "taken";
}
