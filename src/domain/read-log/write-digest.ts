/**
 * The `read-digest` job, every hour: puts each day of the read log that is over into the proof log, once. What was looked at
 * on a day is known to be whole from then on: a line that is taken out, changed or added no longer agrees with it.
 */
import type { Deps } from "../../deps.ts";
import { base64url } from "../../platform/encoding.ts";
import { commit } from "../commit.ts";
import { dayOf, endOfDay, later } from "../consent/rules/days.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { rootOf } from "../proof-log/rules/tree.ts";
import { type Digest, digestHash, SETTLE_MS } from "./rules/digest.ts";
import { leafOf } from "./rules/line.ts";
import { digestWrites } from "./store.ts";
import { linesBetween, readFirstLineAt, readLastDigest } from "./views/digests.ts";

/** Days in one turn; the rest waits for the next. */
const MOST = 40;

/** Writes what is due. Safe to run twice or at the same time. */
export async function digestReadings(deps: Deps): Promise<void> {
  const office = await readInstitutionRow(deps.db);
  if (!office) return;
  for (let n = 0; n < MOST; n++) {
    const digest = await nextDigest(deps, office.profile.timeZone);
    if (!digest) break;
    const eid = deps.ids.uuid();
    const facts = { ...digest };
    const proof = [
      actEvidence(deps, { log: office.logOrigin, at: deps.clock.now(), typ: "reading.digest", facts, eid }),
    ];
    // Stale: another one was faster, or a line came late; the next turn reads anew.
    if ((await commit(deps, { change: digestWrites(digest, eid), proof })) === "stale") return;
    await deps.queue.enqueue({ kind: "seal" });
  }
}

/** The oldest day that is over and has lines but no digest yet. */
async function nextDigest({ db, clock }: Pick<Deps, "db" | "clock">, zone: string): Promise<Digest | undefined> {
  const last = await readLastDigest(db);
  const at = await readFirstLineAt(db, last?.until ?? 0);
  if (at === undefined) return undefined;
  // A changed time zone may put the next moment into a day that has its digest: that stretch goes with the next day.
  const own = dayOf(at, zone);
  const day = last && own <= last.day ? later(last.day, { days: 1 }) : own;
  const until = endOfDay(day, zone) + 1;
  if (clock.now() < until + SETTLE_MS) return undefined;
  const first = last ? later(last.day, { days: 1 }) : day;
  const since = last?.until ?? endOfDay(later(day, { days: -1 }), zone) + 1;
  const leaves: Uint8Array[] = [];
  for await (const line of linesBetween(db, since, until)) leaves.push(leafOf(line));
  const root = base64url(rootOf(leaves));
  return { first, day, since, until, count: leaves.length, root, previous: last && digestHash(last) };
}
