/** Where addresses of a page stand: who of them is on a list, and which have a tag already. One round trip, by index. */
import type { Database } from "../../../platform/db.ts";
import { hex } from "../../../platform/encoding.ts";
import { EVERYTHING, outweighs, type Reason } from "../rules.ts";

/** A live subscription that a tag of this scope would end. */
export interface Live {
  /** Position of the address in the page. */
  i: number;
  subscriptionId: string;
  personId: string;
  addressId: string;
  sealed: Uint8Array;
  state: "unproven" | "active";
  /** He has given his consent here himself, and when he last said something of it, ms. */
  proven: boolean;
  saidAt: number | undefined;
  salt: Uint8Array;
  /** His live subscriptions that would stay. */
  others: number;
}

export interface PageStanding {
  live: Live[];
  /** Position → the weightiest reason of a tag that covers the scope already. */
  known: Map<number, Reason>;
}

/** Looks a page up. `looks[i]`, `tags[i]`: look-up and suppression tags of the i-th address under every key. */
export async function readStanding(
  db: Database,
  scope: string,
  page: { looks: readonly (readonly Uint8Array[])[]; tags: readonly (readonly Uint8Array[])[] },
): Promise<PageStanding> {
  const asked = (all: readonly (readonly Uint8Array[])[]) =>
    JSON.stringify(all.flatMap((some, i) => some.map((tag) => [i, hex(tag)])));
  const [people, tags] = await db.client.batch(
    [
      {
        sql: `SELECT r.value ->> 0 AS i, s.id AS id, s.person_id AS person, a.id AS address, a.sealed AS sealed,
            s.state AS state, s.record_id IS NOT NULL AS proven, s.bulk_salt AS salt,
            (SELECT max(e.at) FROM event e WHERE e.record_id = s.record_id) AS said_at,
            (SELECT count(*) FROM subscription o JOIN list ol ON ol.id = o.list_id
              WHERE o.person_id = s.person_id AND ? NOT IN ('${EVERYTHING}', ol.purpose_id)) AS others
          FROM json_each(?) r CROSS JOIN address a ON a.tag = unhex(r.value ->> 1)
          JOIN subscription s ON s.address_id = a.id
          JOIN list l ON l.id = s.list_id AND ? IN ('${EVERYTHING}', l.purpose_id)`,
        args: [scope, asked(page.looks), scope],
      },
      {
        sql: `SELECT r.value ->> 0 AS i, x.reason AS reason FROM json_each(?) r
          CROSS JOIN suppression x ON x.tag = unhex(r.value ->> 1) AND x.scope IN (?, '${EVERYTHING}')`,
        args: [asked(page.tags), scope],
      },
    ],
    "read",
  );
  const known = new Map<number, Reason>();
  for (const row of tags?.rows ?? []) {
    const [i, reason] = [Number(row.i), String(row.reason) as Reason];
    const before = known.get(i);
    if (before === undefined || outweighs(reason, before)) known.set(i, reason);
  }
  return {
    known,
    live: (people?.rows ?? []).map((row) => ({
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
    })),
  };
}
