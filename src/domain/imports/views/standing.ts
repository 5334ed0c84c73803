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
  /** Position in the page → where the address was read before in the same file. */
  read: Map<number, { row: number; kind: TagKind }>;
}

/**
 * Looks up a page of addresses. `tags[i]` and `suppressionTags[i]` are the tags (hex) of the i-th address under every key.
 * `importId`: also where they were read before in that file.
 */
export async function readPageStanding(
  db: Database,
  target: { listId: string; purposeId: string; importId?: string },
  tags: readonly (readonly string[])[],
  suppressionTags: readonly (readonly string[])[],
): Promise<PageStanding> {
  const flat = (all: readonly (readonly string[])[]) =>
    JSON.stringify(all.flatMap((some, i) => some.map((tag) => [i, tag])));
  const asked = flat(tags);
  const [people, gone, read] = await db.client.batch(
    [
      {
        sql: `SELECT r.value ->> 0 AS i, a.id AS address_id, a.person_id AS person_id, s.id IS NOT NULL AS on_list
          FROM json_each(?) r CROSS JOIN address a ON a.tag = unhex(r.value ->> 1)
          LEFT JOIN subscription s ON s.list_id = ? AND s.address_id = a.id`,
        args: [asked, target.listId],
      },
      {
        sql: `SELECT r.value ->> 0 AS i, max(x.day) AS day
          FROM json_each(?) r CROSS JOIN suppression x ON x.tag = unhex(r.value ->> 1) AND x.scope IN (?, '*') GROUP BY 1`,
        args: [flat(suppressionTags), target.purposeId],
      },
      ...(target.importId === undefined
        ? []
        : [
            {
              sql: `SELECT r.value ->> 0 AS i, t."row" AS at, t.kind AS kind
                FROM json_each(?) r CROSS JOIN import_tag t ON t.import_id = ? AND t.tag = unhex(r.value ->> 1)`,
              args: [asked, target.importId],
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
    read: new Map(read?.rows.map((row) => [Number(row.i), { row: Number(row.at), kind: String(row.kind) as TagKind }])),
  };
}
