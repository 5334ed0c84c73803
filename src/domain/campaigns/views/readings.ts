/** Readings of a campaign: those that were kept, the one of this moment, and which campaigns want one. */
import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { mailing, mailingReading } from "../../../platform/schema.ts";
import { type ReasonCount, readReasons } from "../../messages/views/figures.ts";
import { type Reading, readingDue, readingOf } from "../rules/reading.ts";
import { readNumbers } from "../views.ts";

/** How it stands now. */
export async function readNow(db: Database, mailingId: string, now: number): Promise<Reading> {
  const [numbers, reasons] = await Promise.all([readNumbers(db, mailingId), readReasons(db, mailingId)]);
  return readingOf(now, numbers, skippedOf(reasons));
}

/** The skipped among counts of reasons. */
export const skippedOf = (reasons: readonly ReasonCount[]): Record<string, number> =>
  Object.fromEntries(reasons.filter((r) => r.state === "skipped").map((r) => [r.reason, r.n]));

/** The kept ones, oldest first: a few thousand at most. */
export async function readReadings(db: Database, mailingId: string): Promise<Reading[]> {
  const rows = await db.read
    .select({ at: mailingReading.at, numbers: mailingReading.numbers })
    .from(mailingReading)
    .where(eq(mailingReading.mailingId, mailingId))
    .orderBy(asc(mailingReading.at));
  return rows.map(({ at, numbers }) => ({ ...(numbers as unknown as Omit<Reading, "at">), at }));
}

/** Campaigns under way whose next reading is due. */
export async function readDueReadings(db: Database, now: number): Promise<string[]> {
  const last = sql<number | null>`(SELECT max(at) FROM mailing_reading r WHERE r.mailing_id = ${mailing.id})`;
  const rows = await db.read
    .select({ id: mailing.id, sentAt: mailing.sentAt, last })
    .from(mailing)
    .where(
      and(
        inArray(mailing.kind, ["reconsent", "notice"]),
        inArray(mailing.state, ["sending", "paused", "sent", "closing"]),
        isNotNull(mailing.sentAt),
      ),
    );
  return rows.filter((r) => readingDue(r.sentAt ?? 0, r.last ?? undefined, now)).map((r) => r.id);
}

/** When the reminders of a campaign began to go out. */
export async function readReminders(db: Database, campaignId: string): Promise<number[]> {
  const rows = await db.read
    .select({ at: mailing.sentAt })
    .from(mailing)
    .where(and(eq(mailing.campaignId, campaignId), isNotNull(mailing.sentAt)))
    .orderBy(asc(mailing.sentAt));
  return rows.map((r) => r.at as number);
}
