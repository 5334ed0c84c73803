/** The operator takes a lost second factor off, where no second person is left to ask. Only at the command line. */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { staffEvidence } from "../acts/evidence.ts";
import { ENROL_MS, readResetReason } from "../rules/second-factor.ts";
import { type Actor, may } from "../rules.ts";
import { toldWrites } from "./acts/told.ts";

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
  if (!member.secondFactor && member.enrolUntil === undefined) return refuse("staff.second_missing_yet");
  const reason = readResetReason(input.reason);
  if (isRefusal(reason)) return reason;
  const off = deps.auth.second.off(member.id, deps.clock.now() + ENROL_MS);
  const done = await commit(deps, {
    change: [...off, ...(await toldWrites(deps, member.id, "reset"))],
    proof: await staffEvidence(deps, actor, {
      typ: "staff.second-factor-reset",
      user: member.id,
      role: member.role,
      reason: reason.reason,
    }),
  });
  if (done === "stale") return refuse("form.stale");
  await deps.queue.enqueue({ kind: "tell" });
  return { userId: member.id };
}
