/** Takes a batch for one attempt, in the line before the hand-over: still allowed, still whole, still the same bytes. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { BATCH_LIFE_MS } from "./rules.ts";
import { attemptWrite } from "./store.ts";
import type { BatchRow } from "./views.ts";

/** `stale`: somebody left, paused or was faster, or the batch has become too old; nothing may be sent. */
export async function takeAttempt(
  deps: Deps,
  batch: Pick<BatchRow, "id" | "state" | "attempt">,
  bodySha256: string,
  leaseMs: number,
): Promise<"done" | "stale"> {
  const { id, state, attempt } = batch;
  const now = deps.clock.now();
  const take = { id, state, attempt, now, leaseMs, frozenAfter: now - BATCH_LIFE_MS, bodySha256 };
  return commit(deps, { change: [attemptWrite(take)], proof: [] });
}
