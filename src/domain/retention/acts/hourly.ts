/** What is deleted every hour: one read when there is nothing, and one page of every rule when there is. */
import type { Deps } from "../../../deps.ts";
import { commit } from "../../commit.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { cutoffOf } from "../rules/period.ts";
import type { Aged } from "../rules/rule.ts";
import { RULE_NAMES, type RuleName, ruleOf } from "../rules.ts";
import { dayWrite, tallyWrite } from "../store.ts";
import { overWhere, pageWrite } from "./aged.ts";
import type { As } from "./hand.ts";

/** Rows of each rule in one turn. */
const PAGE = 5_000;

interface Hourly {
  name: RuleName;
  by: Aged;
  as: As;
}

/** Hourly rules have a fixed period and age by a column; a test holds the table to it. */
function hourlyRules(now: number, zone: string): Hourly[] {
  return RULE_NAMES.flatMap((name) => {
    const { turn, by, period } = ruleOf(name);
    if (turn !== "hour" || by === "own" || typeof period !== "string") return [];
    return [{ name, by, as: { at: now, today: dayOf(now, zone), zone, cutoff: cutoffOf(period, now, zone) } }];
  });
}

/** Ends one page of each. True: there is more. Before set-up days are those of UTC. */
export async function hourly(deps: Deps, zone = "UTC"): Promise<boolean> {
  const now = deps.clock.now();
  const rules = hourlyRules(now, zone);
  const due = await anyDue(deps, rules);
  if (due.length === 0) return false;
  const today = dayOf(now, zone);
  const id = `day/${today}`;
  const counted = due.filter(({ name }) => ruleOf(name).reason !== "order");
  const change = due.flatMap(({ name, by, as }) => [
    pageWrite(ruleOf(name), by, as, PAGE),
    ...(ruleOf(name).reason === "order" ? [] : [tallyWrite(id, name, "first")]),
  ]);
  await commit(deps, { change: [...(counted.length > 0 ? [dayWrite(id, today, now)] : []), ...change], proof: [] });
  deps.afterErasure();
  return (await anyDue(deps, rules)).length > 0;
}

async function anyDue({ db }: Deps, rules: readonly Hourly[]): Promise<Hourly[]> {
  const asked = rules.map(({ by, as }) => ({ by, ...overWhere(by, as) }));
  const found = await db.client.execute({
    sql: asked
      .map(({ by, sql }) => `SELECT EXISTS (SELECT 1 FROM ${by.table} WHERE ${sql}) AS old`)
      .join(" UNION ALL "),
    args: asked.flatMap(({ args }) => args),
  });
  return rules.filter((_, i) => found.rows[i]?.old === 1);
}
