/** Reads of exports: for the desk, for the job, for whoever leaves; and the rows of a list as they are handed out. */
import { and, desc, eq, gt, inArray, lte, sql } from "drizzle-orm";
import type { Deps } from "../../deps.ts";
import type { Database } from "../../platform/db.ts";
import { address, consentRecord, exportJob, exportPerson, person, subscription } from "../../platform/schema.ts";
import { unlessKeyMissing } from "../../platform/vault.ts";
import type { HandedOut } from "../consent/rules/standing.ts";
import { addressPlace } from "../people/rules.ts";
import type { Recorded } from "../read-log/acts/record.ts";
import { type Export, type Mark, unfetched } from "./rules.ts";

const shaped = (row: typeof exportJob.$inferSelect) => row as unknown as Export;

/** One export. */
export async function readExport(db: Database, id: string): Promise<Export | undefined> {
  const row = await db.read.select().from(exportJob).where(eq(exportJob.id, id)).get();
  return row && shaped(row);
}

/** The newest, with how many people their recipients are still to be told of. */
export async function readExports(db: Database, limit: number): Promise<(Export & { untold: number })[]> {
  const rows = await db.read
    .select({
      row: exportJob,
      untold: sql<number>`(SELECT count(*) FROM export_person p WHERE p.export_id = ${exportJob.id}
        AND p.ended_at IS NOT NULL AND p.told IS NULL)`,
    })
    .from(exportJob)
    .orderBy(desc(exportJob.askedAt), desc(exportJob.id))
    .limit(limit);
  return rows.map(({ row, untold }) => ({ ...shaped(row), untold }));
}

/** How many exports wait until somebody tells their recipients of people who have gone. */
export async function countToTell(db: Database): Promise<number> {
  const found = await db.client.execute(
    "SELECT count(DISTINCT export_id) AS n FROM export_person WHERE ended_at IS NOT NULL AND told IS NULL",
  );
  return Number(found.rows[0]?.n ?? 0);
}

/** Exports that are being made. */
export async function readMaking(db: Database): Promise<string[]> {
  const rows = await db.read.select({ id: exportJob.id }).from(exportJob).where(eq(exportJob.state, "making"));
  return rows.map(({ id }) => id);
}

/** The last subscription of the next page after `from`; undefined when this state of the list is through. */
export async function readPageEnd(
  db: Database,
  listId: string,
  state: Mark["state"],
  from: Mark | undefined,
  size: number,
): Promise<Mark | undefined> {
  const after = from?.state === state ? from : { createdAt: -1, id: "" };
  const found = await db.client.execute({
    sql: `SELECT created_at AS at, id FROM (SELECT created_at, id FROM subscription
            WHERE list_id = ? AND state = ? AND (created_at, id) > (?, ?) ORDER BY created_at, id LIMIT ?)
          ORDER BY created_at DESC, id DESC LIMIT 1`,
    args: [listId, state, after.createdAt, after.id, size],
  });
  const row = found.rows[0];
  return row && { state, createdAt: Number(row.at), id: String(row.id) };
}

/**
 * How many rows it would hold if it were fetched now, from its own rows alone, because a list may be long. Whose data were restricted
 * since it was made, or whose key was lost, is still counted, and is left out of the file.
 */
export async function countRows(db: Database, id: string): Promise<number> {
  const rows = await db.read
    .select({ n: sql<number>`count(*)` })
    .from(exportPerson)
    .where(and(eq(exportPerson.exportId, id), sql`${exportPerson.endedAt} IS NULL`));
  return rows[0]?.n ?? 0;
}

/** A row as it leaves: the live person at this moment. */
export interface LiveRow {
  n: number;
  address: string;
  name: string;
  language: string;
  kind: "official" | "private" | "unknown";
  state: "active" | "unproven";
  since: string | null;
  /** Moment of the newest proven "yes" for the purpose, ms. */
  consentAt: number | null;
}

/** Pages of live rows in the order of their numbers; whoever leaves while it is read is in no later page. */
export async function* readLiveRows(
  { db, vault }: Pick<Deps, "db" | "vault">,
  _: Recorded,
  id: string,
  size: number,
): AsyncGenerator<LiveRow[]> {
  for (let after = 0; ; ) {
    const rows = await db.read
      .select({
        n: exportPerson.n,
        addressId: address.id,
        sealed: address.sealed,
        language: person.language,
        kind: address.kind,
        state: subscription.state,
        since: subscription.since,
        consentAt: sql<number | null>`(SELECT max(e.at) FROM event e WHERE e.record_id = ${consentRecord.id}
          AND e.typ IN ('consent.given', 'consent.renewed'))`,
      })
      .from(exportPerson)
      .innerJoin(subscription, eq(subscription.id, exportPerson.subscriptionId))
      .innerJoin(address, eq(address.id, subscription.addressId))
      .innerJoin(person, eq(person.id, subscription.personId))
      .leftJoin(consentRecord, sql`${consentRecord.id} = ${subscription.recordId} AND ${consentRecord.state} = 'given'`)
      .where(
        and(
          eq(exportPerson.exportId, id),
          gt(exportPerson.n, after),
          sql`${exportPerson.endedAt} IS NULL AND ${person.restrictedAt} IS NULL`,
        ),
      )
      .orderBy(exportPerson.n)
      .limit(size);
    if (rows.length === 0) return;
    after = rows.at(-1)?.n ?? after;
    yield rows.flatMap(({ addressId, sealed, state, ...row }): LiveRow[] => {
      const text = unlessKeyMissing(() => vault.open(addressPlace(addressId), sealed));
      if (text === undefined) return [];
      const opened = JSON.parse(text) as { address: string; name: string };
      return [{ ...row, ...opened, state: state === "active" ? "active" : "unproven" }];
    });
  }
}

