/**
 * Two systems were in use at the same time: somebody has consented here, and opted out of the former system after that. His
 * last word holds. It is an act of his own, told by the file, so his record gets its event like a "no" by letter; each is
 * a commit of its own, and a second run finds him gone.
 */
import type { Deps } from "../../../deps.ts";
import { hex } from "../../../platform/encoding.ts";
import { leaveAct } from "../../consent/acts/leave.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import type { List } from "../../lists/rules.ts";
import { countWritten } from "../store/page.ts";
import { readLiveOf } from "../views/leaving.ts";
import type { Import, SealedPage } from "../views.ts";
import type { PageAct } from "./people-page.ts";
import type { NumberedStop } from "./settle.ts";
import { pagePlace, taggedOf } from "./target.ts";

/** The acts of those people of a page of opt-outs; none where the file names no days. */
export async function leftLater(deps: Deps, job: Import, page: SealedPage, list: List): Promise<PageAct[]> {
  const stops = JSON.parse(deps.vault.open(pagePlace(job.id, page.n), page.sealed)) as NumberedStop[];
  const dated = stops.filter((stop) => stop.day !== undefined);
  if (dated.length === 0) return [];
  const tags = dated.map((stop) => taggedOf(deps, stop).tags.map((t) => hex(t.tag)));
  const live = (await readLiveOf(deps.db, list.purposeId, tags)).filter((l) => l.proven && l.saidAt !== undefined);
  const acts: PageAct[] = [];
  for (const [i, leaver] of new Map(live.map((l) => [l.i, l]))) {
    const stop = dated[i] as NumberedStop;
    const standing = await loadStanding(deps, { normalised: stop.normalised });
    if (!standing || (stop.day ?? "") <= dayOf(leaver.saidAt as number, standing.institution.timeZone)) continue;
    const door = {
      method: "staff.former-system",
      channel: "staff" as const,
      class: "staff" as const,
      by: job.createdBy.replace(/^staff:/, ""),
      reason: `person/${stop.day}`,
    };
    const at = deps.clock.now();
    const complained = stop.reason === "complained";
    const { change, proof, ended } = leaveAct(deps, standing, {
      purposeId: list.purposeId,
      scope: "list",
      door,
      at,
      complained,
    });
    acts.push({ change: [...change, countWritten(job.id, { stopped: 1, removed: ended.length })], proof });
  }
  return acts;
}
