/** The wait after the pilot is over by itself: everybody else is asked now. */
import type { Deps } from "../../../deps.ts";
import { commit } from "../../commit.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { restWrite } from "../../messages/store/plan.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";

/** Begins it. `stale`: it is not time, the mailing stands still, or somebody was faster. */
export async function beginRest(deps: Deps, id: string): Promise<"done" | "stale"> {
  const at = deps.clock.now();
  const facts = { mailing: id, by: "system:deliver" };
  return commit(deps, {
    change: [restWrite(id, at)],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "mailing.rest-begun", facts })],
  });
}
