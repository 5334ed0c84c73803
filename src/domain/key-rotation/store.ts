/** SQL of rotation: values under another key in place of the ones that were read, and what is remembered of the keys. */
import type { Write } from "../../platform/db.ts";
import { hex } from "../../platform/encoding.ts";
import type { KeyHistory } from "./views.ts";

/** A value as it was read, and the same under the newest key. */
export interface Moved {
  id: string;
  from: Uint8Array;
  to: Uint8Array;
}

/**
 * Puts a page of values under the newest key: each only where it still is what was read. A row that changed meanwhile keeps its
 * change, one that was deleted stays deleted. `named`: the column that names the key, and its id. `only`: a condition for all.
 */
export function moveWrite(
  { table, id, column }: { table: string; id: string; column: string },
  moved: readonly Moved[],
  { named, only = "true" }: { named?: { column: string; keyId: string }; only?: string } = {},
): Write {
  const rows = moved.map((one) => ({ id: one.id, from: hex(one.from), to: hex(one.to) }));
  // A tag that another row has already is left for a person to look at: two rows hold one address.
  return {
    sql: `UPDATE OR IGNORE ${table} SET ${column} = unhex(j.to_value)${named ? `, ${named.column} = ?` : ""}
          FROM (SELECT value ->> 'id' AS id, value ->> 'from' AS from_value, value ->> 'to' AS to_value FROM json_each(?)) j
          WHERE ${table}.${id} = j.id AND ${table}.${column} = unhex(j.from_value) AND ${only}`,
    args: [...(named ? [named.keyId] : []), JSON.stringify(rows)],
  };
}

/** Remembers how a key stands. */
export function historyWrite({ ring, keyId, newestFrom, newestTo, emptySince, goneAt }: KeyHistory): Write {
  return {
    sql: `INSERT INTO ring_key (ring, key_id, newest_from, newest_to, empty_since, gone_at) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (ring, key_id) DO UPDATE SET newest_from=excluded.newest_from, newest_to=excluded.newest_to,
            empty_since=excluded.empty_since, gone_at=excluded.gone_at`,
    args: [ring, keyId, newestFrom, newestTo, emptySince, goneAt],
  };
}
