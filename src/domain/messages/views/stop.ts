/** Reads of the stop rule: what the events and messages of a mailing say of it, by index. */
import { and, count, eq, exists, gt, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import { hex } from "../../../platform/encoding.ts";
import {
  address,
  batch,
  mailing,
  message,
  providerEvent,
  refusalCount,
  subscription,
} from "../../../platform/schema.ts";
import type { Wave } from "../../campaigns/rules/waves.ts";
import { readAddress } from "../../consent/views/link.ts";
import { domainOf } from "../../people/rules.ts";
import { REACHED, WITH_PROVIDER } from "../rules/life.ts";
import { NOT_TAKEN, type Signs, SURGE, SURGE_MS, surgeFrom } from "../rules/stop.ts";

type Read = Pick<Deps, "db">;

/** A mailing that plans or sends, its wave, and from when the rule counts; undefined for any other. */
export async function readWatched(
  { db }: Read,
  mailingId: string,
): Promise<{ resumedAt: number | null; wave: Wave } | undefined> {
  return db.read
    .select({ resumedAt: mailing.resumedAt, wave: mailing.wave })
    .from(mailing)
    .where(and(eq(mailing.id, mailingId), inArray(mailing.state, ["planning", "sending"])))
    .get();
}

/** How many were drawn for the pilot and got their mail, or will. */
export async function countPilot({ db }: Read, mailingId: string): Promise<number> {
  const found = await db.client.execute({
    sql: `SELECT count(*) AS n FROM message INDEXED BY message_pilot WHERE mailing_id=? AND pilot=1 AND state<>'skipped'`,
    args: [mailingId],
  });
  return Number(found.rows[0]?.n ?? 0);
}

/** The bad signs since then; cheap, for they are few. `refusedHere`: by a mailer that hears it at once. */
export async function readBadSigns({ db }: Read, mailingId: string, since: number) {
  const of = (type: string) =>
    and(eq(providerEvent.mailingId, mailingId), eq(providerEvent.type, type), gt(providerEvent.at, since));
  const classes = (type: string) =>
    db.read
      .select({ found: providerEvent.bounceClass, n: count() })
      .from(providerEvent)
      .where(of(type))
      .groupBy(providerEvent.bounceClass);
  const inState = (state: "complained" | "bounced") => and(eq(message.mailingId, mailingId), eq(message.state, state));
  const [complaints, complained, faults, refused, bounced] = await db.read.batch([
    db.read.select({ n: count() }).from(providerEvent).where(of("email.complained")),
    db.read.select({ n: count() }).from(message).where(inState("complained")),
    db.read
      .select({ n: count() })
      .from(message)
      .where(and(inState("bounced"), eq(message.reason, "bounce.address"), gt(message.sentAt, since))),
    classes("smtp.refused"),
    classes("email.bounced"),
  ]);
  const n = (rows: { found: string | null; n: number }[], found: string) => rows.find((r) => r.found === found)?.n ?? 0;
  return {
    // Two events of one complaint are one person.
    complaints: Math.min(complaints[0]?.n ?? 0, complained[0]?.n ?? 0),
    faults: (faults[0]?.n ?? 0) + n(refused, "address"),
    policy: n(bounced, "policy") + n(refused, "policy"),
    refusedHere: refused.reduce((sum, r) => sum + r.n, 0),
  } satisfies Partial<Signs> & { refusedHere: number };
}

/**
 * How many mails the provider would not take, of those that were frozen since then; `notTakenInARow`: after the newest batch
 * of which it took one, by the order in which they were made. Cheap while they are few.
 */
export async function readNotTaken(
  { db }: Read,
  mailingId: string,
  since: number,
): Promise<Pick<Signs, "notTaken" | "notTakenInARow">> {
  const newer = sql`coalesce(${batch.createdAt}, ${message.sentAt}) >= ${since}`;
  const notTaken = await countNotTaken(db, mailingId, newer);
  if (notTaken < NOT_TAKEN.inARow) return { notTaken, notTakenInARow: notTaken };
  const took = db.read
    .select({ one: sql`1` })
    .from(message)
    .where(and(eq(message.batchId, batch.id), inArray(message.state, [...WITH_PROVIDER])));
  const [last] = await db.read
    .select({ order: sql<number | null>`max(${ORDER})` })
    .from(batch)
    .where(and(eq(batch.mailingId, mailingId), exists(took)));
  const inARow = sql`${newer} and ${ORDER} > ${last?.order ?? 0}`;
  return { notTaken, notTakenInARow: await countNotTaken(db, mailingId, inARow) };
}

/** Batches of one moment follow each other by it, and a clock that is set back changes nothing. */
const ORDER = sql`${batch}.rowid`;

async function countNotTaken(db: Deps["db"], mailingId: string, which: SQL): Promise<number> {
  const code = or(sql`${message.reason} glob 'provider.*'`, sql`${message.reason} glob 'mail.*'`);
  const [row] = await db.read
    .select({ n: count() })
    .from(message)
    .leftJoin(batch, eq(batch.id, message.batchId))
    .where(and(eq(message.mailingId, mailingId), eq(message.state, "failed"), code, which));
  return row?.n ?? 0;
}

/** How many are with the provider: of the whole mailing, or those that went out since. */
export async function countSent({ db }: Read, mailingId: string, since = 0): Promise<number> {
  const sent = and(eq(message.mailingId, mailingId), inArray(message.state, [...WITH_PROVIDER]));
  const [row] = await db.read
    .select({ n: count() })
    .from(message)
    .where(since > 0 ? and(sent, gt(message.sentAt, since)) : sent);
  return row?.n ?? 0;
}

/** A mailing whose refusals are counted: anew since a person let it go on. */
export interface Counted {
  id: string;
  resumedAt: number | null;
}

/** A domain in the counters: a keyed mark, so that the row tells nobody whose domain it was. */
export const markOf = (vault: Deps["vault"], domain: string) => hex(vault.tag(`@${domain}`).tag).slice(0, 16);

const countedOf = (of: Counted, now: number) =>
  and(eq(refusalCount.mailingId, of.id), eq(refusalCount.since, of.resumedAt ?? 0), gt(refusalCount.until, now));

/** How many refusals of this domain there were within its hour. */
export async function readRefusals({ db }: Read, of: Counted, mark: string, now: number): Promise<number> {
  const row = await db.read
    .select({ n: refusalCount.n })
    .from(refusalCount)
    .where(and(countedOf(of, now), eq(refusalCount.mark, mark)))
    .get();
  return row?.n ?? 0;
}

/** The domains of a mailing that refused so often that it is worth to ask further. */
export async function readHighCounters(
  { db }: Read,
  of: Counted,
  now: number,
): Promise<{ mark: string; refused: number }[]> {
  return db.read
    .select({ mark: refusalCount.mark, refused: refusalCount.n })
    .from(refusalCount)
    .where(and(countedOf(of, now), gte(refusalCount.n, SURGE.least)));
}

/** So many mails tell how much of a mailing goes to a domain. */
const SAMPLE = 200;

/**
 * From how many refusals on the domain of this counter refuses in a wave: how many mails went there within the hour is told
 * by a sample of those whose address is still there, opened and thrown away. Counts no further than to twice the refusals.
 */
export async function readSurgeFrom(
  deps: Pick<Deps, "db" | "vault">,
  mailing: Counted,
  { mark, refused }: { mark: string; refused: number },
  now: number,
): Promise<number> {
  if (refused < SURGE.least) return SURGE.least;
  const { read } = deps.db;
  const reached = and(
    eq(batch.mailingId, mailing.id),
    gt(batch.firstAttemptAt, now - SURGE_MS),
    inArray(message.state, [...REACHED]),
  );
  const sample = await read
    .select({ id: address.id, sealed: address.sealed })
    .from(batch)
    .innerJoin(message, eq(message.batchId, batch.id))
    .innerJoin(subscription, eq(subscription.id, message.subscriptionId))
    .innerJoin(address, eq(address.id, subscription.addressId))
    .where(reached)
    .limit(SAMPLE);
  const readable = sample.flatMap(({ id, sealed }) => readAddress(deps.vault, id, sealed) ?? []);
  const there = readable.filter(({ normalised }) => markOf(deps.vault, domainOf(normalised)) === mark);
  const share = there.length / Math.max(1, readable.length);
  if (share === 0) return surgeFrom(refused);
  const enough = Math.ceil((2 * refused) / SURGE.share / share) + 1;
  const counted = read
    .select({ one: sql`1` })
    .from(batch)
    .innerJoin(message, eq(message.batchId, batch.id))
    .where(reached)
    .limit(enough)
    .as("counted");
  const [row] = await read.select({ n: count() }).from(counted);
  return surgeFrom(refused + share * (row?.n ?? 0));
}
