/** A list is not wanted: its tags go, as if it had never come. Nothing was suppressed by it. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { type Actor, may } from "../../staff/rules.ts";
import { LIST_LIFE_MS } from "../rules.ts";
import { finishWrites } from "../store/lists.ts";
import { readStaleLists } from "../views/lists.ts";

/** Drops it. Refuses one that runs or is over. */
export async function dropList(deps: Deps, actor: Actor, input: { id: string }): Promise<{ id: string } | Refusal> {
  const no = may(actor, "suppression.add");
  if (no) return no;
  const done = await drop(deps, input.id);
  return done === "done" ? { id: input.id } : refuse("suppressions.list_over");
}

/** The sweep: lists of which nobody wanted to know anything for a day. */
export async function dropStaleLists(deps: Deps): Promise<void> {
  for (const id of await readStaleLists(deps.db, deps.clock.now() - LIST_LIFE_MS)) await drop(deps, id);
}

async function drop(deps: Deps, id: string): Promise<"done" | "stale"> {
  const change = finishWrites(id, ["arriving", "checked"], "dropped", deps.clock.now());
  const done = await commit(deps, { change, proof: [] });
  if (done === "done") deps.afterErasure();
  return done;
}
