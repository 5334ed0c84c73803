/** A second person agrees that a member's lost second factor is taken off: never the one who asked, never the member himself. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { staffEvidence } from "../acts/evidence.ts";
import { ENROL_MS, mayGrantReset } from "../rules/second-factor.ts";
import { type Actor, may } from "../rules.ts";
import { resetStandsWrite } from "../store/second-factor.ts";
import { readReset } from "../views/second-factor.ts";
import { toldWrites } from "./acts/told.ts";

/** Only the request that was shown (`askedAt`, ms) can be agreed to. Takes it off, signs the member out everywhere, and leaves who asked, who agreed and why in the proof log. */
export async function grantSecondFactorReset(
  deps: Deps,
  actor: Actor,
  input: { userId: string; askedAt: number },
): Promise<{ userId: string } | Refusal> {
  const no = may(actor, "access.review");
  if (no) return no;
  const [member, asked] = await Promise.all([
    deps.auth.users.byId(input.userId),
    readReset(deps.db, input.userId, deps.clock.now()),
  ]);
  if (!member || !asked) return refuse("staff.reset_over");
  if (asked.askedAt !== input.askedAt) return refuse("form.stale");
  const wrong = mayGrantReset(actor, asked);
  if (wrong) return wrong;
  const off = deps.auth.second.off(member.id, deps.clock.now() + ENROL_MS);
  const done = await commit(deps, {
    change: [resetStandsWrite(asked), ...off, ...(await toldWrites(deps, member.id, "reset"))],
    proof: await staffEvidence(deps, actor, {
      typ: "staff.second-factor-reset",
      user: member.id,
      role: member.role,
      asker: asked.askedBy.replace(/^staff:/, ""),
      reason: asked.reason,
    }),
  });
  if (done === "stale") return refuse("form.stale");
  await deps.queue.enqueue({ kind: "tell" });
  return { userId: member.id };
}
