/**
 * "Send me the link of my page". Whatever the address is, the same happens in the same time: one sealed row and a job. What
 * becomes of it is decided in `consent/take-in.ts`, out of sight.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { newRequest } from "../consent/acts/sign-up-seal.ts";
import { requestWrite } from "../consent/store/sign-up.ts";
import type { Lang } from "../institution/rules.ts";
import { normaliseAddress } from "../people/rules.ts";

/** Takes a request. Refuses only what can be seen in the form itself. */
export async function requestOwnPage(
  deps: Deps,
  input: { address: string; language: Lang },
): Promise<"taken" | Refusal> {
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) return refuseForm([{ field: "email", code: address.code, values: address.values }]);
  const row = newRequest(deps, address, { language: input.language, lists: [], ownPage: true });
  // Nothing of it is evidence: whoever typed the address has proved nothing.
  await commit(deps, { change: [requestWrite(deps.db, row)], proof: [] });
  await deps.queue.enqueue({ kind: "intake", intakeId: row.id });
  return "taken";
}
