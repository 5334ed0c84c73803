/**
 * Rows of the chain of events of consent records: the events, their places in the log, the texts and mailings that they
 * name, and what personal is still kept of them. Whoever calls writes the read log.
 */
import { asc, eq, gte, inArray } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import type { Database } from "../../../platform/db.ts";
import { base64url, unbase64url } from "../../../platform/encoding.ts";
import {
  checkpoint,
  consentRecord,
  disclosure,
  event,
  linkTag,
  list,
  logEntry,
  mailing,
  notice,
  purpose,
  timeStamp,
} from "../../../platform/schema.ts";
import type { FrozenMailing, MailingKind } from "../../campaigns/rules.ts";
import type { Lang } from "../../institution/rules.ts";
import type { Notice } from "../../notices/rules.ts";

/** Ids of the records of a person who is held, oldest first. */
export async function readHeldRecords(db: Database, personId: string): Promise<string[]> {
  const rows = await db.read
    .select({ id: consentRecord.id })
    .from(consentRecord)
    .where(eq(consentRecord.personId, personId))
    .orderBy(asc(consentRecord.createdAt), asc(consentRecord.id));
  return rows.map(({ id }) => id);
}

/** Ids of the records that the link tags of this address find: a seal gives way to nothing else. Oldest first. */
export async function readSealedRecords(deps: Pick<Deps, "db" | "vault">, normalised: string): Promise<string[]> {
  const tags = deps.vault.linkTags(normalised).map(({ tag }) => tag);
  const rows = await deps.db.read
    .selectDistinct({ id: consentRecord.id, at: consentRecord.createdAt })
    .from(linkTag)
    .innerJoin(consentRecord, eq(consentRecord.id, linkTag.recordId))
    .where(inArray(linkTag.tag, tags))
    .orderBy(asc(consentRecord.createdAt), asc(consentRecord.id));
  return rows.map(({ id }) => id);
}

/** The records with their events in order, and the bodies of the disclosures that are kept. */
export async function readRecordRows({ read }: Database, ids: readonly string[]) {
  const [records, events, disclosures, lists] = await read.batch([
    read
      .select({ record: consentRecord, slug: purpose.slug, sheet: purpose.sheet })
      .from(consentRecord)
      .innerJoin(purpose, eq(purpose.id, consentRecord.purposeId))
      .where(inArray(consentRecord.id, [...ids]))
      .orderBy(asc(consentRecord.createdAt), asc(consentRecord.id)),
    read
      .select()
      .from(event)
      .where(inArray(event.recordId, [...ids]))
      .orderBy(asc(event.recordId), asc(event.version)),
    read
      .select({ eid: disclosure.eid, body: disclosure.body })
      .from(disclosure)
      .innerJoin(event, eq(event.eid, disclosure.eid))
      .where(inArray(event.recordId, [...ids])),
    read.select({ slug: list.slug, names: list.names }).from(list),
  ]);
  return { records, events, disclosures, lists };
}

export interface NamedMailing {
  id: string;
  title: string;
  kind: MailingKind;
  frozen: FrozenMailing | undefined;
}

/** The texts (SHA-256 → notice) and mailings (id → mailing) that events name. */
export async function readNamed(
  { read }: Database,
  names: { sha256: readonly string[]; mailings: readonly string[] },
): Promise<{ notices: Map<string, Notice>; mailings: Map<string, NamedMailing> }> {
  const [notices, mailings] = await read.batch([
    read
      .select()
      .from(notice)
      .where(inArray(notice.sha256, [...names.sha256])),
    read
      .select({ id: mailing.id, title: mailing.title, kind: mailing.kind, frozen: mailing.frozen })
      .from(mailing)
      .where(inArray(mailing.id, [...names.mailings])),
  ]);
  return {
    notices: new Map(notices.map((n) => [n.sha256, { ...n, language: n.language as Lang }])),
    mailings: new Map(
      mailings.map((m) => [m.id, { ...m, frozen: (m.frozen ?? undefined) as FrozenMailing | undefined }]),
    ),
  };
}

/** Where an entry stands in the log, and the first signed head that covers it. */
export interface PlaceInLog {
  /** From 0. */
  index: number;
  sealed: { size: number; at: number } | undefined;
  /** The first time stamp over a head that covers it: by whom, and when by their clock. */
  stamped: { day: string; at: number; subject: string } | undefined;
}

/** Leaf (base64url) → its place; one that the log does not have is absent. */
export async function readPlaces({ read }: Database, leaves: readonly string[]): Promise<Map<string, PlaceInLog>> {
  const bytes = leaves.flatMap((leaf) => unbase64url(leaf) ?? []);
  const entries = await read
    .select({ seq: logEntry.seq, leaf: logEntry.leaf })
    .from(logEntry)
    .where(inArray(logEntry.leaf, bytes));
  const places = new Map<string, PlaceInLog>();
  for (const { seq, leaf } of entries) {
    const head = await read
      .select({ size: checkpoint.size, at: checkpoint.at })
      .from(checkpoint)
      .where(gte(checkpoint.size, seq))
      .orderBy(asc(checkpoint.size))
      .limit(1)
      .get();
    const stamped = await read
      .select({ day: timeStamp.day, at: timeStamp.at, subject: timeStamp.subject })
      .from(timeStamp)
      .where(gte(timeStamp.size, seq))
      .orderBy(asc(timeStamp.size), asc(timeStamp.day))
      .limit(1)
      .get();
    places.set(base64url(leaf), { index: seq - 1, sealed: head, stamped });
  }
  return places;
}

/** When the head of this size was signed, ms; undefined if there is none. */
export async function readSignedAt({ read }: Database, size: number): Promise<number | undefined> {
  const row = await read.select({ at: checkpoint.at }).from(checkpoint).where(eq(checkpoint.size, size)).get();
  return row?.at;
}
