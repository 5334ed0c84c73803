/**
 * The `retain` job, every hour, and `retain-page` after it: what is promised to the hour, and once a night everything else. Both go page by page and take
 * themselves up where a crash left them: what is over is read from the rows, and how far a run is stands in its own row,
 * written in the same act as the page. Safe to run twice.
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { readInstitutionRow } from "../institution/views.ts";
import type { RunAct } from "./acts/act.ts";
import { nightlyForecast } from "./acts/forecast.ts";
import type { Office } from "./acts/hand.ts";
import { hourlyAct } from "./acts/hourly.ts";
import { nightlyAct } from "./acts/nightly.ts";

/** Does one page of each; enqueues the next while there is more, and says whether there is. */
export async function retain(deps: Deps): Promise<boolean> {
  const office = await readInstitutionRow(deps.db);
  const hour = await does(deps, await hourlyAct(deps, office?.profile.timeZone));
  const night = office ? await does(deps, await nightlyAct(deps, office)) : false;
  if (hour || night) await deps.queue.enqueue({ kind: "retain-page" });
  else if (office) await foresee(deps, office);
  return hour || night;
}

/** After the night's run: what the next ones will delete. */
async function foresee(deps: Deps, office: Office): Promise<void> {
  const begin = await nightlyForecast(deps, office);
  if (!begin) return;
  await commit(deps, { change: [begin], proof: [] });
  await deps.queue.enqueue({ kind: "forecast" });
}

async function does(deps: Deps, act: RunAct | undefined): Promise<boolean> {
  if (!act) return false;
  const { change, proof, more } = act;
  // Stale: somebody else did this page, or what it names has changed; the next turn reads anew.
  await commit(deps, { change, proof });
  deps.afterErasure();
  if (proof.length > 0) await deps.queue.enqueue({ kind: "seal" });
  return more;
}
