/** Steps of a check, as many as are wanted now. The verb commits them: it gives `write`. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { isRefusal, type Refusal } from "../../../refusal.ts";
import { readImport } from "../views.ts";
import { checkStep } from "./check-step.ts";

/** Commits an act without evidence. */
export type Committing = (change: Write[]) => Promise<"done" | "stale">;

/** Does at most `most` steps. `more`: not everything is read yet. A refusal says why the file cannot be read. */
export async function checkSome(
  deps: Deps,
  importId: string,
  most: number,
  write: Committing,
  onStep: (done: number, of: number) => void = () => {},
): Promise<"more" | "checked" | Refusal> {
  for (let n = 0; n < most; n++) {
    const job = await readImport(deps.db, importId);
    if (job?.state !== "checking" || !job.cursor) return "checked";
    const step = await checkStep(deps, job);
    if (isRefusal(step)) return step;
    // Somebody else did the step, or the import was dropped: look again.
    if (step === "gone" || (await write(step.change)) === "stale") continue;
    if (step.last) return "checked";
    onStep(Math.min(job.cursor.part + 1, job.cursor.parts), job.cursor.parts);
    if (deps.queue.closing?.()) break;
  }
  return "more";
}
