/** Reads of breaches: what is open, whose, and every version of one. */
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { alert, breach, breachVersion } from "../../platform/schema.ts";
import type { Bodies, Breach, Section } from "./rules.ts";

/** More than these at one time is not shown in the frame of pages. */
const MOST_OPEN = 5;
const MOST = 200;

/** Open ones, the oldest awareness first. */
export function readOpenBreaches(db: Database, limit = MOST_OPEN): Promise<Breach[]> {
  return db.read.select().from(breach).where(isNull(breach.closedAt)).orderBy(asc(breach.awareAt)).limit(limit);
}

/** All of them, newest first; only one member's own where he is given. */
export function readBreaches(db: Database, reportedBy?: string): Promise<Breach[]> {
  const own = reportedBy === undefined ? undefined : eq(breach.reportedBy, reportedBy);
  return db.read.select().from(breach).where(own).orderBy(desc(breach.n)).limit(MOST);
}

/** One version as it was written. */
export interface BreachVersion<S extends Section = Section> {
  n: number;
  section: S;
  body: Bodies[S];
  by: string;
  at: number;
}

export interface BreachRecord {
  breach: Breach;
  /** Every version, oldest first. */
  versions: BreachVersion[];
  /** The newest of each section. */
  now: { [S in Section]?: Bodies[S] };
}

/** One with all its versions. */
export async function readBreach(db: Database, id: string): Promise<BreachRecord | undefined> {
  const [rows, versions] = await db.read.batch([
    db.read.select().from(breach).where(eq(breach.id, id)),
    db.read.select().from(breachVersion).where(eq(breachVersion.breachId, id)).orderBy(asc(breachVersion.n)),
  ]);
  const found = rows[0];
  if (!found) return undefined;
  const written = versions.map(
    ({ n, section, body, by, at }) => ({ n, section, body, by, at }) as unknown as BreachVersion,
  );
  return { breach: found, versions: written, now: Object.fromEntries(written.map((v) => [v.section, v.body])) };
}

/** When the officer was told of it; undefined where nobody has been yet. */
export async function readTold(db: Database, id: string): Promise<number | undefined> {
  const rows = await db.read
    .select({ at: alert.toldAt })
    .from(alert)
    .where(and(eq(alert.subject, id)))
    .orderBy(asc(alert.at))
    .limit(1);
  return rows[0]?.at ?? undefined;
}
