/**
 * When the silent of a campaign are reminded: by itself on its day, or by a person where that day was missed. Pure.
 *
 * What must stay true: one reminder at most; by itself never after its day was missed; never so late that nobody could answer.
 */
import { type Refusal, refuse } from "../../../refusal.ts";
import type { CampaignDraft } from "../rules.ts";
import { DAY_MS, type Ending, lastMoment, type Running } from "./ending.ts";

/** A reminder that comes later leaves nobody time to answer. */
export const REMIND_BEFORE_DAYS = 3;

/** The last moment at which a reminder may begin. */
export const latestReminder = (m: Running, timeZone: string): number =>
  lastMoment(m, timeZone) - REMIND_BEFORE_DAYS * DAY_MS;

/** When the reminder goes out; undefined where there is none, it has gone out, or there is no time left for it. */
export function remindAt(
  m: Running & { draft: Pick<CampaignDraft, "reminder"> },
  timeZone: string,
): number | undefined {
  const { reminder } = m.draft;
  if (!reminder || m.kind !== "reconsent" || m.state !== "sent") return undefined;
  if (m.finishedAt === null || m.ending?.remindedBy !== undefined) return undefined;
  const at = m.finishedAt + reminder.afterDays * DAY_MS;
  if (missedReminder(m)) return undefined;
  return at <= latestReminder(m, timeZone) ? at : undefined;
}

/**
 * Nothing that was due while the program did not live goes out by itself afterwards; and on an older copy of the database
 * the reminder may have gone out already, so nobody gets it a second time (PEERS 2, pain 16).
 */
export function missedReminder(m: {
  finishedAt: number | null;
  ending: Ending | null;
  draft: Pick<CampaignDraft, "reminder">;
}): boolean {
  const { restoredAt, wokenAt, remindedBy } = m.ending ?? {};
  if (!m.draft.reminder || m.finishedAt === null || remindedBy !== undefined) return false;
  if (restoredAt !== undefined) return true;
  return wokenAt !== undefined && m.finishedAt + m.draft.reminder.afterDays * DAY_MS <= wokenAt;
}

/** Whether the silent are reminded now. */
export function remindsNow(m: Parameters<typeof remindAt>[0], now: number, timeZone: string): boolean {
  const at = remindAt(m, timeZone);
  return at !== undefined && now >= at && now <= latestReminder(m, timeZone);
}

/**
 * Why nobody can have it sent by hand; undefined if somebody can: it was planned, its day was missed or lay too late, and
 * whoever gets it now has days left to answer.
 */
export function mayRemind(m: Parameters<typeof remindAt>[0], now: number, timeZone: string): Refusal | undefined {
  if (!m.draft.reminder || m.kind !== "reconsent") return refuse("campaigns.no_reminder");
  if (m.ending?.remindedBy !== undefined) return refuse("campaigns.reminded_already");
  if (m.state !== "sent" || m.finishedAt === null) return refuse("campaigns.not_waiting");
  if (now > latestReminder(m, timeZone))
    return refuse("campaigns.reminder_late", { values: { days: REMIND_BEFORE_DAYS } });
  return remindAt(m, timeZone) === undefined ? undefined : refuse("campaigns.reminder_comes");
}