/** What was handed out about a person, as a query to be asked together with others: for his certificate, and for his right to know
 * the recipients (GDPR Art. 15(1)(c), 19); `owner` is an SQL expression of the person's id. */
export const handedOutOf = (db: Database, owner: ReturnType<typeof sql>) =>
  db.read
    .select({
      id: exportJob.id,
      kind: exportJob.kind,
      at: exportJob.handedOutAt,
      recipient: exportJob.recipient,
      recipientName: exportJob.recipientName,
      subscriptionId: exportPerson.subscriptionId,
    })
    .from(exportPerson)
    .innerJoin(exportJob, eq(exportJob.id, exportPerson.exportId))
    .where(and(eq(exportPerson.personId, owner), gt(exportJob.fetches, 0)));

/** Its rows, oldest first. */
export const asHandedOut = (rows: Awaited<ReturnType<typeof handedOutOf>>): HandedOut[] =>
  rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at }])).sort((a, b) => a.at - b.at);

/** What was handed out about whoever has an address with one of these look-up tags: for the answer to his question. */
export async function readHandedOut(db: Database, tags: readonly Uint8Array[]): Promise<HandedOut[]> {
  const owner = sql`(select ${address.personId} from ${address} where ${inArray(address.tag, [...tags])} limit 1)`;
  return asHandedOut(await handedOutOf(db, owner));
}

/** Rows of an export whose people have gone since it was handed out, up to `upTo`, and what became of telling of them. */
export async function readGone(
  db: Database,
  id: string,
  upTo: number,
): Promise<{ untold: number[]; told: { outcome: "done" | "impossible"; at: number; n: number }[] }> {
  const [open, told] = await Promise.all([
    db.read
      .select({ n: exportPerson.n })
      .from(exportPerson)
      .where(
        and(
          eq(exportPerson.exportId, id),
          lte(exportPerson.endedAt, upTo),
          sql`${exportPerson.endedAt} IS NOT NULL AND ${exportPerson.told} IS NULL`,
        ),
      )
      .orderBy(exportPerson.n),
    db.read
      .select({ outcome: exportPerson.told, at: exportPerson.toldAt, n: sql<number>`count(*)` })
      .from(exportPerson)
      .where(and(eq(exportPerson.exportId, id), sql`${exportPerson.told} IS NOT NULL`))
      .groupBy(exportPerson.told, exportPerson.toldAt)
      .orderBy(exportPerson.toldAt),
  ]);
  return {
    untold: open.map(({ n }) => n),
    told: told.flatMap(({ outcome, at, n }) => (outcome && at !== null ? [{ outcome, at, n }] : [])),
  };
}

/** Whether anything of exports is over and waits to go. */
export async function anythingOver(db: Database, now: number): Promise<boolean> {
  const { where, args } = unfetched(now);
  const found = await db.client.execute({
    sql: `SELECT EXISTS (SELECT 1 FROM export WHERE state = 'ready' AND until <= ?)
            OR EXISTS (SELECT 1 FROM export e WHERE ${where}) AS old`,
    args: [now, ...args],
  });
  return found.rows[0]?.old === 1;
}

/** What was handed out so long ago that it is forgotten: how many, the oldest, and as many as asked for. Never while somebody is to be told. */
export async function readForgotten(
  db: Database,
  upTo: number,
  most = 1,
): Promise<{ n: number; first: { id: string; at: number } | undefined; all: { id: string; at: number }[] }> {
  const where = `handed_out_at <= ? AND NOT EXISTS (SELECT 1 FROM export_person p
    WHERE p.export_id = export.id AND p.ended_at IS NOT NULL AND p.told IS NULL)`;
  const [counted, found] = await db.client.batch(
    [
      { sql: `SELECT count(*) AS n FROM export WHERE ${where}`, args: [upTo] },
      {
        sql: `SELECT id, handed_out_at AS at FROM export WHERE ${where} ORDER BY handed_out_at, id LIMIT ?`,
        args: [upTo, most],
      },
    ],
    "read",
  );
  const all = (found?.rows ?? []).map(({ id, at }) => ({ id: String(id), at: Number(at) }));
  return { n: Number(counted?.rows[0]?.n ?? 0), first: all[0], all };
}
