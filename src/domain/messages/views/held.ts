/**
 * Reads of whom is held because mail of a mailing was refused: the people, how many and why, and at which receiving
 * domains (names of domains only).
 */
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import type { Database } from "../../../platform/db.ts";
import { address, message, subscription } from "../../../platform/schema.ts";
import { readAddress } from "../../consent/views/link.ts";
import { domainOf } from "../../people/rules.ts";

/** So many addresses are opened at most to tell their domains. */
const MOST = 5_000;

/** The domains with how many addresses each, the most frequent first. `more`: not all of them were looked at. One whose key is lost is of no domain. */
export async function readHeldDomains(
  deps: Pick<Deps, "db" | "vault">,
  mailingId: string,
): Promise<{ domains: { domain: string; n: number }[]; more: boolean }> {
  const rows = await deps.db.read
    .select({ id: address.id, sealed: address.sealed })
    .from(message)
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .innerJoin(address, eq(address.id, subscription.addressId))
    .where(heldBy(mailingId))
    .limit(MOST + 1);
  const counts = new Map<string, number>();
  for (const { id, sealed } of rows.slice(0, MOST)) {
    const opened = readAddress(deps.vault, id, sealed);
    if (!opened) continue;
    const domain = domainOf(opened.normalised);
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const domains = [...counts].map(([domain, n]) => ({ domain, n }));
  return {
    domains: domains.sort((a, b) => b.n - a.n || a.domain.localeCompare(b.domain)),
    more: rows.length > MOST,
  };
}

/** People who are held because mail of this mailing was refused. */
export async function readHeldPage(db: Database, mailingId: string, limit: number): Promise<string[]> {
  const rows = await db.read
    .select({ personId: message.personId })
    .from(message)
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .where(heldBy(mailingId))
    .limit(limit);
  return rows.map((r) => r.personId);
}

/** How many they are, by the reason of the refusal (`bounce.policy`, `bounce.address`). */
export async function readHeld(
  db: Database,
  mailingId: string,
): Promise<{ people: number; reasons: Record<string, number> }> {
  const rows = await db.read
    .select({ reason: message.reason, n: sql<number>`count(*)` })
    .from(message)
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .where(heldBy(mailingId))
    .groupBy(message.reason);
  const reasons = Object.fromEntries(rows.map(({ reason, n }) => [reason ?? "", n]));
  return { people: rows.reduce((sum, { n }) => sum + n, 0), reasons };
}

function heldBy(mailingId: string) {
  return and(
    eq(message.mailingId, mailingId),
    inArray(message.state, ["bounced", "failed"]),
    sql`${message.reason} glob 'bounce.*'`,
    isNotNull(subscription.heldAt),
  );
}
