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
import { capTags, sealSignUp } from "./acts/sign-up-seal.ts";
import { requestWrite } from "./store/sign-up.ts";

/** The job comes at once; if it is lost, the sweep takes the request up after a minute. */
const SWEEP_AFTER_MS = 60_000;

/** Takes a request. Refuses only what can be seen in the form itself. */
export async function requestAnswerLink(
  deps: Deps,
  input: { address: string; language: Lang },
): Promise<"taken" | Refusal> {
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) return refuseForm([{ field: "email", code: address.code, values: address.values }]);
  const campaigns = (await readRunning(deps.db)).filter((r) => r.kind === "reconsent").map((r) => r.id);
  const id = deps.ids.uuid();
  const at = deps.clock.now();
  const [cap] = capTags(deps.vault, address.normalised);
  if (!cap) throw new Error("a key ring is empty");
  const asked = { address: address.address, language: input.language, at, lists: [], campaigns };
  const row = {
    id,
    tag: deps.vault.tag(address.normalised).tag,
    cap: cap.tag,
    sealed: sealSignUp(deps.vault, id, asked),
    tryAt: at + SWEEP_AFTER_MS,
    createdAt: at,
  };
  // Nothing of it is evidence: whoever typed the address has proved nothing.
  await commit(deps, { change: [requestWrite(deps.db, row)], proof: [] });
  await deps.queue.enqueue({ kind: "intake", intakeId: id });
  return "taken";
}
