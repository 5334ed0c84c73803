/** A person has seen the numbers of a list: its tags are written now, page by page, by the job. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { type Actor, actorLabel, may } from "../../staff/rules.ts";
import { LIST_LIFE_MS } from "../rules.ts";
import { runWrite } from "../store/lists.ts";
import { readListJob } from "../views/lists.ts";

/** Starts it. Refuses a list that is over or too old. */
export async function runList(deps: Deps, actor: Actor, input: { id: string }): Promise<{ id: string } | Refusal> {
  const no = may(actor, "suppression.add");
  if (no) return no;
  const job = await readListJob(deps.db, input.id);
  if (!job) return refuse("suppressions.unknown_list");
  if (job.state !== "checked" || job.createdAt < deps.clock.now() - LIST_LIFE_MS)
    return refuse("suppressions.list_over");
  // What it does is in the log page by page.
  if ((await commit(deps, { change: [runWrite(input.id, actorLabel(actor))], proof: [] })) === "stale")
    return refuse("suppressions.list_over");
  await deps.queue.enqueue({ kind: "suppress-page", listId: input.id });
  return { id: input.id };
}
