/** The scope that a form names: everything, or a purpose that there is. */
import type { Database } from "../../../platform/db.ts";
import { readPurpose } from "../../purposes/views.ts";
import { EVERYTHING } from "../rules.ts";

/** The scope; undefined for no such purpose. */
export async function readScope(db: Database, typed: string): Promise<string | undefined> {
  if (typed === EVERYTHING) return EVERYTHING;
  return (await readPurpose(db, typed))?.id;
}
