/** At which receiving domains addresses are held because mail of a mailing was refused. Domain names only. */
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import { address, message, subscription } from "../../../platform/schema.ts";
import { openAddress } from "../../consent/views/standing.ts";
import { domainOf } from "../../people/rules.ts";

/** So many addresses are opened at most to tell their domains. */
const MOST = 5_000;

/** The domains with how many addresses each, the most frequent first. `more`: not all of them were looked at. */
export async function readHeldDomains(
  deps: Pick<Deps, "db" | "vault">,
  mailingId: string,
): Promise<{ domains: { domain: string; n: number }[]; more: boolean }> {
  const rows = await deps.db.read
    .select({ id: address.id, sealed: address.sealed })
    .from(message)
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .innerJoin(address, eq(address.id, subscription.addressId))
    .where(
      and(
        eq(message.mailingId, mailingId),
        inArray(message.state, ["bounced", "failed"]),
        sql`${message.reason} glob 'bounce.*'`,
        isNotNull(subscription.heldAt),
      ),
    )
    .limit(MOST + 1);
  const counts = new Map<string, number>();
  for (const { id, sealed } of rows.slice(0, MOST)) {
    const domain = domainOf(openAddress(deps.vault, id, sealed).normalised);
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const domains = [...counts].map(([domain, n]) => ({ domain, n }));
  return {
    domains: domains.sort((a, b) => b.n - a.n || a.domain.localeCompare(b.domain)),
    more: rows.length > MOST,
  };
}
