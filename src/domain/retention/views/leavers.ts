/** Live subscriptions that are to end, with what their end needs. */
import type { Database } from "../../../platform/db.ts";
import { personRestricted } from "../rules/held.ts";

export interface Leaver {
  subscriptionId: string;
  personId: string;
  addressId: string;
  sealed: Uint8Array;
  state: "unproven" | "active";
  salt: Uint8Array;
  /** His other live subscriptions. */
  others: number;
}

/** Those of the subscriptions that still live, and whose people are not restricted. */
export async function readLeavers({ client }: Database, ids: readonly string[]): Promise<Leaver[]> {
  const { rows } = await client.execute({
    sql: `SELECT s.id, s.person_id AS person, a.id AS address, a.sealed, s.state, s.bulk_salt AS salt,
            (SELECT count(*) FROM subscription o WHERE o.person_id = s.person_id AND o.id <> s.id) AS others
          FROM json_each(?) j CROSS JOIN subscription s ON s.id = j.value JOIN address a ON a.id = s.address_id
          WHERE NOT ${personRestricted("s.person_id")}`,
    args: [JSON.stringify(ids)],
  });
  return rows.map((row) => {
    // Every way onto a list writes one; without it nobody could open what is committed to.
    if (row.salt === null) throw new Error("a live subscription has no salt");
    return {
      subscriptionId: String(row.id),
      personId: String(row.person),
      addressId: String(row.address),
      sealed: new Uint8Array(row.sealed as ArrayBuffer),
      state: row.state === "active" ? "active" : "unproven",
      salt: new Uint8Array(row.salt as ArrayBuffer),
      others: Number(row.others),
    };
  });
}
