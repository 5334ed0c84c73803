/**
 * The `readings` job, by the clock: keeps how the campaigns under way stand, for their charts. A lost turn leaves a longer
 * step in a line, and nothing else.
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { readingWrite } from "./store/reading.ts";
import { readDueReadings, readNow } from "./views/readings.ts";

/** Takes those that are due. Cheap when none is. */
export async function takeReadings(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  for (const id of await readDueReadings(deps.db, now)) {
    const reading = await readNow(deps.db, id, deps.clock.now());
    await commit(deps, { change: [readingWrite(deps.db, id, reading)], proof: [] });
  }
}
