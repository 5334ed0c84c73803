/** Whether anything has outlived its reason. */
import type { Database } from "../../platform/db.ts";
import { AGEING } from "./rules.ts";

export async function anythingOutlived(db: Database, now: number): Promise<boolean> {
  const found = await db.client.execute({
    sql: [
      ...AGEING.map(
        ({ table, since, only = "true" }) =>
          `SELECT EXISTS (SELECT 1 FROM ${table} WHERE ${since} <= ? AND ${only}) AS old`,
      ),
      "SELECT EXISTS (SELECT 1 FROM proof_opening WHERE until <= ? AND coalesce(tag, records) IS NOT NULL) AS old",
    ].join(" UNION ALL "),
    args: [...AGEING.map(({ lifeMs }) => now - lifeMs), now],
  });
  return found.rows.some((row) => row.old === 1);
}
