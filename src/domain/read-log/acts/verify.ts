/**
 * Checks the read log against the proof log: recomputes the digest of every day from its lines, and every digest's event from
 * its entry. Says of each day whether it agrees, and of one that does not whether lines were taken out, put in or changed;
 * days whose lines have outlived their reason are told apart by the entry that says so. Reads only.
 *
 * What it cannot see: a line that was changed before the digest of its day was made (within a day and an hour), and, of a
 * line whose person is gone, whom it was about.
 */
import type { Deps } from "../../../deps.ts";
import { base64url, utf8 } from "../../../platform/encoding.ts";
import { later } from "../../consent/rules/days.ts";
import { eventSalt, logEntry } from "../../proof-log/rules/commitment.ts";
import { actKeyPlace } from "../../proof-log/rules/event.ts";
import { leafHash, rootOf } from "../../proof-log/rules/tree.ts";
import { type Digest, digestHash, LEAST_KEPT_MONTHS } from "../rules/digest.ts";
import { aboutHolds, leafOf } from "../rules/line.ts";
import { type DigestEvent, digestEvents, linesBetween, readDigestTable, readFirstLineAt } from "../views/digests.ts";

/** How one day stands. */
export type DayState =
  | "agrees"
  /** Its lines were deleted when their time was over, and the proof log says so. */
  | "aged"
  /** Lines are missing; there are more than were sealed; a line is not what was sealed. */
  | "removed"
  | "added"
  | "changed"
  /** The digest itself: its entry is not in the log, or is about something else; it does not follow the one before. */
  | "entry"
  | "chain"
  /** Lines were deleted although their time was not over. */
  | "aged-early";

export interface CheckedDay {
  first: string;
  day: string;
  /** Lines that were sealed, and that are there. */
  count: number;
  there: number;
  /** Lines whose person is gone: who looked and when stands, about whom does not. */
  cut: number;
  state: DayState;
}

export interface ReadingsChecked {
  days: CheckedDay[];
  /** Lines of days that have no digest yet, and the time of the oldest, ms. */
  open: number;
  openSince?: number;
  /** The job that makes digests has not done so for more than a day. */
  late: boolean;
  /** Lines from before the first digest: nothing says what they were. */
  before: number;
}

const LATE_MS = 26 * 3_600_000;

/** Checks the days from `from` on (all if not given; the digests themselves always all). */
export async function verifyReadings(
  deps: Pick<Deps, "db" | "vault" | "clock">,
  { from = "" }: { from?: string } = {},
): Promise<ReadingsChecked> {
  const { digests, aged } = await readSealed(deps);
  const table = await readDigestTable(deps.db);
  const days: CheckedDay[] = [];
  let before: Digest | undefined;
  for (const one of digests) {
    const { digest } = one;
    const follows =
      table.get(digest.day) === one.eid &&
      (before === undefined
        ? digest.previous === undefined
        : digest.previous === digestHash(before) &&
          digest.since === before.until &&
          digest.first === later(before.day, { days: 1 }));
    before = digest;
    if (digest.day < from && follows && one.whole) continue;
    days.push(await checkDay(deps, digest, one.whole ? (follows ? undefined : "chain") : "entry", aged));
  }
  // A digest that only the table has was never sealed, or its event is gone.
  const known = new Set(digests.map(({ digest }) => digest.day));
  for (const day of table.keys())
    if (!known.has(day)) days.push({ first: day, day, count: 0, there: 0, cut: 0, state: "entry" });
  return { days, ...(await readOpen(deps, digests[0]?.digest, before)) };
}

interface Sealed {
  eid: string;
  digest: Digest;
  whole: boolean;
}

interface Aged {
  until: number;
  /** When it was done, ms. */
  at: number;
}

/** Digests and ageings as the proof log has them. */
async function readSealed({ db, vault }: Pick<Deps, "db" | "vault">): Promise<{ digests: Sealed[]; aged: Aged[] }> {
  const digests: Sealed[] = [];
  const aged: Aged[] = [];
  for await (const one of digestEvents(db)) {
    const whole = isWhole(vault, one);
    if (one.typ === "reading.digest") digests.push({ eid: one.eid, digest: one.body as unknown as Digest, whole });
    else if (whole) aged.push({ until: Number(one.body.until), at: one.at });
  }
  return { digests: digests.sort((a, b) => (a.digest.day < b.digest.day ? -1 : 1)), aged };
}

/** Whether the stored event is what its entry in the log commits to. */
function isWhole(vault: Deps["vault"], { eid, sealedKey, text, leaf, seq }: DigestEvent): boolean {
  if (seq === null || !sealedKey) return false;
  const salt = eventSalt(vault.openProofKey(actKeyPlace(eid), sealedKey), eid);
  return base64url(leafHash(utf8(logEntry(salt, text)))) === leaf;
}

async function checkDay(
  { db }: Pick<Deps, "db">,
  digest: Digest,
  wrong: "entry" | "chain" | undefined,
  aged: readonly Aged[],
): Promise<CheckedDay> {
  const { first, day, since, until, count, root } = digest;
  const leaves: Uint8Array[] = [];
  let cut = 0;
  let holds = true;
  for await (const line of linesBetween(db, since, until)) {
    leaves.push(leafOf(line));
    if (line.about !== null && line.salt === null) cut++;
    if (!aboutHolds(line)) holds = false;
  }
  const there = leaves.length;
  const ended = aged.find((one) => one.until >= until);
  const state = (): DayState => {
    if (wrong) return wrong;
    if (ended && there === 0 && count > 0)
      return ended.at < monthsAfter(until, LEAST_KEPT_MONTHS) ? "aged-early" : "aged";
    if (there !== count) return there < count ? "removed" : "added";
    return holds && base64url(rootOf(leaves)) === root ? "agrees" : "changed";
  };
  return { first, day, count, there, cut, state: state() };
}

/** Roughly: by the shortest months there are, since the rule itself counts by the calendar. */
const monthsAfter = (ms: number, months: number) => ms + months * 28 * 24 * 3_600_000;

async function readOpen(
  { db, clock }: Pick<Deps, "db" | "clock">,
  first: Digest | undefined,
  last: Digest | undefined,
) {
  const oldest = await readFirstLineAt(db, 0);
  const openSince = await readFirstLineAt(db, last?.until ?? 0);
  const before = first && oldest !== undefined && oldest < first.since ? await countLines(db, 0, first.since) : 0;
  const open = openSince === undefined ? 0 : await countLines(db, openSince, Number.MAX_SAFE_INTEGER);
  return {
    open,
    ...(openSince !== undefined && { openSince }),
    late: openSince !== undefined && openSince < clock.now() - 24 * 3_600_000 - LATE_MS,
    before,
  };
}

async function countLines({ client }: Deps["db"], since: number, until: number): Promise<number> {
  const sql = "SELECT count(*) AS n FROM read_log WHERE at >= ? AND at < ?";
  return Number((await client.execute({ sql, args: [since, until] })).rows[0]?.n ?? 0);
}

/** Whether anything is wrong. */
export const anythingWrong = ({ days, late, before }: ReadingsChecked): boolean =>
  late || before > 0 || days.some(({ state }) => state !== "agrees" && state !== "aged");
