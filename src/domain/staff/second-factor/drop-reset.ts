/** A request to take a lost second factor off is not granted, or not needed any more. */
import type { Deps } from "../../../deps.ts";
import type { Refusal } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { type Actor, may } from "../rules.ts";
import { dropResetWrite } from "../store/second-factor.ts";

/** Drops it. No evidence: the second factor stays as it was. */
export async function dropSecondFactorReset(
  deps: Deps,
  actor: Actor,
  input: { userId: string },
): Promise<{ userId: string } | Refusal> {
  const no = may(actor, "access.review");
  if (no) return no;
  await commit(deps, { change: [dropResetWrite(input.userId)], proof: [] });
  return { userId: input.userId };
}
