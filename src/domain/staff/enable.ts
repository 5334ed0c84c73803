/** A member whose access was ended gets it back, with the role he had. */
import type { Deps } from "../../deps.ts";
import { isForgotten } from "../../platform/auth/index.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { staffEvidence } from "./acts/evidence.ts";
import { mayEnable } from "./rules/handover.ts";
import { type Actor, may } from "./rules.ts";

/** Gives access back. Who has access already is left as he is. */
export async function enableStaff(
  deps: Deps,
  actor: Actor,
  input: { userId: string },
): Promise<{ userId: string } | Refusal> {
  const no = may(actor, "staff.manage");
  if (no) return no;
  const member = await deps.auth.users.byId(input.userId);
  if (!member) return refuse("staff.unknown");
  if (member.disabledAt === undefined) return { userId: member.id };
  const wrong = mayEnable(isForgotten(member));
  if (wrong) return wrong;

  const done = await commit(deps, {
    change: deps.auth.users.enable(member.id),
    proof: await staffEvidence(deps, actor, { typ: "staff.enabled", user: member.id, role: member.role }),
  });
  return done === "done" ? { userId: member.id } : refuse("form.stale");
}
