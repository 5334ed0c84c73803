/** "Seen": a person closes an alert whose cause needs no other decision. If the cause is still there, it is raised anew. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { closeWrite } from "./store.ts";

/** Closes it. Refuses one that is not open. */
export async function closeAlert(deps: Deps, actor: Actor, input: { id: string }): Promise<{ id: string } | Refusal> {
  const no = may(actor, "alert.close");
  if (no) return no;
  const done = await commit(deps, { change: [closeWrite(input.id, deps.clock.now())], proof: [] });
  return done === "done" ? { id: input.id } : refuse("alerts.not_open");
}
