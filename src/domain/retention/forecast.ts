/**
 * The `forecast` job: counts what the next rule will delete, and enqueues itself until all are counted. Killed at any instant,
 * its row tells the next turn where to go on.
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { foreseeAct } from "./acts/forecast.ts";
import { readForecast } from "./views/forecast.ts";

/** Counts one rule; safe to run twice. */
export async function forecast(deps: Deps): Promise<void> {
  const [row, office] = await Promise.all([readForecast(deps.db), readInstitutionRow(deps.db)]);
  if (row?.state !== "counting" || !office) return;
  const { change, more } = await foreseeAct(deps, office, row);
  // Numbers about nobody. Stale: it was begun anew meanwhile, and goes on from there.
  const done = await commit(deps, { change, proof: [] });
  if (more || done === "stale") await deps.queue.enqueue({ kind: "forecast" });
}
