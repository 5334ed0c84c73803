/** What is deleted every hour: one read when there is nothing, and one page of every rule when there is. */
import type { Deps } from "../../../deps.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { cutoffOf } from "../rules/period.ts";
import type { Aged } from "../rules/rule.ts";
import { RULE_NAMES, type RuleName, ruleOf } from "../rules.ts";
import { dayWrite, tallyWrite } from "../store.ts";
import type { RunAct } from "./act.ts";
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

/** Ends one page of each; undefined where nothing is over. Before set-up days are those of UTC. */
export async function hourlyAct(deps: Deps, zone = "UTC"): Promise<RunAct | undefined> {
  const now = deps.clock.now();
  const rules = hourlyRules(now, zone);
  const due = await anyDue(deps, rules);
  if (due.length === 0) return undefined;
  const today = dayOf(now, zone);
  const id = `day/${today}`;
  const counted = due.filter(({ name }) => ruleOf(name).reason !== "order");
  const change = due.flatMap(({ name, by, as }) => [
    pageWrite(ruleOf(name), by, as, PAGE),
    ...(ruleOf(name).reason === "order" ? [] : [tallyWrite(id, name, "first")]),
  ]);
  const before = counted.length > 0 ? [dayWrite(id, today, now)] : [];
  const whole = await Promise.all(due.map((rule) => countedUpTo(deps, rule)));
  return { change: [...before, ...change], proof: [], more: whole.some((n) => n > PAGE) };
}

/** How many are over, as far as it matters for whether one page is enough. */
async function countedUpTo({ db }: Deps, { by, as }: Hourly): Promise<number> {
  const { sql, args } = overWhere(by, as);
  const found = await db.client.execute({
    sql: `SELECT count(*) AS n FROM (SELECT 1 FROM ${by.table} WHERE ${sql} LIMIT ?)`,
    args: [...args, PAGE + 1],
  });
  return Number(found.rows[0]?.n ?? 0);
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
