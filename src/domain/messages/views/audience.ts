/** Reads of an audience: whom a mailing is for, page by page, and who of them gets no mail, and why. */
import { and, asc, count, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { consentRecord, importJob, list, message, person, subscription } from "../../../platform/schema.ts";
import { askable, type Origin } from "../../imports/rules/claim.ts";
import { REACHED } from "../rules/life.ts";
import { askingOf, type Live, remindedStates, type SkipReason } from "../rules/permission.ts";

/** One subscription of an audience. `skip`: he gets no mail, for this reason. */
export interface AudienceRow {
  subscriptionId: string;
  personId: string;
  language: string;
  salt: Uint8Array | null;
  skip?: SkipReason;
  cursor: string;
}

/** Whom a mailing is for. */
export interface Audience {
  listId: string;
  purposeId: string;
  /** In this order. */
  states: readonly Live[];
  /** A campaign leaves out whom it may not ask, and, unless this is said, whoever has proved his consent already. */
  asks: { proven: boolean } | undefined;
}

/** The next of a list, in the order of the index; the cursor is `state/createdAt/id` of the last one seen, `state` a number. */
export async function readAudiencePage(
  db: Database,
  audience: Audience,
  cursor: string | null,
  limit: number,
): Promise<AudienceRow[]> {
  const parts = cursor?.split("/") ?? [];
  const [n, at, id] = parts.length === 3 ? parts : ["0", ...parts];
  for (let i = Number(n); i < audience.states.length; i++) {
    const from = i === Number(n) && at && id ? { at: Number(at), id } : { at: -1, id: "" };
    const rows = await pageOf(db, audience, audience.states[i] as Live, from, limit);
    if (rows.length > 0)
      return rows.map(({ createdAt, ...row }) => ({ ...row, cursor: `${i}/${createdAt}/${row.subscriptionId}` }));
  }
  return [];
}

async function pageOf(
  db: Database,
  { listId, purposeId, asks }: Audience,
  state: Live,
  from: { at: number; id: string },
  limit: number,
) {
  const bad = asks ? await readUnaskable(db, listId) : [];
  const rows = await db.read
    .select({
      subscriptionId: subscription.id,
      personId: person.id,
      language: person.language,
      salt: subscription.bulkSalt,
      createdAt: subscription.createdAt,
      importId: subscription.importId,
      given: sql<number>`exists (select 1 from ${consentRecord} where ${consentRecord.personId} = ${person.id}
        and ${consentRecord.purposeId} = ${purposeId} and ${consentRecord.state} = 'given')`,
    })
    .from(subscription)
    .innerJoin(person, eq(person.id, subscription.personId))
    .where(
      and(
        eq(subscription.listId, listId),
        eq(subscription.state, state),
        sql`(${subscription.createdAt}, ${subscription.id}) > (${from.at}, ${from.id})`,
      ),
    )
    .orderBy(asc(subscription.createdAt), asc(subscription.id))
    .limit(limit);
  return rows.map(({ importId, given, ...row }) => {
    if (!asks) return row;
    // A consent that is proved needs no source; whoever is active on the list rests on his own.
    if (given === 1 || state === "active") return asks.proven ? row : { ...row, skip: "proven" as const };
    // Nobody comes onto a list unproven but by an import.
    return importId !== null && bad.includes(importId) ? { ...row, skip: "no_source" as const } : row;
  });
}

/** Imports of a list whose people may not be asked. */
async function readUnaskable(db: Database, listId: string): Promise<string[]> {
  const rows = await db.read
    .select({ id: importJob.id, origin: sql<Origin | null>`${importJob.claim} ->> 'origin'` })
    .from(importJob)
    .where(eq(importJob.listId, listId));
  return rows.filter(({ origin }) => !askable({ origin: origin ?? undefined })).map(({ id }) => id);
}

/** How many a campaign of this list would ask now, and whom it leaves out. */
export interface AudienceCount {
  asked: number;
  /** Consent to the purpose is proved already; asked only if the campaign says so, and then counted there. */
  proven: number;
  noSource: number;
}

/** Counts it. Rows are looked at only where somebody could be left out: usually it is one count of the index. */
export async function countAsked(db: Database, { listId, purposeId, states, asks }: Audience): Promise<AudienceCount> {
  const [all, bad, lists] = await Promise.all([
    countStates(db, listId, states),
    asks ? readUnaskable(db, listId) : [],
    db.read.select({ n: count() }).from(list).where(eq(list.purposeId, purposeId)),
  ]);
  if (!asks) return { asked: all, proven: 0, noSource: 0 };
  const unproven = and(eq(subscription.listId, listId), eq(subscription.state, "unproven"));
  const isGiven = sql`exists (select 1 from ${consentRecord} where ${consentRecord.personId} = ${subscription.personId}
    and ${consentRecord.purposeId} = ${purposeId} and ${consentRecord.state} = 'given')`;
  const n = async (...also: Parameters<typeof and>) =>
    (
      await db.read
        .select({ n: count() })
        .from(subscription)
        .where(and(unproven, ...also))
    )[0]?.n ?? 0;
  // Only another list of the purpose can have proved the consent of somebody who is unproven here.
  const shared = (lists[0]?.n ?? 0) > 1;
  const proven = shared ? await n(isGiven) : 0;
  const sourceless = inArray(subscription.importId, bad);
  const noSource = bad.length === 0 ? 0 : await n(sourceless, shared ? sql`not ${isGiven}` : undefined);
  return { asked: all - noSource - (asks.proven ? 0 : proven), proven, noSource };
}

async function countStates(db: Database, listId: string, states: readonly Live[]): Promise<number> {
  const [row] = await db.read
    .select({ n: count() })
    .from(subscription)
    .where(and(eq(subscription.listId, listId), inArray(subscription.state, [...states])));
  return row?.n ?? 0;
}

/** How many unproven people are on a list: the audience that a campaign would account for. */
export const countAudience = (db: Database, listId: string): Promise<number> => countStates(db, listId, ["unproven"]);

/** How many messages of a mailing are planned and not sent. */
export async function countPlanned(db: Database, mailingId: string): Promise<number> {
  const [row] = await db.read
    .select({ n: count() })
    .from(message)
    .where(and(eq(message.mailingId, mailingId), eq(message.state, "planned")));
  return row?.n ?? 0;
}

/** The silent of a campaign, in the order of their ids: whom its reminder is for. The cursor is the last person seen. */
export async function readToRemind(
  db: Database,
  campaignId: string,
  states: readonly Live[],
  cursor: string | null,
  limit: number,
): Promise<AudienceRow[]> {
  const rows = await db.read
    .select({
      subscriptionId: subscription.id,
      personId: message.personId,
      language: message.language,
      salt: subscription.bulkSalt,
    })
    .from(message)
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .where(and(toRemind(campaignId, states), gt(message.personId, cursor ?? "")))
    .orderBy(asc(message.personId))
    .limit(limit);
  return rows.map((row) => ({ ...row, cursor: row.personId }));
}

/** How many they are, of a campaign as it was sent. */
export async function countToRemind(
  db: Database,
  m: Parameters<typeof askingOf>[0] & { id: string; draft: { reminder?: { whom: string } } },
): Promise<number> {
  const [row] = await db.read
    .select({ n: count() })
    .from(message)
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .where(toRemind(m.id, remindedStates(askingOf(m), m.draft.reminder?.whom)));
  return row?.n ?? 0;
}

const toRemind = (campaignId: string, states: readonly Live[]) =>
  and(
    eq(message.mailingId, campaignId),
    inArray(message.state, [...REACHED]),
    isNull(message.answer),
    inArray(subscription.state, [...states]),
    isNull(subscription.heldAt),
  );
