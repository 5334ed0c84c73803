/**
 * What will be deleted: tonight, within a week, within thirty days, by a rule and a period. Counted from the rows as they are now:
 * what comes meanwhile is not in it. Reads only.
 */
import type { Deps } from "../../../deps.ts";
import { nextNightAt } from "../rules/period.ts";
import { RULE_NAMES, type RuleName, ruleOf } from "../rules.ts";
import { periodOf, readDecided } from "../views.ts";
import type { Counted, Office } from "./hand.ts";
import { handOf } from "./hands.ts";
import { asOf } from "./plan.ts";

const DAY_MS = 24 * 3_600_000;

export interface Ahead {
  tonight: Counted;
  week: Counted;
  month: Counted;
}

/** Of one rule. */
export async function simulate(
  deps: Pick<Deps, "db" | "clock">,
  office: Office,
  name: RuleName,
  period: string,
): Promise<Ahead> {
  const zone = office.profile.timeZone;
  const first = nextNightAt(deps.clock.now(), zone);
  const count = (days: number) => handOf(name).count(deps, asOf(first + days * DAY_MS, zone, period));
  // What is not over in a month is not over before: most rules are counted once.
  const sooner = async (days: number, later: Counted) => (later.due + later.kept === 0 ? later : count(days));
  const month = await count(29);
  const week = await sooner(6, month);
  return { tonight: await sooner(0, week), week, month };
}

/** Of every rule, in the order of the run. */
export async function simulateAll(deps: Pick<Deps, "db" | "clock">, office: Office) {
  const decided = await readDecided(deps.db);
  const all: { name: RuleName; period: string; ahead: Ahead }[] = [];
  for (const name of RULE_NAMES) {
    // Rows of nobody come and go by the thousand and are no deletion of anybody's data.
    if (ruleOf(name).reason === "order" && ruleOf(name).turn === "hour") continue;
    const period = periodOf(name, office.profile, decided);
    all.push({ name, period, ahead: await simulate(deps, office, name, period) });
  }
  return all;
}
