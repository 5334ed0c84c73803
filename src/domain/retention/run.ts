/**
 * The `retain` job, every hour: deletes what has outlived its reason. Sign-ups that nobody confirmed in 7 days, links
 * that have expired, visits to own pages that are over, marks of commits older than a day, what ties an opening that is
 * over to a person. (Forgotten imports go with the sweep, counts of tries with every try, sealed proofs by proofs/end.ts.)
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { outlivedWrites } from "./store.ts";
import { anythingOutlived } from "./views.ts";

/** Rows of each kind in one turn, so that no statement holds the database for long. */
const PAGE = 5_000;

/** Deletes one page of each kind; enqueues itself while there is more. Safe to run twice. */
export async function retain(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  if (!(await anythingOutlived(deps.db, now))) return;
  await commit(deps, { change: outlivedWrites(now, PAGE), proof: [] });
  deps.afterErasure();
  if (await anythingOutlived(deps.db, now)) await deps.queue.enqueue({ kind: "retain" });
}
