/**
 * What a night would delete, counted rule by rule as of one moment, before anything goes; more than the institution's ceiling
 * waits for a person.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { overWrite, raiseWrite } from "../../alerts/store.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { CEILING_ALERT, CEILING_SUBJECT } from "../rules/limits.ts";
import { cutoffOf } from "../rules/period.ts";
import { DEFAULT_CEILING, NIGHTLY } from "../rules.ts";
import { beginWrite, recountWrite } from "../store.ts";
import { leftOf, periodOf, type Run, readDecided, restOf, sumOf } from "../views.ts";
import type { RunAct } from "./act.ts";
import type { As, Office } from "./hand.ts";
import { handOf } from "./hands.ts";

/** As of which moment a rule is asked. */
export function asOf(at: number, zone: string, period: string): As {
  return { at, today: dayOf(at, zone), zone, cutoff: cutoffOf(period, at, zone) };
}

export const ceilingOf = ({ profile }: Office): number => profile.retention?.ceiling ?? DEFAULT_CEILING;

type Plan = Pick<Run, "state" | "at" | "step" | "planned" | "kept" | "periods" | "ceiling">;

/** What is over, and what the run has deleted already: both together are the night that the ceiling is for. */
async function planOf(deps: Deps, office: Office, at: number, deleted: Run["deleted"] = {}): Promise<Plan> {
  const decided = await readDecided(deps.db);
  const planned: Record<string, number> = {};
  const kept: Record<string, number> = {};
  const periods: Record<string, string> = {};
  for (const name of NIGHTLY) {
    const period = periodOf(name, office.profile, decided);
    periods[name] = period;
    const counted = await handOf(name).count(deps, asOf(at, office.profile.timeZone, period));
    const all = (deleted[name] ?? 0) + counted.due;
    if (all > 0) planned[name] = all;
    if (counted.kept > 0) kept[name] = counted.kept;
  }
  const ceiling = ceilingOf(office);
  const step = NIGHTLY.find((name) => restOf({ planned, deleted }, name) > 0) ?? null;
  const state = step !== null && sumOf(planned) > ceiling ? "held" : "running";
  return { state, at, step, planned, kept, periods, ceiling };
}

/** The run of a day begins; a night with nothing to do is over at once. */
export async function beginAct(deps: Deps, office: Office, day: string): Promise<RunAct> {
  const at = deps.clock.now();
  const plan = await planOf(deps, office, at);
  const quiet = plan.step === null;
  const run = {
    ...plan,
    id: `night/${day}`,
    day,
    finishedAt: quiet ? at : null,
    ...(quiet && { state: "done" as const }),
  };
  return {
    change: [beginWrite(run), ...alertOf(deps, { ...run, deleted: {} })],
    proof: [],
    more: !quiet && plan.state === "running",
  };
}

/** A run that waits is counted anew: every night, and when the ceiling was raised. */
export async function recountAct(deps: Deps, office: Office, run: Run): Promise<RunAct> {
  const plan = await planOf(deps, office, deps.clock.now(), run.deleted);
  const over = plan.state === "running" ? [overWrite([CEILING_ALERT], CEILING_SUBJECT, plan.at)] : [];
  return {
    change: [recountWrite(run, plan), ...alertOf(deps, { ...run, ...plan }), ...over],
    proof: [],
    more: plan.state === "running",
  };
}

/**
 * A run stops before more goes than was counted (a purpose got a shorter term meanwhile, a question of review came to be over):
 * it is counted anew and waits. Within the ceiling the next hour takes it up by itself, findings first; above it a person does.
 */
export async function stopAct(deps: Deps, office: Office, run: Run): Promise<RunAct> {
  const plan = { ...(await planOf(deps, office, deps.clock.now(), run.deleted)), state: "held" as const };
  return { change: [recountWrite(run, plan), ...alertOf(deps, { ...run, ...plan })], proof: [], more: false };
}

/** Whether as much is over as was counted, by the same moment and the same periods. */
export async function isAsCounted(deps: Deps, office: Office, run: Run): Promise<boolean> {
  for (const name of NIGHTLY) {
    const period = run.periods[name];
    if (period === undefined) continue;
    const { due } = await handOf(name).count(deps, asOf(run.at, office.profile.timeZone, period));
    if (due !== restOf(run, name)) return false;
  }
  return true;
}

function alertOf(deps: Deps, run: Pick<Run, "state" | "at" | "planned" | "deleted">): Write[] {
  const { state, at } = run;
  if (state !== "held") return [];
  const detail = { n: leftOf(run) };
  return [raiseWrite({ id: deps.ids.uuid(), code: CEILING_ALERT, subject: CEILING_SUBJECT, at, detail })];
}
