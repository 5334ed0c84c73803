/** Readings of an issue: those that were kept, the one of this moment, and which issues want one. */
import type { Database } from "../../../platform/db.ts";
import { readDue, readKept } from "../../campaigns/views/readings.ts";
import { readNumbers } from "../../campaigns/views.ts";
import { readWays } from "../../messages/views/figures.ts";
import { type IssueReading, issueReading, READ_FOR_MS } from "../rules/reading.ts";

/** How it stands now. */
export async function readIssueNow(db: Database, id: string, now: number): Promise<IssueReading> {
  const [numbers, ways] = await Promise.all([readNumbers(db, id), readWays(db, id)]);
  return issueReading(now, numbers, ways);
}

/** The kept ones, oldest first: some hundreds at most. */
export const readIssueReadings = (db: Database, id: string): Promise<IssueReading[]> => readKept(db, id);

/** Issues on their way, or out for less than thirty days, whose next reading is due. */
export const readDueIssues = (db: Database, now: number): Promise<string[]> =>
  readDue(db, now, { kinds: ["newsletter"], states: ["sending", "paused", "sent"], sentAfter: now - READ_FOR_MS });
