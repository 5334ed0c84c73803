/**
 * Which keys the rows of the database need. Of tables that grow with the people the keys are found and counted by an index over
 * them (`address_key` and its like): a few look-ups where there is one key, however many rows.
 */
import type { Database } from "../../../platform/db.ts";
import { hex } from "../../../platform/encoding.ts";
import { type KeyPlace, PLACES, type RowRing } from "../rules/places.ts";

/** Rows of one kind under one key. An empty `keyId`: rows from before they told it; any key may be theirs. */
export interface RowsUnder {
  ring: RowRing;
  keyId: string;
  becomes: KeyPlace["becomes"];
  rows: number;
}

/** What a row tells its key by, as an indexed expression; null where nothing does. */
export function tellsBy({ column, says }: KeyPlace): string | null {
  if (says.by === "seal") return `substr(${column}, 1, 4)`;
  return says.by === "column" ? says.column : null;
}

/** Each key under which the table has rows; with how many, if `counted`. */
function keysOf(place: KeyPlace, by: string, counted: boolean): string {
  const { table, column } = place;
  const there = `${column} IS NOT NULL`;
  return `WITH RECURSIVE k(v) AS (
      SELECT min(${by}) FROM ${table} WHERE ${there}
      UNION ALL SELECT (SELECT min(${by}) FROM ${table} WHERE ${by} > k.v AND ${there}) FROM k WHERE k.v IS NOT NULL)
    SELECT v, ${counted ? `(SELECT count(*) FROM ${table} WHERE ${by} = k.v AND ${there})` : "1"} AS n
    FROM k WHERE v IS NOT NULL AND length(v) > 0`;
}

/** Every key that rows name, with the rows under it; without `counted` the number is 1, which says only that there are some. */
export async function readRowsUnder(db: Pick<Database, "client">, { counted = true } = {}): Promise<RowsUnder[]> {
  const telling = PLACES.flatMap((place) => {
    const by = tellsBy(place);
    return by ? [{ place, sql: keysOf(place, by, counted) }] : [];
  });
  const found = await db.client.batch(
    telling.map(({ sql }) => sql),
    "read",
  );
  return telling.flatMap(({ place }, i) =>
    (found[i]?.rows ?? []).map((row) => ({
      ring: place.ring,
      keyId: keyIn(place, row.v),
      becomes: place.becomes,
      rows: Number(row.n),
    })),
  );
}

function keyIn({ says }: KeyPlace, told: unknown): string {
  if (says.by !== "column") return hex(new Uint8Array(told as ArrayBuffer));
  return says.part === undefined ? String(told) : (String(told).split("/")[says.part] ?? "");
}

/** Rows of a ring that do not tell their key and were made before this moment. */
export async function readRowsBefore(
  db: Pick<Database, "client">,
  ring: RowRing,
  before: number,
): Promise<RowsUnder[]> {
  const silent = PLACES.flatMap((place) => (place.ring === ring && place.says.by === "time" ? [place] : []));
  if (silent.length === 0) return [];
  const found = await db.client.batch(
    silent.map(({ table, says, only = "true" }) => ({
      sql: `SELECT count(*) AS n FROM ${table} WHERE ${says.by === "time" ? says.made : "NULL"} < ? AND ${only}`,
      args: [before],
    })),
    "read",
  );
  return silent.map(({ becomes }, i) => ({ ring, keyId: "", becomes, rows: Number(found[i]?.rows[0]?.n ?? 0) }));
}
