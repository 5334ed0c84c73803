/**
 * The forecast of the house: every rule counted once a night and when somebody asks, one rule in one act, so that no page
 * counts a table that grows with people. What was counted before stands until its rule's turn comes.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { nightOf } from "../rules/period.ts";
import { isRuleName, RULE_NAMES, type RuleName, ruleOf } from "../rules.ts";
import { foreseenWrite, startForecastWrite } from "../store/forecast.ts";
import { type Forecast, readForecast } from "../views/forecast.ts";
import { periodOf, readDecided } from "../views.ts";
import type { Office } from "./hand.ts";
import { simulate } from "./simulate.ts";

/** Rules that are foreseen, in the order of the run: rows of nobody come and go by the thousand and are no deletion of anybody's data. */
export const FORESEEN: readonly RuleName[] = RULE_NAMES.filter(
  (name) => ruleOf(name).reason !== "order" || ruleOf(name).turn !== "hour",
);

/** Begins a count where there was none since the night began and none is under way. */
export async function nightlyForecast(deps: Deps, { profile }: Office): Promise<Write | undefined> {
  const now = deps.clock.now();
  const last = await readForecast(deps.db);
  const night = (at: number) => nightOf(at, profile.timeZone);
  if (last && (last.state === "counting" || night(last.at) >= night(now))) return undefined;
  return startForecastWrite(now, FORESEEN[0]);
}

/** Counts the rule that it has come to. */
export async function foreseeAct(
  deps: Deps,
  office: Office,
  row: Forecast,
): Promise<{ change: Write[]; more: boolean }> {
  const name = row.step !== null && isRuleName(row.step) ? row.step : undefined;
  const next = name && FORESEEN[FORESEEN.indexOf(name) + 1];
  const to = { step: next ?? null, at: deps.clock.now() };
  if (!name) return { change: [foreseenWrite(row, to)], more: false };
  const period = periodOf(name, office.profile, await readDecided(deps.db));
  const ahead = await simulate(deps, office, name, { period, at: row.at });
  return { change: [foreseenWrite(row, to, { name, counted: { period, ...ahead } })], more: next !== undefined };
}
