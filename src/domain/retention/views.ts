/** Reads of retention: the periods in force, and runs. */
import { and, desc, eq, lt, ne } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { retentionRule, retentionRun } from "../../platform/schema.ts";
import type { Institution } from "../institution/rules.ts";
import { isPeriod } from "./rules/period.ts";
import { type RuleName, ruleOf } from "./rules.ts";

export type Run = typeof retentionRun.$inferSelect;

/** A period that the institution decided on. */
export interface Decided {
  period: string;
  reason: string;
  by: string;
  at: number;
  version: number;
}

/** What the institution decided, by rule. */
export async function readDecided(db: Database): Promise<Map<string, Decided>> {
  const rows = await db.read.select().from(retentionRule);
  return new Map(
    rows.map(({ name, period, reason, changedBy, changedAt, version }) => [
      name,
      { period, reason, by: changedBy, at: changedAt, version },
    ]),
  );
}

/** The period of a rule that is in force. Rules of purposes have none of their own: `P0D`. */
export function periodOf(name: RuleName, profile: Institution, decided: ReadonlyMap<string, Pick<Decided, "period">>) {
  const { period, bounds } = ruleOf(name);
  if (period === "of-purpose") return "P0D";
  if (typeof period === "object") return `P${profile[period.setting]}M`;
  const own = bounds && decided.get(name)?.period;
  return own && isPeriod(own) ? own : period;
}

/** The nightly run that is not done, if there is one. */
export async function readOpenRun(db: Database): Promise<Run | undefined> {
  return db.read
    .select()
    .from(retentionRun)
    .where(and(ne(retentionRun.state, "done"), eq(retentionRun.kind, "night")))
    .get();
}

export async function readRun(db: Database, id: string): Promise<Run | undefined> {
  return db.read.select().from(retentionRun).where(eq(retentionRun.id, id)).get();
}

/** Runs, newest first; before the day given. */
export async function readRuns(db: Database, most: number, before?: string): Promise<Run[]> {
  return db.read
    .select()
    .from(retentionRun)
    .where(before ? lt(retentionRun.day, before) : undefined)
    .orderBy(desc(retentionRun.day), desc(retentionRun.id))
    .limit(most);
}

/** How many things of a rule a run has yet to end. */
export const restOf = ({ planned, deleted }: Pick<Run, "planned" | "deleted">, name: string): number =>
  Math.max(0, (planned[name] ?? 0) - (deleted[name] ?? 0));

/** What a run has yet to end, all rules together: what a person is asked about. */
export const leftOf = (run: Pick<Run, "planned" | "deleted">): number =>
  Object.keys(run.planned).reduce((sum, name) => sum + restOf(run, name), 0);

/** What a run counted, all rules together. */
export const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);
