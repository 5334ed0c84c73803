/** Reads of a provider's pace. */
import { eq } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { pace } from "../../../platform/schema.ts";
import type { Block, Pace } from "../rules/pace.ts";

/** The provider's pace as it was learnt, and the pause it wants (over or not); undefined before the first hand-over. */
export async function readPace(db: Database, name: string): Promise<(Pace & { block?: Block }) | undefined> {
  const row = await db.read.select().from(pace).where(eq(pace.name, name)).get();
  if (!row) return undefined;
  const { tatUs, intervalUs, blockedUntil, blockedCode, blockedSince } = row;
  const block =
    blockedUntil !== null && blockedCode !== null && blockedSince !== null
      ? { until: blockedUntil, code: blockedCode, since: blockedSince }
      : undefined;
  return { tatUs, intervalUs, ...(block && { block }) };
}
