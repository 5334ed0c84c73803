/** The operator takes a lost second factor off, where no second person is left to ask. Only at the command line. */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { staffEvidence } from "../acts/evidence.ts";
import { readResetReason } from "../rules/second-factor.ts";
import { type Actor, may } from "../rules.ts";

/** Takes it off with a reason, signs the member out everywhere, and leaves both in the proof log. */
export async function resetSecondFactor(
  deps: Deps,
  actor: Actor,
  input: { email: string; reason: string },
): Promise<{ userId: string } | Refusal> {
  const no = may(actor, "staff.manage");
  if (no) return no;
  if (actor.kind !== "staff" || actor.via !== "cli") return refuse("staff.forbidden");
  const member = await deps.auth.users.byEmail(input.email);
  if (!member) return refuse("staff.unknown");
  if (!member.secondFactor) return refuse("staff.second_missing_yet");
  const reason = readResetReason(input.reason);
  if (isRefusal(reason)) return reason;
  const done = await commit(deps, {
    change: deps.auth.second.off(member.id),
    proof: await staffEvidence(deps, actor, {
      typ: "staff.second-factor-reset",
      user: member.id,
      role: member.role,
      reason: reason.reason,
    }),
  });
  return done === "done" ? { userId: member.id } : refuse("form.stale");
}
