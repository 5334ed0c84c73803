/** The pilot is out: the rest of the mailing waits, so that bounces and complaints have time to come. */
import type { Deps } from "../../../deps.ts";
import { commit } from "../../commit.ts";
import { pilotOverWrite } from "../../messages/store/plan.ts";
import { pilotOf, restAt } from "../rules/waves.ts";
import { readMailing } from "../views.ts";

/** Ends it. Changes nothing while any of the pilot is on its way. */
export async function endPilot(deps: Deps, id: string): Promise<void> {
  const mailing = await readMailing(deps.db, id);
  if (mailing?.wave !== "pilot") return;
  await commit(deps, { change: [pilotOverWrite(id, restAt(pilotOf(mailing), deps.clock.now()))], proof: [] });
}
