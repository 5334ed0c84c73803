/** Last mails that wait, and what became of the others. */
import { and, asc, count, gt, gte, inArray, lte, max, type SQL, sum } from "drizzle-orm";
import type { Deps } from "../../deps.ts";
import type { Database } from "../../platform/db.ts";
import { lastMail, lastMailCount } from "../../platform/schema.ts";
import { countedDay, LAST_MAIL_MS, type LastMailOutcome, ROW_LIFE_MS } from "./rules.ts";

/** Those whose time has come, the longest waiting first. */
export async function readDueLastMails({ read }: Database, now: number, limit: number) {
  const due = and(lte(lastMail.tryAt, now), gt(lastMail.createdAt, now - ROW_LIFE_MS));
  return read.select().from(lastMail).where(due).orderBy(asc(lastMail.tryAt)).limit(limit);
}

/** Whether any has outlived its time. */
export async function anyOldLastMail({ read }: Database, now: number): Promise<boolean> {
  const old = lte(lastMail.createdAt, now - ROW_LIFE_MS);
  return (await read.select({ eid: lastMail.eid }).from(lastMail).where(old).limit(1)).length > 0;
}

/** Until when an address is held for a last mail alone; undefined where none waits. */
export async function readLastMailUntil(
  { db, vault, clock }: Pick<Deps, "db" | "vault" | "clock">,
  normalised: string,
): Promise<number | undefined> {
  const tags = vault.tags(normalised).map((t) => t.tag);
  return until(db, inArray(lastMail.tag, tags), clock.now());
}

/** The same of somebody of whom only his events are known. */
export async function readLastMailOf(
  { db, clock }: Pick<Deps, "db" | "clock">,
  eids: readonly string[],
): Promise<number | undefined> {
  return until(db, inArray(lastMail.eid, [...eids]), clock.now());
}

async function until({ read }: Database, whose: SQL, now: number): Promise<number | undefined> {
  const row = await read
    .select({ at: max(lastMail.createdAt) })
    .from(lastMail)
    .where(and(whose, gt(lastMail.createdAt, now - LAST_MAIL_MS)))
    .get();
  return row?.at == null ? undefined : row.at + LAST_MAIL_MS;
}

/** How many ended how since this moment, by days; and how many wait now. */
export async function readLastMailCounts(
  { read }: Database,
  since: number,
): Promise<Record<LastMailOutcome | "waiting", number>> {
  const [waiting, ended] = await read.batch([
    read.select({ n: count() }).from(lastMail),
    read
      .select({ outcome: lastMailCount.outcome, n: sum(lastMailCount.n).mapWith(Number) })
      .from(lastMailCount)
      .where(gte(lastMailCount.day, countedDay(since)))
      .groupBy(lastMailCount.outcome),
  ]);
  const of = (outcome: LastMailOutcome) => ended.find((row) => row.outcome === outcome)?.n ?? 0;
  return {
    waiting: waiting[0]?.n ?? 0,
    sent: of("sent"),
    late: of("late"),
    refused: of("refused"),
    unknown: of("unknown"),
  };
}
