/**
 * A member has lost authenticator and recovery codes: an admin asks, with a reason, that they be taken off. A second person
 * decides (grant-reset.ts), so that no admin alone can become somebody else.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { mayAskReset, RESET_MS, readResetReason } from "../rules/second-factor.ts";
import { type Actor, actorLabel, may } from "../rules.ts";
import { askResetWrite } from "../store/second-factor.ts";

/** Asks; the request waits for a day. No evidence yet: the decision leaves it. */
export async function askSecondFactorReset(
  deps: Deps,
  actor: Actor,
  input: { userId: string; reason: string },
): Promise<{ userId: string } | Refusal> {
  const no = may(actor, "staff.manage");
  if (no) return no;
  const member = await deps.auth.users.byId(input.userId);
  if (!member) return refuse("staff.unknown");
  const wrong = mayAskReset(actor, member);
  if (wrong) return wrong;
  const reason = readResetReason(input.reason);
  if (isRefusal(reason)) return reason;
  const at = deps.clock.now();
  const row = {
    userId: member.id,
    askedBy: actorLabel(actor),
    reason: reason.reason,
    askedAt: at,
    until: at + RESET_MS,
  };
  await commit(deps, { change: [askResetWrite(row)], proof: [] });
  return { userId: member.id };
}
