/** A job failed as often as it may: kept for a person, who is told. Its rows stay what they are, and the sweep finds them. */
import type { Deps } from "../../deps.ts";
import type { Job } from "../../jobs.ts";
import { raiseWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { letterOf } from "./rules.ts";
import { recordWrite } from "./store.ts";

/** Keeps it. Called by the runtimes, at the end of a job's tries. */
export async function recordDeadLetter(deps: Pick<Deps, "db" | "ids" | "clock" | "queue">, job: Job): Promise<void> {
  const at = deps.clock.now();
  const alert = raiseWrite({ id: deps.ids.uuid(), code: "job.dead", subject: job.kind, at });
  await commit(deps, { change: [recordWrite(letterOf(job), at), alert], proof: [] });
  // Telling that cannot tell would only die again; the sweep begins it anew.
  if (job.kind !== "tell") await deps.queue.enqueue({ kind: "tell" });
}
