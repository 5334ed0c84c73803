/** Where the people of a page stand with the institution, in one round trip. */
import type { Database } from "../../../platform/db.ts";
import type { TagKind } from "../rules/cursor.ts";

/** Where an address of a page stands already. */
export interface Known {
  addressId: string;
  personId: string;
  onList: boolean;
}

export interface PageStanding {
  /** Position in the page → the person. */
  known: Map<number, Known>;
  /** Position in the page → day of the newest suppression for this purpose or for everything. */
  left: Map<number, string>;
  /** Position → why. */
  leftWhy: Map<number, string>;
  /** Position in the page → where the address was read before in the same file. */
  read: Map<number, { row: number; kind: TagKind }>;
}

/** Tags of the addresses of a page under every key: all of the first address, then of the second, 32 bytes each. */
export interface PageTags {
  addresses: number;
  tags: Uint8Array;
  suppressionTags: Uint8Array;
}

/**
 * Looks up a page of addresses. `importId`: also where they were read before in that file. The tags come as one value, and
 * each row takes its 32 bytes.
 */
export async function readPageStanding(
  db: Database,
  target: { listId: string; purposeId: string; importId?: string },
  page: PageTags,
): Promise<PageStanding> {
  const part = (all: Uint8Array) => {
    const count = all.length / 32;
    return { all, per: page.addresses === 0 ? 1 : count / page.addresses, each: numbers(count) };
  };
  const own = part(page.tags);
  const stop = part(page.suppressionTags);
  const [people, gone, read] = await db.client.batch(
    [
      {
        sql: `SELECT r.value / CAST(? AS INTEGER) AS i, a.id AS address_id, a.person_id AS person_id, s.id IS NOT NULL AS on_list
          FROM json_each(?) r CROSS JOIN address a ON a.tag = substr(?, r.value * 32 + 1, 32)
          LEFT JOIN subscription s ON s.list_id = ? AND s.address_id = a.id`,
        args: [own.per, own.each, own.all, target.listId],
      },
      {
        sql: `SELECT r.value / CAST(? AS INTEGER) AS i, max(x.day) AS day, x.reason AS reason FROM json_each(?) r
          CROSS JOIN suppression x ON x.tag = substr(?, r.value * 32 + 1, 32) AND x.scope IN (?, '*') GROUP BY 1`,
        args: [stop.per, stop.each, stop.all, target.purposeId],
      },
      ...(target.importId === undefined
        ? []
        : [
            {
              sql: `SELECT r.value / CAST(? AS INTEGER) AS i, t."row" AS at, t.kind AS kind FROM json_each(?) r
                CROSS JOIN import_tag t ON t.import_id = ? AND t.tag = substr(?, r.value * 32 + 1, 32)`,
              args: [own.per, own.each, target.importId, own.all],
            },
          ]),
    ],
    "read",
  );
  return {
    known: new Map(
      people?.rows.map((row) => [
        Number(row.i),
        { addressId: String(row.address_id), personId: String(row.person_id), onList: Number(row.on_list) === 1 },
      ]),
    ),
    left: new Map(gone?.rows.map((row) => [Number(row.i), String(row.day)])),
    // SQLite takes the other columns from the row of the maximum.
    leftWhy: new Map(gone?.rows.map((row) => [Number(row.i), String(row.reason)])),
    read: new Map(read?.rows.map((row) => [Number(row.i), { row: Number(row.at), kind: String(row.kind) as TagKind }])),
  };
}

const made = new Map<number, string>();

/** `[0,1,2,…]`; pages are of few sizes. */
function numbers(count: number): string {
  let text = made.get(count);
  if (text === undefined) {
    text = JSON.stringify(Array.from({ length: count }, (_, i) => i));
    if (made.size < 16) made.set(count, text);
  }
  return text;
}
