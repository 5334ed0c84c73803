/** People on lists whose term is over: counted and read by key, a part of a list at a time, however long it is. */
import type { InValue } from "@libsql/client";
import type { Database } from "../../../platform/db.ts";
import { personRestricted, subscriptionHeld } from "../rules/held.ts";
import type { Target } from "./targets.ts";

/** Rows that one statement goes through. */
const PART = 10_000;

const STATES = ["active", "unproven"] as const;

/** Where reading goes on: the place in the targets, the state, and the key of the last row that was looked at. */
export interface Place {
  target: number;
  state: number;
  at: number;
  id: string;
}

export const BEGIN: Place = { target: 0, state: 0, at: -1, id: "" };

/** Live subscriptions of a list after a key. Parameters: list, state, latest beginning, key. */
const ON_LIST = `FROM subscription s INDEXED BY subscription_list
  WHERE s.list_id = ? AND s.state = ? AND s.created_at <= ? AND (s.created_at, s.id) > (?, ?)
  ORDER BY s.created_at, s.id`;
const HELD = `(${subscriptionHeld("s.id", "s.list_id", "s.record_id")} OR ${personRestricted("s.person_id")})`;

interface Part {
  rows: { id: string; at: number; held: boolean }[];
  /** Undefined: this was the last part of all. */
  next: Place | undefined;
}

/** The next part of a target in one state: those that are over. */
async function readPart(
  { client }: Database,
  targets: readonly Target[],
  place: Place,
  day: string,
  limit: number,
): Promise<Part> {
  const target = targets[place.target];
  const state = STATES[place.state];
  if (!target) return { rows: [], next: undefined };
  if (!state) return { rows: [], next: { ...BEGIN, target: place.target + 1 } };
  const { sql, args } = overSql(target);
  const { rows } = await client.execute({
    sql: `SELECT s.id, s.created_at AS at, ${sql} AS due, ${HELD} AS held ${ON_LIST} LIMIT ?`,
    args: [...args, day, target.listId, state, target.before, place.at, place.id, limit],
  });
  const last = rows.at(-1);
  const next =
    rows.length === limit && last
      ? { ...place, at: Number(last.at), id: String(last.id) }
      : { ...BEGIN, target: place.target, state: place.state + 1 };
  return {
    rows: rows
      .filter(({ due }) => due === 1)
      .map(({ id, at, held }) => ({ id: String(id), at: Number(at), held: held === 1 })),
    next,
  };
}

function overSql({ which, before }: Target): { sql: string; args: InValue[] } {
  if (which === "last-act")
    return { sql: "NOT EXISTS (SELECT 1 FROM event e WHERE e.record_id = s.record_id AND e.at > ?)", args: [before] };
  return { sql: which === "no-source" ? "(s.record_id IS NULL AND s.import_id IS NULL)" : "1", args: [] };
}

/** How many are over, and how many a hold or a restriction keeps: added up where they lie, a part at a time. */
export async function countOverPeople(db: Database, targets: readonly Target[], day: string) {
  const sums = { due: 0, kept: 0 };
  for (const target of targets)
    for (const state of STATES)
      for (let from: Key | undefined = { at: -1, id: "" }; from; ) {
        const part: CountedPart = await countPart(db, target, state, from, day);
        sums.due += part.due;
        sums.kept += part.kept;
        from = part.next;
      }
  return sums;
}

type Key = Pick<Place, "at" | "id">;
interface CountedPart {
  due: number;
  kept: number;
  next: Key | undefined;
}

async function countPart(
  { client }: Database,
  target: Target,
  state: string,
  from: Key,
  day: string,
): Promise<CountedPart> {
  const { sql, args } = overSql(target);
  const where = [target.listId, state, target.before, from.at, from.id];
  const [counted, last] = await client.batch(
    [
      {
        sql: `SELECT coalesce(sum(due AND NOT held), 0) AS due, coalesce(sum(due AND held), 0) AS kept FROM
                (SELECT ${sql} AS due, ${HELD} AS held ${ON_LIST} LIMIT ?)`,
        args: [...args, day, ...where, PART],
      },
      { sql: `SELECT s.created_at AS at, s.id ${ON_LIST} LIMIT 1 OFFSET ?`, args: [...where, PART - 1] },
    ],
    "read",
  );
  const end = last?.rows[0];
  return {
    due: Number(counted?.rows[0]?.due ?? 0),
    kept: Number(counted?.rows[0]?.kept ?? 0),
    next: end && { at: Number(end.at), id: String(end.id) },
  };
}

/** The next people of one list, at most `most`, and where to go on. */
export async function readOverPeople(
  db: Database,
  targets: readonly Target[],
  from: Place,
  day: string,
  most: number,
): Promise<{ target: Target | undefined; ids: string[]; next: Place | undefined }> {
  let place = from;
  for (;;) {
    // As many as may end: a part is looked through from its beginning, and nothing in it is passed over.
    const part = await readPart(db, targets, place, day, most);
    const ids = part.rows.filter(({ held }) => !held).map(({ id }) => id);
    if (ids.length > 0 || !part.next) return { target: targets[place.target], ids, next: part.next };
    place = part.next;
  }
}

/** Moments at which the first of them came, for a sample. */
export async function readOverSample(db: Database, targets: readonly Target[], day: string, most: number) {
  const { ids, target } = await readOverPeople(db, targets, BEGIN, day, most);
  return ids.map((id) => ({ mark: `${target?.listSlug ?? ""} · ${id.slice(0, 8)}`, since: null }));
}
