/**
 * The `retain` job, every hour: what is promised to the hour, and once a night everything else. Both go page by page and take
 * themselves up where a crash left them: what is over is read from the rows, and how far a run is stands in its own row,
 * written in the same act as the page. Safe to run twice.
 */
import type { Deps } from "../../deps.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { hourly } from "./acts/hourly.ts";
import { nightly } from "./acts/nightly.ts";

/** Does one page of each; enqueues itself while there is more. */
export async function retain(deps: Deps): Promise<void> {
  const office = await readInstitutionRow(deps.db);
  const more = [await hourly(deps, office?.profile.timeZone), office ? await nightly(deps, office) : false];
  if (more.includes(true)) await deps.queue.enqueue({ kind: "retain" });
}
