/** Reads of alerts: what is open, and what has not been told yet. */
import { and, asc, desc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { alert, mailing } from "../../platform/schema.ts";

export interface Alert {
  id: string;
  code: string;
  subject: string;
  at: number;
  /** What was seen of the cause. */
  detail: Record<string, string | number>;
  /** When the first channel took it, and when each did, by its mark. */
  toldAt: number | null;
  /** When those who have not taken it are tried next; none after a day. */
  tryAt: number | null;
  told: Record<string, number>;
  /** Title of the mailing it is about. */
  title: string | null;
}

const MOST = 50;

/** What has been raised of these subjects, also what is closed. */
export async function readRaised(db: Database, subjects: readonly string[]) {
  if (subjects.length === 0) return [];
  return db.read
    .select({ code: alert.code, subject: alert.subject, at: alert.at })
    .from(alert)
    .where(inArray(alert.subject, [...subjects]));
}

/** Open alerts, newest first; of one subject where it is given. */
export async function readOpenAlerts(db: Database, subject?: string): Promise<Alert[]> {
  const rows = await db.read
    .select({
      id: alert.id,
      code: alert.code,
      subject: alert.subject,
      at: alert.at,
      detail: alert.detail,
      toldAt: alert.toldAt,
      tryAt: alert.tryAt,
      told: alert.told,
      title: mailing.title,
    })
    .from(alert)
    .leftJoin(mailing, eq(mailing.id, alert.subject))
    .where(
      and(
        isNull(alert.closedAt),
        subject === undefined ? undefined : eq(alert.subject, subject),
        // What goes to the owner of an account is a task of others only when no mail has reached him for a day.
        sql`not (${alert.code} glob 'account.*' and ${alert.tryAt} is not null)`,
      ),
    )
    .orderBy(desc(alert.at), desc(alert.id))
    .limit(MOST);
  return rows.map((row) => ({ ...row, detail: row.detail ?? {}, told: row.told ?? {} }));
}

/** An alert whose time to be told has come. */
export interface Untold {
  id: string;
  code: string;
  subject: string;
  at: number;
  tryAt: number;
  /** The marks of those who took it. */
  told: Record<string, number>;
  /** The mailing it is about. */
  mailing?: { title: string; heldReason: string | null };
}

/** The oldest alerts that are to be told now, to somebody at least. */
export async function readUntold(db: Database, now: number, limit: number): Promise<Untold[]> {
  const rows = await db.read
    .select({
      id: alert.id,
      code: alert.code,
      subject: alert.subject,
      at: alert.at,
      tryAt: alert.tryAt,
      told: alert.told,
      title: mailing.title,
      heldReason: mailing.heldReason,
    })
    .from(alert)
    .leftJoin(mailing, eq(mailing.id, alert.subject))
    .where(and(lte(alert.tryAt, now), isNull(alert.closedAt)))
    .orderBy(asc(alert.tryAt))
    .limit(limit);
  return rows.flatMap(({ title, heldReason, tryAt, told, ...row }) =>
    tryAt === null
      ? []
      : [{ ...row, tryAt, told: told ?? {}, ...(title !== null && { mailing: { title, heldReason } }) }],
  );
}
