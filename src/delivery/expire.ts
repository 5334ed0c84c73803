/**
 * Ends batches that have outlived their time, whatever their mailing does: addresses lie sealed in a batch for 20 hours at
 * most (DESIGN 6). Nothing of a frozen one went out; a doubt is asked about no more.
 */
import type { Deps } from "../deps.ts";
import { recordOutcome } from "../domain/messages/record-outcome.ts";
import { readOldBatches } from "../domain/messages/views/batches.ts";

/** Ends them. Cheap when there is none. */
export async function endOldBatches(deps: Deps): Promise<void> {
  for (const batch of await readOldBatches(deps.db, deps.clock.now()))
    await recordOutcome(
      deps,
      batch,
      [],
      batch.state === "attempted" ? { do: "give-up", reason: "too-late" } : { do: "thaw" },
    );
}
