/** Takes a batch for one attempt, in the line before the hand-over: still allowed, still whole, still the same bytes. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { ASLEEP_MS } from "../pulse/rules.ts";
import { originOf } from "../pulse/views.ts";
import { BATCH_LIFE_MS } from "./rules/outcome.ts";
import { type Asking, wantedStates } from "./rules/permission.ts";
import { attemptWrite, type Taking } from "./store/batch.ts";
import type { BatchRow } from "./views/batches.ts";

/** `stale`: somebody left, paused or was faster, or the batch has become too old; nothing may be sent. */
export async function takeAttempt(
  deps: Deps,
  mailing: Pick<Asking, "kind" | "asksProven">,
  batch: Pick<BatchRow, "id" | "state" | "attempt">,
  sha256: string,
  leaseMs: number,
): Promise<"done" | "stale"> {
  const { id, state, attempt } = batch;
  const now = deps.clock.now();
  const aliveAfter = now - ASLEEP_MS;
  const wanted = wantedStates(mailing);
  const origin = originOf(deps.config);
  const take: Taking = {
    id,
    state,
    attempt,
    now,
    leaseMs,
    frozenAfter: now - BATCH_LIFE_MS,
    aliveAfter,
    origin,
    wanted,
    sha256,
    oneByOne: deps.mailer.oneByOne,
  };
  return commit(deps, { change: [attemptWrite(take)], proof: [] });
}
