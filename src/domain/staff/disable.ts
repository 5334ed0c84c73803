/** A member's access ends at once: sessions, codes and links with it. His name stays beside what he did. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { staffEvidence } from "./acts/evidence.ts";
import { mayChangeAccess } from "./rules/members.ts";
import { type Actor, may } from "./rules.ts";

/** Ends access; never one's own, and never that of the last admin. */
export async function disableStaff(
  deps: Deps,
  actor: Actor,
  input: { userId: string },
): Promise<{ userId: string } | Refusal> {
  const no = may(actor, "staff.manage");
  if (no) return no;
  const everybody = await deps.auth.users.list();
  const member = everybody.find((m) => m.id === input.userId);
  if (!member) return refuse("staff.unknown");
  const wrong = mayChangeAccess(actor, member, everybody, "disabled");
  if (wrong) return wrong;

  const done = await commit(deps, {
    change: deps.auth.users.disable(member),
    proof: await staffEvidence(deps, actor, { typ: "staff.disabled", user: member.id, role: member.role }),
  });
  return done === "done" ? { userId: member.id } : refuse("form.stale");
}
