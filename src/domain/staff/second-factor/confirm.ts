/** The first code of a new authenticator: from now on every sign-in asks for one. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { staffEvidence } from "../acts/evidence.ts";
import { isEnrolOver } from "../rules/second-factor.ts";
import { type Actor, may } from "../rules.ts";
import { toldWrites } from "./acts/told.ts";

export interface Confirmed {
  /** The session is a new one. */
  cookies: string[];
  /** Ten recovery codes; shown once, nobody can read them again. */
  codes: string[];
}

/** Confirms it for whoever the cookies belong to, and leaves `staff.second-factor-set` in the proof log. */
export async function confirmSecondFactor(
  deps: Deps,
  actor: Actor,
  input: { headers: Headers; code: string; client: string },
): Promise<Confirmed | Refusal> {
  const no = may(actor, "desk.see");
  if (no) return no;
  if (actor.kind !== "staff") return refuse("staff.forbidden");
  const member = await deps.auth.users.byId(actor.id);
  if (!member || isEnrolOver(member, deps.clock.now())) return refuse("staff.enrol_over");
  const entry = await deps.auth.second.confirm(input);
  if (entry.outcome === "wait") return refuse("staff.second_wait", { values: { minutes: minutes(entry.waitSeconds) } });
  if (entry.outcome === "wrong") return refuseForm([{ field: "code", code: "staff.second_wrong" }]);
  await commit(deps, {
    change: [deps.auth.second.enrolled(actor.id), ...(await toldWrites(deps, actor.id, "set"))],
    proof: await staffEvidence(deps, actor, { typ: "staff.second-factor-set", user: actor.id, role: actor.role }),
  });
  await deps.queue.enqueue({ kind: "tell" });
  return { cookies: entry.cookies, codes: entry.codes };
}

const minutes = (seconds: number) => Math.ceil(seconds / 60);
