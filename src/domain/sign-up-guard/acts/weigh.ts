/**
 * Whether the mail of a request may go now, as far as the guard is asked: the cap of its network, and the pace of the house
 * while the volume is unusual. The caps of the mailbox stand before it. What it says is written with the mail or not at all.
 *
 * Every decided sign-up uses up the same unit, whether a mail goes or not: else whoever has all but used up the cap of his
 * network would learn from his own next request whether the address before it is on a list.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { hex, utf8 } from "../../../platform/encoding.ts";
import { readInstitution } from "../../institution/views.ts";
import type { CameBy } from "../rules/came.ts";
import { GUARD, mayGoThisHour, networkCap, nextHour } from "../rules/caps.ts";
import { countWrite, markWrite, networkWrites, spendWrites } from "../store.ts";
import { readMark, readVolume } from "../views.ts";

export type Weighed =
  /** `writes` stand in the commit that takes the mail up, and make it stale where somebody was faster. */
  { is: "go"; writes: Write[] } | { is: "wait"; until: number } | { is: "network" };

/**
 * `sized`: a sign-up, which counts against its network and the pace of the house. Links of one's own page and of a question do
 * not: they go only to addresses that are held, each of those has its own cap, and a whole ministry that asks for its data
 * behind one address is in its right (GDPR Art. 12(2)).
 */
export async function weigh(
  deps: Pick<Deps, "db">,
  came: CameBy = {},
  { now, sized }: { now: number; sized: boolean },
): Promise<Weighed> {
  const office = await readInstitution(deps.db);
  if (!office) throw new Error("a request came in before set-up");
  const [{ worked, work, network }, volume] = await Promise.all([
    unitOf(deps, came, sized),
    readVolume(deps.db, office, now),
  ]);
  const cap = networkCap(office.signUpGuard ?? GUARD, worked);
  if (network !== undefined && (await readMark(deps.db, network)) >= cap) return { is: "network" };
  const slowed = volume.unusual && now >= (volume.goUntil ?? 0);
  if (sized && slowed && !mayGoThisHour(volume.limit, volume.mails, worked))
    return { is: "wait", until: nextHour(now) };
  return {
    is: "go",
    writes: [
      ...(work === undefined ? [] : spendWrites(work, now)),
      ...(network === undefined ? [] : networkWrites(network, cap, now)),
      ...(sized ? [countWrite("mailed", now)] : []),
      ...(sized && !worked ? [countWrite("plain", now)] : []),
    ],
  };
}

/** What comes without a proof of work is counted apart, so that programs use up nothing of their neighbours'. */
const plainTag = (network: string) => hex(sha256(utf8(`plain\0${network}`)));

/** What a request uses up: its proof of work, where nobody has spent it, and (a sign-up) one of its network's. */
async function unitOf(deps: Pick<Deps, "db">, came: CameBy, sized: boolean) {
  const worked = came.work !== undefined && (await readMark(deps.db, came.work)) === 0;
  const network = sized && came.network !== undefined ? (worked ? came.network : plainTag(came.network)) : undefined;
  return { worked, work: worked ? came.work : undefined, network };
}

/**
 * A request that leads to nothing uses up the same, under the same tags: its proof of work, or one proof would try a thousand
 * addresses, and the unit of its network. Stale where somebody else was faster with the proof.
 */
export async function spent(
  deps: Pick<Deps, "db">,
  came: CameBy = {},
  { now, sized }: { now: number; sized: boolean },
): Promise<Write[]> {
  const { work, network } = await unitOf(deps, came, sized);
  return [
    ...(work === undefined ? [] : spendWrites(work, now)),
    ...(network === undefined ? [] : [markWrite(network, now)]),
  ];
}
