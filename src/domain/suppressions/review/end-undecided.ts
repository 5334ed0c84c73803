/**
 * Retention of tags, with the hourly `retain` job: what nobody decided about goes or stands on as rules/review.ts says, a page at
 * a time, with an event that says how many. It also announces, and stops announcing, what waits for a decision.
 */
import type { Deps } from "../../../deps.ts";
import { overWrite, raiseWrite } from "../../alerts/store.ts";
import { readOpenAlerts } from "../../alerts/views.ts";
import { commit } from "../../commit.ts";
import { dayOf, later } from "../../consent/rules/days.ts";
import { readInstitutionRow } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { ANNOUNCED_DAYS, dueOf, GRACE_DAYS, STANDS_ON_MONTHS } from "../rules/review.ts";
import { EVERYTHING } from "../rules.ts";
import { undecidedWrite } from "../store/review.ts";
import { type DueGroup, readDue, readRunningReviews } from "../views/review.ts";

const PAGE = 1_000;

/** Ends one page of each group; enqueues `retain` while there is more. Safe to run twice. */
export async function endUndecided(deps: Deps): Promise<void> {
  const office = await readInstitutionRow(deps.db);
  if (!office) return;
  const at = deps.clock.now();
  const today = dayOf(at, office.profile.timeZone);
  const soon = await readDue(deps.db, later(today, { days: ANNOUNCED_DAYS }));
  await announce(deps, soon, at);
  // What is being decided is not decided here.
  if (soon.length === 0 || (await readRunningReviews(deps.db)).length > 0) return;
  let more = false;
  for (const group of soon) {
    const act = dueOf({ reason: group.reason, reviewDay: group.firstDay }, group.lives, today);
    if (act === "waits") continue;
    const late = group.lives && act === "ends" ? later(today, { days: -GRACE_DAYS - 1 }) : today;
    const due = (await readDue(deps.db, late)).find((g) => g.scope === group.scope && g.reason === group.reason);
    if (!due) continue;
    const n = Math.min(due.n, PAGE);
    const until = act === "stands-on" ? later(today, { months: STANDS_ON_MONTHS }) : undefined;
    const { scope, reason } = group;
    const facts = {
      scope: scope === EVERYTHING ? "everything" : scope,
      reason,
      n,
      why: until !== undefined ? "asked-for-silence" : group.lives ? "no-decision" : "purpose-over",
      ...(until !== undefined && { until }),
      by: "system:retain",
    };
    const typ = until === undefined ? ("suppression.ended" as const) : ("suppression.prolonged" as const);
    await commit(deps, {
      change: [undecidedWrite({ scope, reason, upTo: late, until }, PAGE, n)],
      proof: [actEvidence(deps, { log: office.logOrigin, at, typ, facts })],
    });
    if (until === undefined) deps.afterErasure();
    more ||= due.n > PAGE;
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
