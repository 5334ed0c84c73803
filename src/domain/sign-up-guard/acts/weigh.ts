/**
 * Whether the mail of a request may go now, as far as the guard is asked: the cap of its network, and the pace of the house
 * while the volume is unusual. The caps of the mailbox stand before it. What it says is written with the mail or not at all.
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
 * `sized`: it counts against the pace of the house. Links of one's own page and of a question do not: they go only to
 * addresses that are held, and each of those has its own cap.
 */
export async function weigh(
  deps: Pick<Deps, "db">,
  came: CameBy = {},
  { now, sized }: { now: number; sized: boolean },
): Promise<Weighed> {
  const office = await readInstitution(deps.db);
  if (!office) throw new Error("a request came in before set-up");
  const [spent, volume] = await Promise.all([
    came.work === undefined ? 0 : readMark(deps.db, came.work),
    readVolume(deps.db, office, now),
  ]);
  const worked = came.work !== undefined && spent === 0;
  const cap = networkCap(office.signUpGuard ?? GUARD, worked);
  const network = came.network && (worked ? came.network : plainTag(came.network));
  if (network !== undefined && (await readMark(deps.db, network)) >= cap) return { is: "network" };
  const slowed = volume.unusual && now >= (volume.goUntil ?? 0);
  if (sized && slowed && !mayGoThisHour(volume.limit, volume.mails, worked))
    return { is: "wait", until: nextHour(now) };
  return {
    is: "go",
    writes: [
      ...(worked && came.work !== undefined ? spendWrites(came.work, now) : []),
      ...(network === undefined ? [] : networkWrites(network, cap, now)),
      ...(sized ? [countWrite("mailed", now)] : []),
      ...(sized && !worked ? [countWrite("plain", now)] : []),
    ],
  };
}

/** What comes without a proof of work is counted apart, so that programs use up nothing of their neighbours'. */
const plainTag = (network: string) => hex(sha256(utf8(`plain\0${network}`)));

/** A request that leads to nothing spends its proof of work as well, or one proof would try a thousand addresses. */
export const spent = (came: CameBy = {}, now: number): Write[] =>
  came.work === undefined ? [] : [markWrite(came.work, now)];
