/** Reads of campaigns that wait for answers: what the calendar may do something about. */
import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { mailing } from "../../../platform/schema.ts";
import { asMailing, type Mailing } from "../views.ts";

/** Campaigns and notices that are out whole and not over. */
export async function readWaiting(db: Database): Promise<Mailing[]> {
  const rows = await db.read
    .select()
    .from(mailing)
    .where(and(eq(mailing.state, "sent"), inArray(mailing.kind, ["reconsent", "notice"])));
  return rows.map((row) => asMailing(row));
}
