/**
 * What is over of exports goes: what nobody fetched within its day, and, two years after it was handed out, who was in it,
 * unless its recipient is still to be told of somebody. A page at a time, with the hourly `retain` job.
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { overWrites } from "./store.ts";
import { anythingOver } from "./views.ts";

const PAGE = 5_000;

/** Deletes one page; enqueues itself while there is more. Safe to run twice. */
export async function endExports(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  if (!(await anythingOver(deps.db, now))) return;
  await commit(deps, { change: overWrites(now, PAGE), proof: [] });
  if (await anythingOver(deps.db, now)) await deps.queue.enqueue({ kind: "retain" });
}
