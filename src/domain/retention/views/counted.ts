/** What a bounded question counted: `SELECT … seen, due, kept FROM (… LIMIT most + 1)`. */
import type { Row } from "@libsql/client";
import type { Counted } from "../acts/hand.ts";

/** `seen` rows were looked at, one more than `most` where there are more. */
export function countedOf(row: Row | undefined, most?: number): Counted {
  const more = most !== undefined && Number(row?.seen ?? 0) > most;
  const upTo = (n: unknown) => Math.min(Number(n ?? 0), most ?? Number.MAX_SAFE_INTEGER);
  return { due: upTo(row?.due), kept: upTo(row?.kept), ...(more && { more }) };
}
