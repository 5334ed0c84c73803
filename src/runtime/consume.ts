/** Every kind of queued work and who does it. Both runtimes give their jobs here; a fault is thrown and tried again. */
import type { Deps } from "../deps.ts";
import type { Job } from "../jobs.ts";

/** Does one job. */
export async function handleJob(deps: Deps, job: Job): Promise<void> {
  switch (job.kind) {
    default:
      deps.log.warn("job without a hand", { kind: job.kind });
  }
}
