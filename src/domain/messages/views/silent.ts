/** Reads of a closing: who was asked, was reached, and did not answer, and what becomes of him. */
import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { address, consentRecord, event, mailing, message, person, subscription } from "../../../platform/schema.ts";
import { ASSUMED, REACHED } from "../rules/life.ts";

/** His consent to the purpose of the mailing is proved, on whatever list. */
const GIVEN = sql`exists (select 1 from ${consentRecord} where ${consentRecord.personId} = ${message.personId}
  and ${consentRecord.purposeId} = ${mailing.purposeId} and ${consentRecord.state} = 'given')`;

/**
 * He signed up for the same purpose on another list since he was asked. That is an answer, and not about this list: he stays
 * on it as he was, and nothing is sent to him from it.
 */
const ELSEWHERE = sql`${mailing.kind} = 'reconsent' and ${subscription.state} = 'unproven' and exists (select 1
  from ${consentRecord} join ${event} on ${event.recordId} = ${consentRecord.id} where ${consentRecord.personId} = ${message.personId}
  and ${consentRecord.purposeId} = ${mailing.purposeId} and ${consentRecord.state} = 'given'
  and ${event.typ} in ('consent.given', 'consent.renewed') and ${event.at} > ${mailing.sentAt})`;

const OTHERS = sql`(select count(*) from ${subscription} o where o.person_id = ${message.personId} and o.id <> ${message.subscriptionId})`;

/**
 * Silence ends only a subscription that nothing but the campaign spoke for: unproven, of a person whose consent to the
 * purpose is proved nowhere and whose data are not restricted (GDPR Art. 18); and only where somebody knows that the
 * question went out. A notice ends nobody.
 */
const ENDS = sql`${mailing.kind} = 'reconsent' and ${subscription.state} = 'unproven' and ${person.restrictedAt} is null
  and coalesce(${message.reason}, '') <> ${ASSUMED} and not ${GIVEN}`;

const silentOf = (mailingId: string) =>
  and(eq(message.mailingId, mailingId), inArray(message.state, [...REACHED]), isNull(message.answer));

/** What the ending of a subscription needs to know of it. */
const MEMBER = {
  personId: message.personId,
  subscriptionId: subscription.id,
  salt: subscription.bulkSalt,
  addressId: address.id,
  sealed: address.sealed,
  others: sql<number>`${OTHERS}`,
};

/** One who was reached and said nothing. */
export interface SilentRow {
  personId: string;
  subscriptionId: string;
  salt: Uint8Array | null;
  /** Null for whoever has gone meanwhile. */
  addressId: string | null;
  sealed: Uint8Array | null;
  /** His other live subscriptions. */
  others: number;
  /** expired: his subscription ends. elsewhere, kept: it stays. left: it had ended already. */
  becomes: "expired" | "elsewhere" | "kept" | "left";
}

/** The next of them, in the order of their ids. */
export async function readSilentPage(
  db: Database,
  mailingId: string,
  after: string,
  limit: number,
): Promise<SilentRow[]> {
  const rows = await db.read
    .select({
      ...MEMBER,
      state: subscription.state,
      ends: sql<number>`(${ENDS})`,
      elsewhere: sql<number>`(${ELSEWHERE})`,
    })
    .from(message)
    .innerJoin(mailing, eq(mailing.id, message.mailingId))
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .leftJoin(person, eq(person.id, subscription.personId))
    .leftJoin(address, eq(address.id, subscription.addressId))
    .where(and(silentOf(mailingId), gt(message.personId, after)))
    .orderBy(asc(message.personId))
    .limit(limit);
  return rows.map(({ state, ends, elsewhere, ...row }) => ({
    ...row,
    becomes: state === "ended" ? "left" : ends === 1 ? "expired" : elsewhere === 1 ? "elsewhere" : "kept",
  }));
}

/**
 * What closing would do now: how many end by it, how many of them are on no other list, how many stay because they signed up
 * on another list of the purpose, and how many stay for another reason.
 */
export async function countSilent(
  db: Database,
  mailingId: string,
): Promise<{ silent: number; erased: number; elsewhere: number; kept: number }> {
  const [row] = await db.read
    .select({
      silent: sql<number>`coalesce(sum(${ENDS}), 0)`,
      erased: sql<number>`coalesce(sum(${ENDS} and ${OTHERS} = 0), 0)`,
      elsewhere: sql<number>`coalesce(sum(${ELSEWHERE}), 0)`,
      kept: sql<number>`coalesce(sum(${subscription.state} <> 'ended' and not (${ENDS}) and not (${ELSEWHERE})), 0)`,
    })
    .from(message)
    .innerJoin(mailing, eq(mailing.id, message.mailingId))
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .leftJoin(person, eq(person.id, subscription.personId))
    .where(silentOf(mailingId));
  return row ?? { silent: 0, erased: 0, elsewhere: 0, kept: 0 };
}

/**
 * Who is on the list without proof and was not reached by the question: skipped, failed, unknown or bounced. Whoever has
 * answered, proved his consent, or is restricted is not among them: nothing needs to be decided of him. They are few, and
 * found by the state's index: without statistics SQLite would walk through the whole mailing for them.
 */
const UNREACHED = `message m INDEXED BY message_state
  JOIN subscription s ON s.id = m.subscription_id AND s.state = 'unproven'
  JOIN person p ON p.id = s.person_id AND p.restricted_at IS NULL
  WHERE m.mailing_id = ? AND m.state IN ('skipped','failed','unknown','bounced') AND m.answer IS NULL
  AND NOT EXISTS (SELECT 1 FROM consent_record r WHERE r.person_id = m.person_id AND r.state = 'given'
    AND r.purpose_id = (SELECT purpose_id FROM mailing WHERE id = m.mailing_id))`;

/** Some of them. */
export async function readUnreachedPage(db: Database, mailingId: string, limit: number) {
  const found = await db.client.execute({
    sql: `SELECT m.person_id AS id FROM ${UNREACHED} LIMIT ?`,
    args: [mailingId, limit],
  });
  return db.read
    .select(MEMBER)
    .from(message)
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .innerJoin(address, eq(address.id, subscription.addressId))
    .where(
      and(
        eq(message.mailingId, mailingId),
        inArray(
          message.personId,
          found.rows.map((row) => String(row.id)),
        ),
      ),
    );
}

/** How many they are, by state and reason. */
export async function readUnreached(
  db: Database,
  mailingId: string,
): Promise<{ people: number; reasons: { state: string; reason: string; n: number }[] }> {
  const found = await db.client.execute({
    sql: `SELECT m.state, m.reason, count(*) AS n FROM ${UNREACHED} GROUP BY m.state, m.reason`,
    args: [mailingId],
  });
  const reasons = found.rows.map((row) => ({
    state: String(row.state),
    reason: String(row.reason ?? ""),
    n: Number(row.n),
  }));
  return {
    people: reasons.reduce((sum, { n }) => sum + n, 0),
    reasons: reasons.sort((a, b) => b.n - a.n),
  };
}
