/**
 * "Send me the link": somebody wants to answer a running campaign without its mail. Whatever the address is, the same
 * happens in the same time: one sealed row and a job. What becomes of it is decided in `take-in.ts`, out of sight.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuseForm } from "../../refusal.ts";
import { readRunning } from "../campaigns/views/running.ts";
import { commit } from "../commit.ts";
import type { Lang } from "../institution/rules.ts";
import { normaliseAddress } from "../people/rules.ts";
import type { Came } from "../sign-up-guard/rules/came.ts";
import { newRequest } from "./acts/requests/new-request.ts";

/** Takes a request. Refuses only what can be seen in the form itself. */
export async function requestAnswerLink(
  deps: Deps,
  input: { address: string; language: Lang; came?: Came },
): Promise<"taken" | Refusal> {
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) return refuseForm([{ field: "email", code: address.code, values: address.values }]);
  const campaigns = (await readRunning(deps.db)).filter((r) => r.kind === "reconsent").map((r) => r.id);
  const { id, change } = await newRequest(
    deps,
    address,
    { language: input.language, lists: [], campaigns },
    input.came,
  );
  // Nothing of it is evidence: whoever typed the address has proved nothing.
  await commit(deps, { change, proof: [] });
  await deps.queue.enqueue({ kind: "intake", intakeId: id });
  return "taken";
}
