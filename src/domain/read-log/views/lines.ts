/** Lines of the read log as they are shown: about one person, by a filter, page by page. Each read seeks in an index. */
import { and, desc, eq, gte, inArray, lt, notLike, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { alert, readLog, readNaming, subscription } from "../../../platform/schema.ts";
import type { Outcome, ReadAct } from "../rules/acts.ts";

/** A line without what belongs to its digest. */
export interface ShownLine {
  id: string;
  at: number;
  /** `staff:<id>`. */
  actor: string;
  act: string;
  role: string | null;
  surface: string | null;
  outcome: Outcome | null;
  count: number | null;
  subject: string | null;
  reason: string | null;
}

const { id, at, actor, act, role, surface, outcome, count, subject, reason } = readLog;
const COLUMNS = { id, at, actor, act, role, surface, outcome, count, subject, reason };
const newestFirst = [desc(at), desc(id)];

/** Where a page begins: after this line, older. */
export interface LineKey {
  at: number;
  id: string;
}

export interface LineFilter {
  actor?: string | undefined;
  act?: ReadAct | undefined;
  outcome?: Outcome | undefined;
  /** First moment, and the first one after the last, ms. */
  from?: number | undefined;
  to?: number | undefined;
  before?: LineKey | undefined;
}

/**
 * Lines, newest first. Those about looking at this log are shown where they are asked for by act: otherwise whoever looks
 * sees little but himself.
 */
export async function readLines({ read }: Database, filter: LineFilter, limit: number): Promise<ShownLine[]> {
  const { actor: by, act: what, outcome: how, from, to, before } = filter;
  const conditions: (SQL | undefined)[] = [
    by === undefined ? undefined : eq(actor, by),
    what === undefined ? notLike(act, "reading.%") : eq(act, what),
    how && eq(outcome, how),
    from === undefined ? undefined : gte(at, from),
    to === undefined ? undefined : lt(at, to),
    before && sql`(${at}, ${id}) < (${before.at}, ${before.id})`,
  ];
  return read
    .select(COLUMNS)
    .from(readLog)
    .where(and(...conditions))
    .orderBy(...newestFirst)
    .limit(limit);
}

/** What one colleague may see of himself: everything. */
export async function readOwnLines({ read }: Database, by: string, before: LineKey | undefined, limit: number) {
  const beyond = before && sql`(${at}, ${id}) < (${before.at}, ${before.id})`;
  return read
    .select(COLUMNS)
    .from(readLog)
    .where(and(eq(actor, by), beyond))
    .orderBy(...newestFirst)
    .limit(limit);
}

/** Whom lines are looked for: the person who is held, his records, held or sealed. */
export interface About {
  personId?: string | undefined;
  records: readonly string[];
}

/** Lines about a person, newest first: by his id and his records, and those that let go of him but lead to a sealed record. */
export async function readLinesAbout({ read }: Database, about: About, limit: number): Promise<ShownLine[]> {
  const ids = [...(about.personId === undefined ? [] : [about.personId]), ...about.records];
  if (ids.length === 0) return [];
  const of = (column: typeof subject | typeof readLog.record, all: readonly string[]) =>
    read
      .select(COLUMNS)
      .from(readLog)
      .where(inArray(column, [...all]))
      .orderBy(...newestFirst)
      .limit(limit);
  const [named, sealed] = await read.batch([of(subject, ids), of(readLog.record, [...about.records, ""])]);
  const all = [...named, ...sealed].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  return all.filter(isOwnLine(all)).slice(0, limit);
}

/** A look at proofs has a line of its own and one for each record: where the first is there, it stands for all. */
function isOwnLine(all: readonly ShownLine[]) {
  const parts = ["proofs.read", "proofs.exported"];
  const whole = new Set(all.filter((one) => !parts.includes(one.act)).map((one) => `${one.at}/${one.actor}`));
  const seen = new Set<string>();
  return (one: ShownLine) => {
    const key = `${one.at}/${one.actor}`;
    if (!parts.includes(one.act)) return true;
    if (whole.has(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}

/** Looks at whole lists on which the person was then: he may have been among those shown. Newest first. */
export async function readListLines({ read }: Database, personId: string, limit: number): Promise<ShownLine[]> {
  const memberships = await read
    .select({ listId: subscription.listId, since: subscription.createdAt })
    .from(subscription)
    .where(eq(subscription.personId, personId));
  if (memberships.length === 0) return [];
  const whose = memberships.map(({ listId, since }) => and(eq(subject, listId), gte(at, since)));
  return read
    .select(COLUMNS)
    .from(readLog)
    .where(or(...whose))
    .orderBy(...newestFirst)
    .limit(limit);
}

export interface Naming {
  id: string;
  decision: "told" | "withheld";
  reason: string;
  by: string;
  at: number;
}

/** The newest decision whether this person is told names. */
export async function readNamingOf({ read }: Database, personId: string): Promise<Naming | undefined> {
  return read
    .select({
      id: readNaming.id,
      decision: readNaming.decision,
      reason: readNaming.reason,
      by: readNaming.by,
      at: readNaming.at,
    })
    .from(readNaming)
    .where(eq(readNaming.personId, personId))
    .orderBy(desc(readNaming.at))
    .limit(1)
    .get();
}

/** When somebody looked at unusually many people, newest first. */
export async function readUnusual({ read }: Database, limit: number): Promise<{ at: number; open: boolean }[]> {
  const rows = await read
    .select({ at: alert.at, closedAt: alert.closedAt })
    .from(alert)
    .where(eq(alert.code, "reading.unusual"))
    .orderBy(desc(alert.at))
    .limit(limit);
  return rows.map((row) => ({ at: row.at, open: row.closedAt === null }));
}
