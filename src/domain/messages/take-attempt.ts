/** Takes a frozen batch for one attempt, in the line before the hand-over: still allowed, still whole, still the same bytes. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { attemptWrite } from "./store.ts";
import type { BatchRow } from "./views.ts";

/** `stale`: somebody left, paused or was faster; nothing may be sent. */
export async function takeAttempt(
  deps: Deps,
  batch: Pick<BatchRow, "id" | "attempt">,
  bodySha256: string,
  leaseMs: number,
): Promise<"done" | "stale"> {
  const { id, attempt } = batch;
  return commit(deps, {
    change: [attemptWrite({ id, attempt, now: deps.clock.now(), leaseMs, bodySha256 })],
    proof: [],
  });
}
