/**
 * Tends tags whose day has come, with the hourly `retain` job: announces what waits for a decision, and lets the tags of people
 * who asked for silence stand on while mail for the purpose goes out, with an event that says how many. What ends, ends with the
 * nightly retention (acts/ended-tags.ts).
 */
import type { Deps } from "../../../deps.ts";
import { overWrite, raiseWrite } from "../../alerts/store.ts";
import { readOpenAlerts } from "../../alerts/views.ts";
import { commit } from "../../commit.ts";
import { dayOf, later } from "../../consent/rules/days.ts";
import { readInstitutionRow } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { ANNOUNCED_DAYS, dueOf, STANDS_ON_MONTHS } from "../rules/review.ts";
import { EVERYTHING } from "../rules.ts";
import { standOnWrite } from "../store/review.ts";
import { type DueGroup, readDue, readRunningReviews } from "../views/review.ts";

const PAGE = 1_000;

/** One page of each group; enqueues `retain` while there is more. Safe to run twice. */
export async function tendTags(deps: Deps): Promise<void> {
  const office = await readInstitutionRow(deps.db);
  if (!office) return;
  const at = deps.clock.now();
  const today = dayOf(at, office.profile.timeZone);
  const soon = await readDue(deps.db, later(today, { days: ANNOUNCED_DAYS }));
  await announce(deps, soon, at);
  // What is being decided is not decided here.
  if (soon.length === 0 || (await readRunningReviews(deps.db)).length > 0) return;
  let more = false;
  for (const { scope, reason, n: all, lives } of await readDue(deps.db, today)) {
    if (dueOf(reason, lives) !== "stands-on") continue;
    const n = Math.min(all, PAGE);
    const until = later(today, { months: STANDS_ON_MONTHS });
    const about = { scope: scope === EVERYTHING ? "everything" : scope, reason, n };
    const facts = { ...about, why: "asked-for-silence", until, by: "system:retain" };
    await commit(deps, {
      change: [standOnWrite({ scope, reason, upTo: today, until }, n)],
      proof: [actEvidence(deps, { log: office.logOrigin, at, typ: "suppression.prolonged", facts })],
    });
    more ||= all > PAGE;
  }
  if (more) await deps.queue.enqueue({ kind: "retain" });
}

async function announce(deps: Deps, soon: readonly DueGroup[], at: number): Promise<void> {
  const n = soon.reduce((sum, g) => sum + g.n, 0);
  const open = (await readOpenAlerts(deps.db, "suppression")).some((a) => a.code === "suppression.review");
  if (open === n > 0) return;
  const alert = { id: deps.ids.uuid(), code: "suppression.review", subject: "suppression", at, detail: { n } };
  const change = [n > 0 ? raiseWrite(alert) : overWrite(["suppression.review"], "suppression", at)];
  await commit(deps, { change, proof: [] });
}
