/** Who is taken off a list by an import: by an opt-out of the system before, or because a sync no longer names him. */
import type { InArgs, Row } from "@libsql/client";
import type { Database } from "../../../platform/db.ts";

/** A live subscription that may end. */
export interface Leaver {
  /** Position of the address in the page; 0 in a sync. */
  i: number;
  subscriptionId: string;
  personId: string;
  addressId: string;
  sealed: Uint8Array;
  state: "unproven" | "active";
  /** Proven with us: a consent that he gave here himself. */
  proven: boolean;
  /** When he last said something of it, ms. */
  saidAt: number | undefined;
  salt: Uint8Array;
  /** His live subscriptions that do not end with these. */
  others: number;
}

const COLUMNS = `s.id AS id, s.person_id AS person, a.id AS address, a.sealed AS sealed, s.state AS state,
  s.record_id IS NOT NULL AS proven, s.bulk_salt AS salt,
  (SELECT max(e.at) FROM event e WHERE e.record_id = s.record_id) AS said_at`;

/** Live subscriptions of the purpose that these addresses hold. `tags[i]`: tags (hex) of the i-th address. */
export async function readLiveOf(
  db: Database,
  purposeId: string,
  tags: readonly (readonly string[])[],
): Promise<Leaver[]> {
  const asked = JSON.stringify(tags.flatMap((some, i) => some.map((tag) => [i, tag])));
  return read(db, {
    sql: `SELECT r.value ->> 0 AS i, ${COLUMNS}, (SELECT count(*) FROM subscription o JOIN list ol ON ol.id = o.list_id
        WHERE o.person_id = s.person_id AND ol.purpose_id <> ?) AS others
      FROM json_each(?) r CROSS JOIN address a ON a.tag = unhex(r.value ->> 1)
      JOIN subscription s ON s.address_id = a.id JOIN list l ON l.id = s.list_id AND l.purpose_id = ?`,
    args: [purposeId, asked, purposeId],
  });
}

/** Who is on the list since before the import and not in its file. */
const MISSING = `s.list_id = ? AND s.state <> 'ended' AND s.created_at < ?
  AND NOT EXISTS (SELECT 1 FROM import_tag t WHERE t.import_id = ? AND t.tag = a.tag)`;

/** The missing, at most `limit`. */
export async function readMissing(
  db: Database,
  sync: { importId: string; listId: string; before: number },
  limit: number,
): Promise<Leaver[]> {
  return read(db, {
    sql: `SELECT 0 AS i, ${COLUMNS}, (SELECT count(*) FROM subscription o
        WHERE o.person_id = s.person_id AND o.id <> s.id) AS others
      FROM subscription s JOIN address a ON a.id = s.address_id WHERE ${MISSING} LIMIT ?`,
    args: [sync.listId, sync.before, sync.importId, limit],
  });
}

/** Whether the file of a sync names one of these tags (hex). */
export async function namesAny(db: Database, importId: string, tags: readonly string[]): Promise<boolean> {
  const found = await db.client.execute({
    sql: "SELECT 1 FROM json_each(?) j JOIN import_tag t ON t.import_id = ? AND t.tag = unhex(j.value) LIMIT 1",
    args: [JSON.stringify(tags), importId],
  });
  return found.rows.length > 0;
}

/** How many are missing, of how many on the list. */
export async function countMissing(
  db: Database,
  sync: { importId: string; listId: string; before: number },
): Promise<{ people: number; of: number }> {
  const [missing, all] = await db.client.batch(
    [
      {
        sql: `SELECT count(*) FROM subscription s JOIN address a ON a.id = s.address_id WHERE ${MISSING}`,
        args: [sync.listId, sync.before, sync.importId],
      },
      { sql: "SELECT count(*) FROM subscription WHERE list_id = ? AND state <> 'ended'", args: [sync.listId] },
    ],
    "read",
  );
  return { people: Number(missing?.rows[0]?.[0]), of: Number(all?.rows[0]?.[0]) };
}

async function read(db: Database, query: { sql: string; args: InArgs }): Promise<Leaver[]> {
  return (await db.client.execute(query)).rows.map(asLeaver);
}

function asLeaver(row: Row): Leaver {
  return {
    i: Number(row.i),
    subscriptionId: String(row.id),
    personId: String(row.person),
    addressId: String(row.address),
    sealed: new Uint8Array(row.sealed as ArrayBuffer),
    state: row.state === "active" ? "active" : "unproven",
    proven: Number(row.proven) === 1,
    saidAt: row.said_at === null ? undefined : Number(row.said_at),
    salt: row.salt === null ? new Uint8Array(32) : new Uint8Array(row.salt as ArrayBuffer),
    others: Number(row.others),
  };
}
