/**
 * Ids of one page, neighbours in every index: UUIDv4 whose first four bytes are the page's and whose other 90 bits are
 * random. A page then touches a handful of pages of the database instead of a thousand. They tell that people came
 * together, which the time of their rows tells anyway.
 */
import type { Ids } from "../../../platform/ids.ts";

export function neighbourIds(ids: Ids): () => string {
  const page = ids.uuid().slice(0, 8);
  return () => page + ids.uuid().slice(8);
}

/** Random bytes for each of `n`, drawn at once. */
export function manyBytes(ids: Ids, n: number, size: number): (i: number) => Uint8Array {
  const all = ids.bytes(Math.max(1, n) * size);
  return (i) => all.slice(i * size, (i + 1) * size);
}
