/** The keys that sign the log, today and before: what readers need to verify any checkpoint, however old. */
import { asc } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { logKey } from "../../../platform/schema.ts";

export interface KeyRow {
  /** C2SP vkey: `origin+id+base64(0x01 ‖ public key)`. */
  vkey: string;
  fromAt: number;
  toAt: number | null;
  leakedAt: number | null;
}

/** Every key that ever signed, the oldest first. */
export async function readKeys(db: Database): Promise<KeyRow[]> {
  return db.read.select().from(logKey).orderBy(asc(logKey.fromAt), asc(logKey.vkey));
}
