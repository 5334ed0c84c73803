/** Which tags are to be reviewed, by the index of their day. */

import { desc, eq } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { suppressionReview } from "../../../platform/schema.ts";
import { EVERYTHING, REASONS, type Reason } from "../rules.ts";

/** Tags of one scope and reason whose day has come, or comes soon. */
export interface DueGroup {
  scope: string;
  reason: Reason;
  n: number;
  firstDay: string;
  lastDay: string;
  /** Mail for the scope still goes out. */
  lives: boolean;
}

/**
 * Groups with a review day up to `day`: every scope with every reason, each counted by the index. A purpose that is not over
 * still mails; everything stands while any does.
 */
export async function readDue(db: Database, day: string): Promise<DueGroup[]> {
  const found = await db.client.execute({
    sql: `SELECT s.id AS scope, r.value AS reason, s.lives AS lives, count(x.tag) AS n, min(x.review_day) AS first,
            max(x.review_day) AS last
          FROM (SELECT id, state <> 'ended' AS lives FROM purpose
            UNION ALL SELECT '${EVERYTHING}', EXISTS (SELECT 1 FROM purpose WHERE state <> 'ended')) s
          CROSS JOIN json_each(?) r
          JOIN suppression x INDEXED BY suppression_due ON x.scope = s.id AND x.reason = r.value AND x.review_day <= ?
          GROUP BY s.id, r.value ORDER BY first, s.id, r.value`,
    args: [JSON.stringify(REASONS), day],
  });
  return found.rows.map((row) => ({
    scope: String(row.scope),
    reason: String(row.reason) as Reason,
    n: Number(row.n),
    firstDay: String(row.first),
    lastDay: String(row.last),
    lives: Number(row.lives) === 1,
  }));
}

/** Beginnings of tags of a group, with their review day: enough to tell two apart, too little to find anybody. */
export async function readDueMarks(
  db: Database,
  { scope, reason, upTo }: { scope: string; reason: string; upTo: string },
  most: number,
): Promise<{ mark: string; since: string }[]> {
  const found = await db.client.execute({
    sql: `SELECT lower(hex(substr(tag, 1, 4))) AS mark, review_day AS since FROM suppression INDEXED BY suppression_due
          WHERE scope = ? AND reason = ? AND review_day <= ? LIMIT ?`,
    args: [scope, reason, upTo, most],
  });
  return found.rows.map((row) => ({ mark: String(row.mark), since: String(row.since) }));
}

export type Review = typeof suppressionReview.$inferSelect;

export function readReview(db: Database, id: string): Promise<Review | undefined> {
  return db.read.select().from(suppressionReview).where(eq(suppressionReview.id, id)).get();
}

/** Decisions, newest first. */
export function readReviews(db: Database, most: number): Promise<Review[]> {
  return db.read.select().from(suppressionReview).orderBy(desc(suppressionReview.at)).limit(most);
}

export async function readRunningReviews(db: Database): Promise<string[]> {
  const rows = await db.read
    .select({ id: suppressionReview.id })
    .from(suppressionReview)
    .where(eq(suppressionReview.state, "running"));
  return rows.map((r) => r.id);
}
