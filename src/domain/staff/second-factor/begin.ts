/** A member begins to set up his authenticator: a new secret waits for its first code. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { isEnrolOver } from "../rules/second-factor.ts";
import { type Actor, may } from "../rules.ts";

/** Makes the secret of whoever the cookies belong to. No evidence: nothing is asked of anybody until the first code. */
export async function beginSecondFactor(
  deps: Deps,
  actor: Actor,
  input: { headers: Headers },
): Promise<{ begun: true } | Refusal> {
  const no = may(actor, "desk.see");
  if (no) return no;
  const member = actor.kind === "staff" ? await deps.auth.users.byId(actor.id) : undefined;
  if (member && isEnrolOver(member, deps.clock.now())) return refuse("staff.enrol_over");
  return (await deps.auth.second.begin(input.headers)) ? { begun: true } : refuse("staff.second_set");
}
