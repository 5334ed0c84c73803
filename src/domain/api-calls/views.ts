/** Reads of calls that may be repeated. */
import { and, eq } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { sameBytes } from "../../platform/encoding.ts";
import { apiCall } from "../../platform/schema.ts";
import type { Known } from "./rules.ts";

/** What is known of a mark; by its index. */
export async function readCall(
  db: Database,
  call: { keyId: string; mark: Uint8Array; request: Uint8Array },
): Promise<Known | undefined> {
  const row = await db.read
    .select()
    .from(apiCall)
    .where(and(eq(apiCall.keyId, call.keyId), eq(apiCall.mark, call.mark)))
    .get();
  return row && { ...row, sameRequest: sameBytes(row.request, call.request) };
}
