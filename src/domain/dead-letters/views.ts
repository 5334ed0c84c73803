/** Reads of dead letters: which jobs failed as often as they may. */
import { count, desc, eq, sql } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { deadLetter, mailing } from "../../platform/schema.ts";

export interface DeadLetter {
  /** The job as JSON: what retrying and dismissing name it by. */
  job: string;
  kind: string;
  /** The mailing it works for. */
  mailingId: string | null;
  title: string | null;
  times: number;
  /** When it failed last. */
  at: number;
}

const MOST = 100;

/** The newest. */
export async function readDeadLetters(db: Database): Promise<DeadLetter[]> {
  return db.read
    .select({
      job: deadLetter.job,
      kind: sql<string>`${deadLetter.job} ->> 'kind'`,
      mailingId: sql<string | null>`${deadLetter.job} ->> 'mailingId'`,
      title: mailing.title,
      times: deadLetter.times,
      at: deadLetter.at,
    })
    .from(deadLetter)
    .leftJoin(mailing, eq(mailing.id, sql`${deadLetter.job} ->> 'mailingId'`))
    .orderBy(desc(deadLetter.at), deadLetter.job)
    .limit(MOST);
}

/** Whether this job is on the list. */
export async function isDead(db: Database, job: string): Promise<boolean> {
  return (
    (await db.read.select({ job: deadLetter.job }).from(deadLetter).where(eq(deadLetter.job, job)).get()) !== undefined
  );
}

/** How many there are. */
export async function countDeadLetters(db: Database): Promise<number> {
  const [row] = await db.read.select({ n: count() }).from(deadLetter);
  return row?.n ?? 0;
}
