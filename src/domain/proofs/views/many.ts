/** Which records a bundle of many holds: those of a campaign's answers, or of a purpose between two moments. Sorted by id, so that a part is always the same. */
import { and, asc, countDistinct, eq, gte, inArray, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { consentRecord, event, mailing, message, subscription } from "../../../platform/schema.ts";

/** `from` is in it, `to` is not; milliseconds. */
export type Many =
  | { kind: "campaign"; mailingId: string }
  | { kind: "purpose"; purposeId: string; from: number; to: number };

/** Events of a record that a person's act, or an act about one person, leaves. */
const OF_RECORDS = [
  "consent.given",
  "consent.invalidated",
  "consent.refused",
  "consent.renewed",
  "consent.withdrawn",
  "dsr.objected",
];

/** The campaign with its reminders: answers to either count for the one. */
const mailingsOf = ({ read }: Database, id: string) =>
  read
    .select({ id: mailing.id })
    .from(mailing)
    .where(or(eq(mailing.id, id), eq(mailing.campaignId, id)));

/** How many records there are. */
export async function countRecords(db: Database, many: Many): Promise<number> {
  const { read } = db;
  if (many.kind === "purpose") {
    const row = await read
      .select({ n: countDistinct(event.recordId) })
      .from(event)
      .innerJoin(consentRecord, eq(consentRecord.id, event.recordId))
      .where(inPurpose(many))
      .get();
    return row?.n ?? 0;
  }
  const row = await read
    .select({ n: countDistinct(subscription.recordId) })
    .from(message)
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .where(answeredIn(db, many.mailingId))
    .get();
  return row?.n ?? 0;
}

/** Ids of the records from one place on, sorted. */
export async function readRecordIds(db: Database, many: Many, from: number, limit: number): Promise<string[]> {
  const { read } = db;
  const rows =
    many.kind === "purpose"
      ? await read
          .selectDistinct({ id: event.recordId })
          .from(event)
          .innerJoin(consentRecord, eq(consentRecord.id, event.recordId))
          .where(inPurpose(many))
          .orderBy(asc(event.recordId))
          .limit(limit)
          .offset(from)
      : await read
          .selectDistinct({ id: subscription.recordId })
          .from(message)
          .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
          .where(answeredIn(db, many.mailingId))
          .orderBy(asc(subscription.recordId))
          .limit(limit)
          .offset(from);
  return rows.flatMap(({ id }) => id ?? []);
}

const inPurpose = ({ purposeId, from, to }: Many & { kind: "purpose" }): SQL | undefined =>
  and(inArray(event.typ, OF_RECORDS), gte(event.at, from), lt(event.at, to), eq(consentRecord.purposeId, purposeId));

const answeredIn = (db: Database, mailingId: string): SQL | undefined =>
  and(
    inArray(message.mailingId, mailingsOf(db, mailingId)),
    inArray(message.answer, ["yes", "no"]),
    isNotNull(subscription.recordId),
  );

/** Acts on a page of people of a campaign: whom it asked and reminded, who left by silence, whom it did not reach. */
const PAGED = ["address.removed", "consent.expired", "consent.reminded", "consent.requested"];

/** The institution's acts of a campaign and its reminders, in the order of their time. */
export async function readCampaignActs(db: Database, mailingId: string) {
  const ids = await mailingsOf(db, mailingId);
  const named = or(...ids.map(({ id }) => sql`${event.body} ->> 'mailing' = ${id}`));
  // "mailing." and everything that begins so: `/` follows `.` in ASCII.
  const kinds = or(and(gte(event.typ, "mailing."), lt(event.typ, "mailing/")), inArray(event.typ, PAGED));
  return db.read
    .select({
      eid: event.eid,
      typ: event.typ,
      at: event.at,
      body: event.body,
      leaf: event.leaf,
      sealedKey: event.sealedKey,
    })
    .from(event)
    .where(and(kinds, named, isNotNull(event.sealedKey)))
    .orderBy(asc(event.at), asc(event.eid));
}

/** The openings of the log after an earlier one was lost: what leads from an event of before to the log of today. */
export const readOpeningsOfLog = ({ read }: Database) =>
  read
    .select({
      eid: event.eid,
      typ: event.typ,
      at: event.at,
      body: event.body,
      leaf: event.leaf,
      sealedKey: event.sealedKey,
    })
    .from(event)
    .where(eq(event.typ, "log.opened"))
    .orderBy(asc(event.at));
