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
import { periodOf, type Run, readDecided, sumOf } from "../views.ts";
import type { RunAct } from "./act.ts";
import type { As, Office } from "./hand.ts";
import { handOf } from "./hands.ts";

/** As of which moment a rule is asked. */
export function asOf(at: number, zone: string, period: string): As {
  return { at, today: dayOf(at, zone), zone, cutoff: cutoffOf(period, at, zone) };
}

export const ceilingOf = ({ profile }: Office): number => profile.retention?.ceiling ?? DEFAULT_CEILING;

type Plan = Pick<Run, "state" | "at" | "step" | "planned" | "kept" | "periods" | "ceiling">;

async function planOf(deps: Deps, office: Office, at: number): Promise<Plan> {
  const decided = await readDecided(deps.db);
  const planned: Record<string, number> = {};
  const kept: Record<string, number> = {};
  const periods: Record<string, string> = {};
  for (const name of NIGHTLY) {
    const period = periodOf(name, office.profile, decided);
    periods[name] = period;
    const counted = await handOf(name).count(deps, asOf(at, office.profile.timeZone, period));
    if (counted.due > 0) planned[name] = counted.due;
    if (counted.kept > 0) kept[name] = counted.kept;
  }
  const ceiling = ceilingOf(office);
  const state = sumOf(planned) > ceiling ? "held" : "running";
  return { state, at, step: NIGHTLY.find((name) => planned[name]) ?? null, planned, kept, periods, ceiling };
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
    change: [beginWrite(run), ...alertOf(deps, plan)],
    proof: [],
    more: !quiet && plan.state === "running",
  };
}

/** A run that waits is counted anew: every night, and when the ceiling was raised. */
export async function recountAct(deps: Deps, office: Office, run: Run): Promise<RunAct> {
  const plan = await planOf(deps, office, deps.clock.now());
  const over = plan.state === "running" ? [overWrite([CEILING_ALERT], CEILING_SUBJECT, plan.at)] : [];
  return {
    change: [recountWrite(run, plan), ...alertOf(deps, plan), ...over],
    proof: [],
    more: plan.state === "running",
  };
}

function alertOf(deps: Deps, { state, at, planned }: Plan): Write[] {
  if (state !== "held") return [];
  const detail = { n: sumOf(planned) };
  return [raiseWrite({ id: deps.ids.uuid(), code: CEILING_ALERT, subject: CEILING_SUBJECT, at, detail })];
}
