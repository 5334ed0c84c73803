/**
 * "Send me the link of my page". Whatever the address is, the same happens in the same time: one sealed row and a job. What
 * becomes of it is decided in `consent/take-in.ts`, out of sight.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { newRequest } from "../consent/acts/requests/new-request.ts";
import type { Lang } from "../institution/rules.ts";
import { normaliseAddress } from "../people/rules.ts";
import type { Came } from "../sign-up-guard/rules/came.ts";

/** Takes a request. Refuses only what can be seen in the form itself. */
export async function requestOwnPage(
  deps: Deps,
  input: { address: string; language: Lang; came?: Came },
): Promise<"taken" | Refusal> {
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) return refuseForm([{ field: "email", code: address.code, values: address.values }]);
  const { id, change } = await newRequest(
    deps,
    address,
    { language: input.language, lists: [], ownPage: true },
    input.came,
  );
  // Nothing of it is evidence: whoever typed the address has proved nothing.
  await commit(deps, { change, proof: [] });
  await deps.queue.enqueue({ kind: "intake", intakeId: id });
  return "taken";
}
