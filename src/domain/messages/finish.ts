/** A mailing is sent when nothing of it waits any more. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { finishWrite } from "./store/plan.ts";

/** Changes nothing before that. */
export async function finishMailing(deps: Deps, mailingId: string): Promise<void> {
  await commit(deps, { change: [finishWrite(mailingId, deps.clock.now())], proof: [] });
}
