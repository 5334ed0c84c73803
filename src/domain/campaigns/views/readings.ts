/** Readings of a campaign: those that were kept, the one of this moment, and which campaigns want one. */
import { and, asc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { mailing, mailingReading } from "../../../platform/schema.ts";
import { type ReasonCount, readReasons } from "../../messages/views/figures.ts";
import { type Reading, readingDue, readingOf } from "../rules/reading.ts";
import { type Mailing, readNumbers } from "../views.ts";

/** How it stands now. */
export async function readNow(db: Database, mailingId: string, now: number): Promise<Reading> {
  const [numbers, reasons] = await Promise.all([readNumbers(db, mailingId), readReasons(db, mailingId)]);
  return readingOf(now, numbers, skippedOf(reasons));
}

/** The skipped among counts of reasons. */
export const skippedOf = (reasons: readonly ReasonCount[]): Record<string, number> =>
  Object.fromEntries(reasons.filter((r) => r.state === "skipped").map((r) => [r.reason, r.n]));

/** The kept ones, oldest first: a few thousand at most. */
export const readReadings = (db: Database, mailingId: string): Promise<Reading[]> => readKept(db, mailingId);

/** Of any mailing, as its rules have made them. */
export async function readKept<R extends { at: number }>(db: Database, mailingId: string): Promise<R[]> {
  const rows = await db.read
    .select({ at: mailingReading.at, numbers: mailingReading.numbers })
    .from(mailingReading)
    .where(eq(mailingReading.mailingId, mailingId))
    .orderBy(asc(mailingReading.at));
  return rows.map(({ at, numbers }) => ({ ...numbers, at }) as unknown as R);
}

/** Campaigns under way whose next reading is due. */
export const readDueReadings = (db: Database, now: number): Promise<string[]> =>
  readDue(db, now, { kinds: ["reconsent", "notice"], states: ["sending", "paused", "sent", "closing"], sentAfter: 0 });

/** Mailings of these kinds and states, begun after that moment (ms), whose next reading is due. */
export async function readDue(
  db: Database,
  now: number,
  of: { kinds: Mailing["kind"][]; states: Mailing["state"][]; sentAfter: number },
): Promise<string[]> {
  const last = sql<number | null>`(SELECT max(at) FROM mailing_reading r WHERE r.mailing_id = ${mailing.id})`;
  const rows = await db.read
    .select({ id: mailing.id, sentAt: mailing.sentAt, last })
    .from(mailing)
    .where(and(inArray(mailing.kind, of.kinds), inArray(mailing.state, of.states), gt(mailing.sentAt, of.sentAfter)));
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
