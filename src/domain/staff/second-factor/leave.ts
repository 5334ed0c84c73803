/**
 * A member takes his own authenticator off, for another phone or for good. He shows a code of it, is signed out everywhere,
 * and whoever must have one sets up the next when he comes back.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { staffEvidence } from "../acts/evidence.ts";
import { type Actor, may } from "../rules.ts";
import { shownNow } from "./acts/shown-now.ts";
import { toldWrites } from "./acts/told.ts";

/** Takes it off; leaves `staff.second-factor-reset` in the proof log. */
export async function leaveSecondFactor(
  deps: Deps,
  actor: Actor,
  input: { headers: Headers; code: string; client: string },
): Promise<{ left: true } | Refusal> {
  const no = may(actor, "desk.see");
  if (no) return no;
  if (actor.kind !== "staff") return refuse("staff.forbidden");
  const wrong = await shownNow(deps, input);
  if (isRefusal(wrong)) return wrong;
  const done = await commit(deps, {
    change: [...deps.auth.second.off(actor.id), ...(await toldWrites(deps, actor.id, "off"))],
    proof: await staffEvidence(deps, actor, { typ: "staff.second-factor-reset", user: actor.id, role: actor.role }),
  });
  if (done === "stale") return refuse("form.stale");
  await deps.queue.enqueue({ kind: "tell" });
  return { left: true };
}
