/** Reads for the page of a mailing: why people got no mail, by which way they refused, and what is under way. */
import { and, asc, count, eq, gt, inArray, isNotNull, min, or, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { batch, lease, mailing, message, WAYS } from "../../../platform/schema.ts";
import { WITH_PROVIDER } from "../rules/life.ts";
import { readFolded } from "./folded.ts";

const REASONED = ["skipped", "failed", "unknown", "bounced"] as const;

export interface ReasonCount {
  state: (typeof REASONED)[number];
  /** A code of ours. */
  reason: string;
  n: number;
}

/** How many messages of a mailing ended how and why; the most frequent first. */
export async function readReasons(db: Database, mailingId: string): Promise<ReasonCount[]> {
  const rows = await db.read
    .select({ state: message.state, reason: message.reason, n: count() })
    .from(message)
    .where(and(eq(message.mailingId, mailingId), inArray(message.state, [...REASONED])))
    .groupBy(message.state, message.reason);
  const folded = (await readFolded(db, mailingId)).filter(({ state }) => REASONED.some((one) => one === state));
  return summed([...rows, ...folded]).sort((a, b) => b.n - a.n || a.reason.localeCompare(b.reason));
}

/** Rows of one state and reason added up: some of them may be totals already. */
function summed(rows: readonly { state: string; reason: string | null; n: number }[]): ReasonCount[] {
  const sums = new Map<string, ReasonCount>();
  for (const { state, reason, n } of rows) {
    const key = `${state}/${reason ?? ""}`;
    const before = sums.get(key)?.n ?? 0;
    sums.set(key, { state: state as ReasonCount["state"], reason: reason ?? "", n: before + n });
  }
  return [...sums.values()];
}

export type Way = (typeof WAYS)[number];

/**
 * By which way a "no" to the sent of this mailing came, in the order of the ways; those that nobody used are left out. Of a
 * campaign only what it counts: who leaves by its link after it was closed is no answer to it.
 */
export async function readWays(db: Database, mailingId: string): Promise<{ way: Way; n: number }[]> {
  const rows = await db.read
    .select({ way: message.way, n: count() })
    .from(message)
    .innerJoin(mailing, eq(mailing.id, message.mailingId))
    .where(
      and(
        eq(message.mailingId, mailingId),
        isNotNull(message.way),
        inArray(message.state, [...WITH_PROVIDER]),
        or(eq(message.answer, "no"), eq(mailing.kind, "newsletter")),
      ),
    )
    .groupBy(message.way);
  const [of] = await db.read.select({ kind: mailing.kind }).from(mailing).where(eq(mailing.id, mailingId));
  const folded = (await readFolded(db, mailingId)).filter(
    ({ state, answer }) => WITH_PROVIDER.some((one) => one === state) && (answer === "no" || of?.kind === "newsletter"),
  );
  return WAYS.flatMap((way) => {
    const n = [...rows, ...folded].filter((row) => row.way === way).reduce((sum, row) => sum + row.n, 0);
    return n > 0 ? [{ way, n }] : [];
  });
}

/** What of a mailing is neither waiting in line nor done. */
export interface UnderWay {
  /** Messages in hand-overs whose outcome is not written yet. */
  handed: number;
  /** Of these, the ones that were asked about in vain, and when they are asked about again. */
  doubtful: number;
  askAt: number | undefined;
  /** Messages that a receiving system put off, and when the first of them is tried again. */
  later: number;
  laterAt: number | undefined;
  /** Until when a chain of jobs holds the mailing; undefined if none does. */
  leaseUntil: number | undefined;
}

/** So many planned messages are looked at: those that were put off stand first, for the others go out before them. */
const LOOKED_AT = 5_000;

/** A hand-over that takes longer than this has no answer. */
const NO_ANSWER_MS = 2 * 60_000;

/** Reads it. `job`: the kind of work whose chain is asked about. */
export async function readUnderWay(
  db: Database,
  mailingId: string,
  job: "plan" | "deliver" | "settle",
  now: number,
): Promise<UnderWay> {
  const waited = sql`(${batch.attempt} > 1 or ${batch.firstAttemptAt} < ${now - NO_ANSWER_MS})`;
  const first = db.read
    .select({ tryAt: message.tryAt })
    .from(message)
    .where(and(eq(message.mailingId, mailingId), eq(message.state, "planned")))
    .orderBy(asc(message.answer), asc(message.personId))
    .limit(LOOKED_AT)
    .as("first");
  const [handed, later, held] = await db.read.batch([
    db.read
      .select({
        n: count(),
        doubtful: sql<number>`coalesce(sum(${waited}), 0)`,
        askAt: sql<number | null>`min(iif(${waited}, ${batch.leaseUntil}, null))`,
      })
      .from(batch)
      // A cross join begins with the few batches that are under way, not with all the messages of the mailing.
      .crossJoin(message)
      .where(
        and(
          eq(batch.state, "attempted"),
          eq(batch.mailingId, mailingId),
          eq(message.batchId, batch.id),
          eq(message.state, "claimed"),
        ),
      ),
    db.read
      .select({ n: count(), at: min(first.tryAt) })
      .from(first)
      .where(gt(first.tryAt, now)),
    db.read
      .select({ until: lease.until })
      .from(lease)
      .where(and(eq(lease.name, `${job}/${mailingId}`), gt(lease.until, now))),
  ]);
  return {
    handed: handed[0]?.n ?? 0,
    doubtful: handed[0]?.doubtful ?? 0,
    askAt: handed[0]?.askAt ?? undefined,
    later: later[0]?.n ?? 0,
    laterAt: later[0]?.at ?? undefined,
    leaseUntil: held[0]?.until,
  };
}
