/** SQL of retention: what has outlived its reason, a page at a time. */
import type { Write } from "../../platform/db.ts";
import { overWrite } from "../proofs/store/opening.ts";
import { AGEING } from "./rules.ts";

/** Deletes up to `page` rows of each kind that are too old at `now`, and what tied openings that are over to a person. */
export function outlivedWrites(now: number, page: number): Write[] {
  return [
    ...AGEING.map(({ table, since, lifeMs, only = "true" }) => ({
      sql: `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${since} <= ? AND ${only} LIMIT ?)`,
      args: [now - lifeMs, page],
    })),
    overWrite(now),
  ];
}
