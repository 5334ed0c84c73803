/** Reads of suppression for the desk: counts and keys, never a tag. */
import { asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import type { Deps } from "../../deps.ts";
import type { Database } from "../../platform/db.ts";
import { returnAttempt, suppression, suppressionSweep } from "../../platform/schema.ts";
import type { Reason } from "./rules.ts";

export interface Counted {
  /** Purpose id, or `*`. */
  scope: string;
  reason: Reason;
  /** `2026-11`: when the tag was written or last renewed. */
  month: string;
  keyId: string;
  n: number;
  /** Latest review day among them. */
  lastDay: string;
}

/** All tags by scope, reason, month and key. Reads the table whole: a page of the desk, nobody waits for it with a "no". */
export async function readCounts(db: Database): Promise<Counted[]> {
  const month = sql<string>`substr(${suppression.day}, 1, 7)`;
  const rows = await db.read
    .select({
      scope: suppression.scope,
      reason: suppression.reason,
      month,
      keyId: suppression.keyId,
      n: count(),
      lastDay: sql<string>`max(${suppression.reviewDay})`,
    })
    .from(suppression)
    .groupBy(suppression.scope, suppression.reason, month, suppression.keyId);
  return rows;
}

export interface KeyInUse {
  keyId: string;
  n: number;
  /** Latest review day of a tag under it: the key is needed at least until then. */
  lastDay: string;
}

/** Keys that tags stand under. */
export function keysOf(counts: readonly Counted[]): KeyInUse[] {
  const keys = new Map<string, KeyInUse>();
  for (const { keyId, n, lastDay } of counts) {
    const key = keys.get(keyId) ?? { keyId, n: 0, lastDay: "" };
    keys.set(keyId, { keyId, n: key.n + n, lastDay: lastDay > key.lastDay ? lastDay : key.lastDay });
  }
  return [...keys.values()].sort((a, b) => b.n - a.n);
}

/** The parts added up under one of their names, most first. */
export function sumBy(counts: readonly Counted[], by: "scope" | "reason" | "month"): { key: string; n: number }[] {
  const sums = new Map<string, number>();
  for (const one of counts) sums.set(one[by], (sums.get(one[by]) ?? 0) + one.n);
  const rows = [...sums].map(([key, n]) => ({ key, n }));
  return by === "month" ? rows.sort((a, b) => (a.key < b.key ? -1 : 1)) : rows.sort((a, b) => b.n - a.n);
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
