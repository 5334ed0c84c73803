/** What commits when the whole audience of a mailing is planned: the pilot is drawn, where there is one, and sending begins. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { pilotOf, pilotSize } from "../../campaigns/rules/waves.ts";
import { plannedWrites } from "../store/plan.ts";
import { countPlanned } from "../views/audience.ts";
import type { Outgoing } from "../views/outgoing.ts";

/** Assembles it. Stale if somebody else has planned on, or the mailing stands still. A reminder has no pilot. */
export async function plannedAct(
  deps: Pick<Deps, "db" | "ids">,
  mailing: Pick<Outgoing, "id" | "cursor" | "kind" | "draft" | "frozen">,
): Promise<Write[]> {
  const pilot = mailing.kind === "reminder" ? undefined : pilotOf(mailing);
  const size = pilotSize(pilot, await countPlanned(deps.db, mailing.id));
  return plannedWrites(mailing.id, mailing.cursor, size > 0 ? { size, from: deps.ids.uuid() } : undefined);
}
