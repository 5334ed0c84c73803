/**
 * What nobody fetched within its day goes, a page at a time, with the hourly `retain` job. What was handed out has a rule of
 * its own in the table of retention (acts/ended.ts).
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
