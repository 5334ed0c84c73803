/** An export that is not wanted any more, before it was fetched: nothing of it waits for its day to end. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { dropWrite } from "./store.ts";

/** Drops it; what has left the house cannot be dropped. Nothing of it was handed out, so there is nothing to prove. */
export async function dropExport(deps: Deps, actor: Actor, { id }: { id: string }): Promise<undefined | Refusal> {
  const no = may(actor, "people.export");
  if (no) return no;
  if ((await commit(deps, { change: [dropWrite(id)], proof: [] })) === "stale") return refuse("exports.over");
  await deps.queue.enqueue({ kind: "retain" });
  return undefined;
}
