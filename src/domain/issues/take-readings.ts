/** Part of the `readings` job, by the clock: keeps how the issues that went out stand, for their charts. A lost turn leaves a longer step. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { issueReadingWrite } from "./store/reading.ts";
import { readDueIssues, readIssueNow } from "./views/readings.ts";

/** Takes those that are due. Cheap when none is. */
export async function takeIssueReadings(deps: Deps): Promise<void> {
  for (const id of await readDueIssues(deps.db, deps.clock.now())) {
    const reading = await readIssueNow(deps.db, id, deps.clock.now());
    await commit(deps, { change: [issueReadingWrite(deps.db, id, reading)], proof: [] });
  }
}
