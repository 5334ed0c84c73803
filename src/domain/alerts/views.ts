/** Reads of alerts: what is open, and what has not been told yet. */
import { and, asc, desc, eq, isNull, lte } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { alert, mailing } from "../../platform/schema.ts";

export interface Alert {
  id: string;
  code: string;
  subject: string;
  at: number;
  toldAt: number | null;
  /** Title of the mailing it is about. */
  title: string | null;
}

const MOST = 50;

/** Open alerts, newest first; of one subject where it is given. */
export async function readOpenAlerts(db: Database, subject?: string): Promise<Alert[]> {
  return db.read
    .select({
      id: alert.id,
      code: alert.code,
      subject: alert.subject,
      at: alert.at,
      toldAt: alert.toldAt,
      title: mailing.title,
    })
    .from(alert)
    .leftJoin(mailing, eq(mailing.id, alert.subject))
    .where(and(isNull(alert.closedAt), subject === undefined ? undefined : eq(alert.subject, subject)))
    .orderBy(desc(alert.at), desc(alert.id))
    .limit(MOST);
}

/** An alert whose time to be told has come. */
export interface Untold {
  id: string;
  code: string;
  subject: string;
  at: number;
  tryAt: number;
}

/** The oldest alerts that are to be told now. */
export async function readUntold(db: Database, now: number, limit: number): Promise<Untold[]> {
  const rows = await db.read
    .select({ id: alert.id, code: alert.code, subject: alert.subject, at: alert.at, tryAt: alert.tryAt })
    .from(alert)
    .where(and(lte(alert.tryAt, now), isNull(alert.closedAt), isNull(alert.toldAt)))
    .orderBy(asc(alert.tryAt))
    .limit(limit);
  return rows.flatMap((row) => (row.tryAt === null ? [] : [{ ...row, tryAt: row.tryAt }]));
}
