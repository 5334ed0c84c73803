/** People by their ids with the address opened and the lists it serves: for acts about the address itself. */
import { inArray, sql } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import { address, consentRecord, event, subscription } from "../../../platform/schema.ts";
import { linkOf, readAddress } from "./link.ts";

export interface Reachable {
  personId: string;
  /** Undefined where the key of the address is lost. */
  normalised: string | undefined;
  /** How his sealed proof is found when he is erased. */
  link: ReturnType<typeof linkOf>;
  subscriptions: { id: string; state: "unproven" | "active"; salt: Uint8Array }[];
}

/** Those of the people who are still there. */
export async function readReachable(
  deps: Pick<Deps, "db" | "vault" | "ids">,
  personIds: readonly string[],
): Promise<Reachable[]> {
  const { read } = deps.db;
  const asked = sql`(select value from json_each(${JSON.stringify(personIds)}))`;
  const [addresses, subscriptions] = await read.batch([
    read
      .select({ id: address.id, personId: address.personId, sealed: address.sealed })
      .from(address)
      .where(inArray(address.personId, asked)),
    read
      .select({
        id: subscription.id,
        personId: subscription.personId,
        state: subscription.state,
        salt: subscription.bulkSalt,
      })
      .from(subscription)
      .where(inArray(subscription.personId, asked)),
  ]);
  const lists = new Map<string | null, typeof subscriptions>();
  for (const s of subscriptions) lists.set(s.personId, [...(lists.get(s.personId) ?? []), s]);
  return addresses.map(({ id, personId, sealed }) => ({
    personId,
    normalised: readAddress(deps.vault, id, sealed)?.normalised,
    link: linkOf(deps, id, sealed),
    subscriptions: (lists.get(personId) ?? []).map((s) => {
      // Every way onto a list writes one; without it nobody could open what is committed to.
      if (!s.salt || s.state === "ended") throw new Error("a live subscription has no salt");
      return { id: s.id, state: s.state, salt: s.salt };
    }),
  }));
}

/** When the person last said "yes", to whatever purpose or to this one; 0 if he never did. */
export async function readLastYes(db: Deps["db"], personId: string, purposeId?: string): Promise<number> {
  const [row] = await db.read
    .select({ at: sql<number | null>`max(${event.at})` })
    .from(event)
    .innerJoin(consentRecord, sql`${consentRecord.id} = ${event.recordId}`)
    .where(
      sql`${consentRecord.personId} = ${personId} and ${event.typ} in ('consent.given', 'consent.renewed')
        and ${purposeId === undefined ? sql`true` : sql`${consentRecord.purposeId} = ${purposeId}`}`,
    );
  return row?.at ?? 0;
}
