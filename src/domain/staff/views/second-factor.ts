/** Reads of requests to take a lost second factor off. */
import { and, eq, gt } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { secondFactorReset } from "../../../platform/schema.ts";
import type { Reset } from "../rules/second-factor.ts";

/** The open request about a member. */
export async function readReset(db: Database, userId: string, now: number): Promise<Reset | undefined> {
  const [row] = await db.read
    .select()
    .from(secondFactorReset)
    .where(and(eq(secondFactorReset.userId, userId), gt(secondFactorReset.until, now)));
  return row;
}

/** Every open request; there is hardly ever more than one. */
export function readResets(db: Database, now: number): Promise<Reset[]> {
  return db.read.select().from(secondFactorReset).where(gt(secondFactorReset.until, now));
}
