/** Where the proof log says what a night deleted. */
import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { event } from "../../../platform/schema.ts";

/** Id of the event of that day's run. */
export async function readProofOf({ read }: Database, day: string): Promise<string | undefined> {
  const row = await read
    .select({ eid: event.eid })
    .from(event)
    .where(and(eq(event.typ, "retention.executed"), sql`${event.body} ->> 'day' = ${day}`))
    .get();
  return row?.eid;
}
