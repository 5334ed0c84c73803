/** Readings of an issue: those that were kept, the one of this moment, and which issues want one. */
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { mailing, mailingReading } from "../../../platform/schema.ts";
import { readingDue } from "../../campaigns/rules/reading.ts";
import { readNumbers } from "../../campaigns/views.ts";
import { readWays } from "../../messages/views/figures.ts";
import { type IssueReading, issueReading, READ_FOR_MS } from "../rules/reading.ts";

/** How it stands now. */
export async function readIssueNow(db: Database, id: string, now: number): Promise<IssueReading> {
  const [numbers, ways] = await Promise.all([readNumbers(db, id), readWays(db, id)]);
  return issueReading(now, numbers, ways);
}

/** The kept ones, oldest first: some hundreds at most. */
export async function readIssueReadings(db: Database, id: string): Promise<IssueReading[]> {
  const rows = await db.read
    .select({ at: mailingReading.at, numbers: mailingReading.numbers })
    .from(mailingReading)
    .where(eq(mailingReading.mailingId, id))
    .orderBy(asc(mailingReading.at));
  return rows.map(({ at, numbers }) => ({ ...(numbers as unknown as Omit<IssueReading, "at">), at }));
}

/** Issues on their way, or out for less than thirty days, whose next reading is due. */
export async function readDueIssues(db: Database, now: number): Promise<string[]> {
  const last = sql<number | null>`(SELECT max(at) FROM mailing_reading r WHERE r.mailing_id = ${mailing.id})`;
  const rows = await db.read
    .select({ id: mailing.id, sentAt: mailing.sentAt, last })
    .from(mailing)
    .where(
      and(
        eq(mailing.kind, "newsletter"),
        inArray(mailing.state, ["sending", "paused", "sent"]),
        gt(mailing.sentAt, now - READ_FOR_MS),
      ),
    );
  return rows.filter((r) => readingDue(r.sentAt ?? 0, r.last ?? undefined, now)).map((r) => r.id);
}
