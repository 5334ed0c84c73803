/** Reads of suppression for the desk: counts and keys, never a tag. */
import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Deps } from "../../deps.ts";
import type { Database } from "../../platform/db.ts";
import { returnAttempt, suppression, suppressionSweep } from "../../platform/schema.ts";
import type { Reason } from "./rules.ts";

export interface Counted {
  /** Purpose id, or `*`. */
  scope: string;
  reason: Reason;
  n: number;
}

export interface KeyInUse {
  keyId: string;
  n: number;
  /** No tag under it is reviewed later: the key is needed until then at most, unless tags are prolonged. */
  lastDay: string;
}

export interface Counts {
  by: Counted[];
  /** `2026-11`, oldest first: when tags were written or last renewed. */
  months: { month: string; n: number }[];
  keys: KeyInUse[];
}

/**
 * All tags in numbers. Each is counted along an index in its order, so that a million need no sorting; the last day of the largest
 * key is that of all tags, because looking at each of its tags would be dear.
 */
export async function readCounts({ client }: Database): Promise<Counts> {
  const [by, days, keys] = await client.batch(
    [
      `SELECT scope, reason, count(*) AS n, max(review_day) AS last FROM suppression INDEXED BY suppression_due
       GROUP BY scope, reason`,
      "SELECT day, count(*) AS n FROM suppression INDEXED BY suppression_day GROUP BY day ORDER BY day",
      "SELECT key_id, count(*) AS n FROM suppression INDEXED BY suppression_key GROUP BY key_id ORDER BY n DESC",
    ],
    "read",
  );
  const months = new Map<string, number>();
  for (const row of days?.rows ?? []) {
    const month = String(row.day).slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + Number(row.n));
  }
  const last = (by?.rows ?? []).map((row) => String(row.last)).reduce((a, b) => (b > a ? b : a), "");
  const [largest, ...others] = (keys?.rows ?? []).map((row) => ({ keyId: String(row.key_id), n: Number(row.n) }));
  const older = await Promise.all(
    others.map(async (key) => {
      const found = await client.execute({
        sql: "SELECT max(review_day) AS last FROM suppression INDEXED BY suppression_key WHERE key_id = ?",
        args: [key.keyId],
      });
      return { ...key, lastDay: String(found.rows[0]?.last) };
    }),
  );
  return {
    by: (by?.rows ?? []).map((row) => ({
      scope: String(row.scope),
      reason: String(row.reason) as Reason,
      n: Number(row.n),
    })),
    months: [...months].map(([month, n]) => ({ month, n })),
    keys: largest ? [{ ...largest, lastDay: last }, ...older] : [],
  };
}

/** The parts added up under one of their names, most first. */
export function sumBy(counts: readonly Counted[], by: "scope" | "reason"): { key: string; n: number }[] {
  const sums = new Map<string, number>();
  for (const one of counts) sums.set(one[by], (sums.get(one[by]) ?? 0) + one.n);
  return [...sums].map(([key, n]) => ({ key, n })).sort((a, b) => b.n - a.n);
}

export interface Attempts {
  door: string;
  reason: string;
  outcome: string;
  n: number;
  lastDay: string;
}

/** How often addresses with a tag came back since a day. */
export function readAttempts(db: Database, since: string): Promise<Attempts[]> {
  return db.read
    .select({
      door: returnAttempt.door,
      reason: returnAttempt.reason,
      outcome: returnAttempt.outcome,
      n: sql<number>`sum(${returnAttempt.n})`,
      lastDay: sql<string>`max(${returnAttempt.day})`,
    })
    .from(returnAttempt)
    .where(sql`${returnAttempt.day} >= ${since}`)
    .groupBy(returnAttempt.door, returnAttempt.reason, returnAttempt.outcome)
    .orderBy(asc(returnAttempt.door), desc(sql`sum(${returnAttempt.n})`));
}

export type Sweep = typeof suppressionSweep.$inferSelect;

/** The nightly look; undefined before the first. */
export function readSweep(db: Database): Promise<Sweep | undefined> {
  return db.read.select().from(suppressionSweep).where(eq(suppressionSweep.id, 1)).get();
}

/** Whether any tag stands against a normalised address. */
export async function hasTag({ db, vault }: Pick<Deps, "db" | "vault">, normalised: string): Promise<boolean> {
  const tags = vault.suppressionTags(normalised).map((t) => t.tag);
  const row = await db.read
    .select({ scope: suppression.scope })
    .from(suppression)
    .where(inArray(suppression.tag, tags))
    .limit(1);
  return row.length > 0;
}
