/** The code of an authenticator, or a recovery code, at sign-in and before an act that asks for one. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { type Actor, may } from "../rules.ts";
import { toldWrites } from "./acts/told.ts";

/** Shows it for whoever the cookies belong to; the log of sign-ins keeps how it ended. No evidence: nothing changes. */
export async function showSecondFactor(
  deps: Deps,
  actor: Actor,
  input: { headers: Headers; code: string; client: string; recovery: boolean },
): Promise<{ shown: true } | Refusal> {
  const no = may(actor, "desk.see");
  if (no) return no;
  if (input.code.trim() === "") return refuseForm([{ field: "code", code: "staff.second_missing" }]);
  const { second } = deps.auth;
  const entry = await (input.recovery ? second.recover(input) : second.show(input));
  if (entry.outcome === "in") {
    if (input.recovery && actor.kind === "staff") {
      await commit(deps, { change: await toldWrites(deps, actor.id, "recovery"), proof: [] });
      await deps.queue.enqueue({ kind: "tell" });
    }
    return { shown: true };
  }
  if (entry.outcome === "wait")
    return refuse("staff.second_wait", { values: { minutes: Math.ceil(entry.waitSeconds / 60) } });
  const code = input.recovery ? "staff.recovery_wrong" : "staff.second_wrong";
  return refuseForm([{ field: "code", code }]);
}
