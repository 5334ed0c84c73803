/** How the keys stand: what needs each of them, since when nothing does, and which the settings lack. */
import type { Deps } from "../../deps.ts";
import { type KeyRings, RING_NAMES, type RingName } from "../../platform/keys.ts";
import { dayOf } from "../consent/rules/days.ts";
import { readInstitution } from "../institution/views.ts";
import { type Backups, type Fate, fateOf, type KeyFacts, type KeyRows } from "./rules/fate.ts";
import { PLACES, type RowRing } from "./rules/places.ts";
import { type RowsUnder, readRowsBefore, readRowsUnder } from "./views/rows.ts";

type ViewDeps = Pick<Deps, "db" | "config" | "clock">;

/** Before set-up, backups are taken to last as long as they may. */
export const UNSAID: Backups = { timeZone: "UTC", restoreWindowDays: 365 };

/** A process that has not been started anew may go on with the old key for so long. */
const SLACK_MS = 3_600_000;

export interface KeyHistory {
  ring: RingName;
  keyId: string;
  newestFrom: number | null;
  newestTo: number | null;
  emptySince: number | null;
  goneAt: number | null;
}

export interface KeyStanding extends KeyFacts {
  fate: Fate;
  /** From which nothing needs it, no backup either. */
  day?: string;
}

/** What is remembered of the keys. */
export async function readHistory(db: Deps["db"]): Promise<KeyHistory[]> {
  const found = await db.client.execute(
    "SELECT ring, key_id, newest_from, newest_to, empty_since, gone_at FROM ring_key ORDER BY newest_from, key_id",
  );
  const at = (value: unknown) => (value === null ? null : Number(value));
  return found.rows.map((row) => ({
    ring: String(row.ring) as RingName,
    keyId: String(row.key_id),
    newestFrom: at(row.newest_from),
    newestTo: at(row.newest_to),
    emptySince: at(row.empty_since),
    goneAt: at(row.gone_at),
  }));
}

/** Rings whose values lie in the database. */
export const hasRows = (ring: RingName): ring is RowRing => PLACES.some((place) => place.ring === ring);

/**
 * Every key: those of the settings, those that rows need, those that were once there. Counted: how many rows; otherwise a
 * number above nought says only that there are some.
 */
export async function readKeyFacts(deps: ViewDeps, { counted = true } = {}): Promise<KeyFacts[]> {
  const { rings } = deps.config;
  const [under, history] = await Promise.all([readRowsUnder(deps.db, { counted }), readHistory(deps.db)]);
  const facts: KeyFacts[] = [];
  for (const ring of RING_NAMES) {
    const told = under.filter((one) => one.ring === ring);
    const past = history.filter((one) => one.ring === ring);
    const ids = new Set([
      ...rings[ring].all.map(({ id }) => id),
      ...told.flatMap(({ keyId }) => (keyId ? [keyId] : [])),
      ...past.map(({ keyId }) => keyId),
    ]);
    for (const id of ids) {
      const was = past.find(({ keyId }) => keyId === id);
      const place = placeIn(rings, ring, id);
      const own = told.filter(({ keyId }) => keyId === id);
      const silent = place ? await silentRows(deps, ring, told, was) : [];
      facts.push({
        ring,
        id,
        place,
        rows: sum([...own, ...silent]),
        newestFrom: was?.newestFrom ?? null,
        newestTo: was?.newestTo ?? null,
        emptySince: was?.emptySince ?? null,
        goneAt: was?.goneAt ?? null,
      });
    }
  }
  return facts;
}

function placeIn(rings: KeyRings, ring: RingName, id: string): number | undefined {
  const place = rings[ring].all.findIndex((key) => key.id === id);
  return place < 0 ? undefined : place;
}

/** Rows that do not say under which key they are, and that may be under this old one. One that was never in front has none. */
async function silentRows(
  { db, clock }: ViewDeps,
  ring: RingName,
  told: readonly RowsUnder[],
  was: KeyHistory | undefined,
): Promise<RowsUnder[]> {
  if (!hasRows(ring) || !was || (was.newestFrom === null && was.newestTo === null)) return [];
  const made = await readRowsBefore(db, ring, (was.newestTo ?? clock.now()) + SLACK_MS);
  return [...told.filter(({ keyId }) => keyId === ""), ...made];
}

function sum(rows: readonly RowsUnder[]): KeyRows {
  const total = (kind: keyof KeyRows) => rows.filter((one) => one.becomes === kind).reduce((n, one) => n + one.rows, 0);
  return { moved: total("moved"), ends: total("ends"), stays: total("stays") };
}

/** Every key with what may be done with it. */
export async function readKeys(deps: ViewDeps): Promise<KeyStanding[]> {
  const [facts, institution] = await Promise.all([readKeyFacts(deps), readInstitution(deps.db)]);
  const now = deps.clock.now();
  return facts.map((key) => ({ ...key, ...fateOf(key, institution ?? UNSAID, now) }));
}

/**
 * The day on which the last of the ADDRESS keys that were in use up to this moment was destroyed; undefined while one of them is
 * there. From then on nothing that was sealed before can be opened, from whatever backup.
 */
export async function readKeysGoneDay(db: Deps["db"], before: number, timeZone: string): Promise<string | undefined> {
  const found = await db.client.execute({
    sql: `SELECT max(gone_at) AS gone, count(*) - count(gone_at) AS there FROM ring_key
          WHERE ring = 'ADDRESS_KEYS' AND coalesce(newest_from, newest_to) <= ?`,
    args: [before],
  });
  const row = found.rows[0];
  return !row || row.gone === null || Number(row.there) > 0 ? undefined : dayOf(Number(row.gone), timeZone);
}

/** Keys that rows need and that the settings neither hold nor call lost. A look-up or two for each table. */
export async function readMissingKeys(deps: Pick<Deps, "db" | "config">): Promise<{ ring: RingName; id: string }[]> {
  const under = await readRowsUnder(deps.db, { counted: false });
  const { rings, lostKeys = [] } = deps.config;
  const missing = under.filter(({ ring, keyId }) => keyId && !rings[ring].get(keyId) && !lostKeys.includes(keyId));
  return [...new Map(missing.map(({ ring, keyId }) => [`${ring}/${keyId}`, { ring, id: keyId }])).values()];
}
