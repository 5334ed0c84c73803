/**
 * What will be deleted: tonight, within a week, within thirty days, by a rule and a period. Counted from the rows as they are now:
 * what comes meanwhile is not in it. Reads only. Pages read the stored forecast (forecast.ts); what a person asks for himself
 * (another period) is counted up to a bound.
 */
import type { Deps } from "../../../deps.ts";
import { nextNightAt } from "../rules/period.ts";
import type { RuleName } from "../rules.ts";
import type { Counted, Office } from "./hand.ts";
import { handOf } from "./hands.ts";
import { asOf } from "./plan.ts";

const DAY_MS = 24 * 3_600_000;

export interface Ahead {
  tonight: Counted;
  week: Counted;
  month: Counted;
}

/** Things that are counted while a person waits. */
export const BOUND = 10_000;

/** Of one rule, as seen at a moment; with `most`, up to that number (Hand.count). */
export async function simulate(
  deps: Pick<Deps, "db">,
  office: Office,
  name: RuleName,
  { period, at, most }: { period: string; at: number; most?: number },
): Promise<Ahead> {
  const zone = office.profile.timeZone;
  const first = nextNightAt(at, zone);
  const count = (days: number) => handOf(name).count(deps, asOf(first + days * DAY_MS, zone, period), most);
  // What is not over in a month is not over before: most rules are counted once.
  const sooner = async (days: number, later: Counted) => (later.due + later.kept === 0 ? later : count(days));
  const month = await count(29);
  const week = await sooner(6, month);
  return { tonight: await sooner(0, week), week, month };
}
