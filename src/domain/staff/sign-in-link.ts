/** The operator lets a member in while mail is down. Only at the command line: at the desk it would let an admin be anybody. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { staffEvidence } from "./acts/evidence.ts";
import { type Actor, may } from "./rules.ts";

/** A link good for a day, once. That it was made is logged before it exists. */
export async function signInLink(
  deps: Deps,
  actor: Actor,
  input: { email: string },
): Promise<{ url: string } | Refusal> {
  const no = may(actor, "staff.manage");
  if (no) return no;
  if (actor.kind !== "staff" || actor.via !== "cli") return refuse("staff.forbidden");
  const member = await deps.auth.users.byEmail(input.email);
  if (!member) return refuse("staff.unknown");
  if (member.disabledAt !== undefined) return refuse("staff.disabled");

  await commit(deps, {
    change: [],
    proof: await staffEvidence(deps, actor, { typ: "staff.link-made", user: member.id, role: member.role }),
  });
  const url = await deps.auth.makeSignInLink(member.email);
  return url ? { url } : refuse("staff.disabled");
}
