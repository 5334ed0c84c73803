/** Which lines have outlived their reason: those of digests that ended before a moment. */
import type { Database } from "../../../platform/db.ts";

/** How many, in all; at most one more than `most`. */
export async function countAgedLines({ client }: Database, before: number, most: number): Promise<number> {
  const { rows } = await client.execute({
    sql: `SELECT count(*) AS n FROM (SELECT 1 FROM read_log
            WHERE at < (SELECT max(until) FROM read_digest WHERE until <= ?) LIMIT ?)`,
    args: [before, most + 1],
  });
  return Number(rows[0]?.n ?? 0);
}

export interface AgedDigests {
  /** The last day that goes, and the first moment after it. */
  through: string;
  until: number;
  lines: number;
  /** There is more after these. */
  more: boolean;
}

/** The oldest digests that go together: up to `most` lines, at least one day. */
export async function readAgedDigests({ client }: Database, before: number, most: number): Promise<AgedDigests> {
  const { rows } = await client.execute({
    sql: `SELECT day, until, count FROM read_digest WHERE until <= ?
            AND until > coalesce((SELECT at FROM read_log ORDER BY at, id LIMIT 1), ?) ORDER BY day LIMIT 100`,
    args: [before, before],
  });
  let taken: AgedDigests = { through: "", until: 0, lines: 0, more: false };
  for (const row of rows) {
    const lines = taken.lines + Number(row.count);
    if (taken.through !== "" && lines > most) return { ...taken, more: true };
    taken = { through: String(row.day), until: Number(row.until), lines, more: false };
  }
  return { ...taken, more: rows.length === 100 };
}
