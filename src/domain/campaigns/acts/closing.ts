/** What the beginning of a closing commits, whether a person closes the campaign or its last day is over. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { overWrite } from "../../alerts/store.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { noReminderWrite } from "../store/ending.ts";
import { closeWrite } from "../store.ts";
import { type Mailing, readNumbers } from "../views.ts";

/** The alert that tells staff of a deletion that is to come. */
export const CLOSING_ALERT = "campaign.closing";

/** Assembles it; `silent` are counted at this moment. Stale if the campaign is not waiting
 * any more, or something was said of its end since `mailing` was read. */
export async function closingAct(
  deps: Deps,
  mailing: Mailing,
  by: string,
): Promise<{ change: Write[]; proof: Evidence[]; silent: number }> {
  const at = deps.clock.now();
  const { id, ending, kind } = mailing;
  const { silent, yes, no } = await readNumbers(deps.db, id);
  const opinion = ending?.opinion;
  const facts = {
    mailing: id,
    yes,
    no,
    silent,
    by,
    ...(kind === "notice" && { kept: silent }),
    ...(opinion && { opinion: { verdict: opinion.verdict, text: opinion.text, by: opinion.by } }),
    ...(ending?.postponed && { postponed: { from: ending.postponed.from, to: ending.postponed.to } }),
  };
  const log = await readLogOrigin(deps.db);
  return {
    silent,
    change: [closeWrite(mailing), noReminderWrite(id), overWrite([CLOSING_ALERT], id, at)],
    proof: [actEvidence(deps, { log, at, typ: "mailing.closed", facts })],
  };
}
