/** A member gets another role. It holds from his next request on. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { staffEvidence } from "./acts/evidence.ts";
import { mayChangeAccess } from "./rules/members.ts";
import { type Actor, may, type Role } from "./rules.ts";

/** Changes the role; never one's own, and never that of the last admin. */
export async function changeStaffRole(
  deps: Deps,
  actor: Actor,
  input: { userId: string; role: Role },
): Promise<{ role: Role } | Refusal> {
  const no = may(actor, "staff.manage");
  if (no) return no;
  const everybody = await deps.auth.users.list();
  const member = everybody.find((m) => m.id === input.userId);
  if (!member) return refuse("staff.unknown");
  const wrong = mayChangeAccess(actor, member, everybody, input.role);
  if (wrong) return wrong;
  if (member.role === input.role) return { role: member.role };

  const done = await commit(deps, {
    change: deps.auth.users.changeRole(member.id, member.role, input.role),
    proof: await staffEvidence(deps, actor, {
      typ: "staff.role-changed",
      user: member.id,
      from: member.role,
      role: input.role,
    }),
  });
  return done === "done" ? { role: input.role } : refuse("form.stale");
}
