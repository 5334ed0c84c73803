/** Somebody wants the forecast counted anew. It changes numbers on a page and nothing else, so whoever sees them may ask. */
import type { Deps } from "../../deps.ts";
import type { Refusal } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { FORESEEN } from "./acts/forecast.ts";
import { startForecastWrite } from "./store/forecast.ts";
import { readForecast } from "./views/forecast.ts";

/** Begins the count; one that is under way goes on, so that nobody can hold it up by asking. */
export async function countAnew(deps: Deps, actor: Actor): Promise<{ state: "counting" } | Refusal> {
  const no = may(actor, "retention.see");
  if (no) return no;
  const row = await readForecast(deps.db);
  if (row?.state !== "counting")
    await commit(deps, { change: [startForecastWrite(deps.clock.now(), FORESEEN[0])], proof: [] });
  await deps.queue.enqueue({ kind: "forecast" });
  return { state: "counting" };
}
