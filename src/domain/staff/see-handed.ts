/** A member has seen what was handed to him. */
import type { Deps } from "../../deps.ts";
import type { Refusal } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "./rules.ts";
import { seenWrite } from "./store/handover.ts";

/** Marks everything that came to him so far. No evidence: nothing changes hands. */
export async function seeHanded(deps: Deps, actor: Actor): Promise<{ seen: true } | Refusal> {
  const no = may(actor, "desk.see");
  if (no) return no;
  if (actor.kind === "staff") await commit(deps, { change: [seenWrite(actor.id, deps.clock.now())], proof: [] });
  return { seen: true };
}
