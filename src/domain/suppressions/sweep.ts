/**
 * The nightly look: every address that is held is opened, its tags are made anew under every key, and a tag that stands against
 * one of its live subscriptions is an alarm. There can be none, because a tag ends them in its own batch; this finds our own
 * faults, a wrong restore, and a hand in the database. Page by page; it goes on where it was cut off.
 *
 * An address whose key is gone cannot be looked at: it is stepped over, is not among those looked at, and the log says how many.
 * It changes nothing of a person: sending passes such an address over by itself, and what is right, the tag or the
 * subscription, only a person can say.
 */
import type { Deps } from "../../deps.ts";
import { unlessKeyMissing } from "../../platform/vault.ts";
import { overWrite, raiseWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { openAddress } from "../consent/views/standing.ts";
import { sweepDue } from "./rules/sweep.ts";
import { beginWrite, endWrite, stepWrite } from "./store/sweep.ts";
import { readAgainst, readHeld } from "./views/sweep.ts";
import { readSweep, type Sweep } from "./views.ts";

const PAGE = 500;
const PAGES_PER_JOB = 10;

/** Begins the night's look when it is due, or does the next pages of it. */
export async function sweepSuppressions(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  let sweep = await readSweep(deps.db);
  if (!sweep || sweep.endedAt !== null) {
    if (!sweepDue(sweep?.begunAt, now)) return;
    if ((await commit(deps, { change: [beginWrite(sweep?.begunAt, now)], proof: [] })) === "stale") return;
  }
  for (let n = 0; n < PAGES_PER_JOB; n++) {
    sweep = await readSweep(deps.db);
    if (!sweep || sweep.endedAt !== null) return;
    if ((await page(deps, sweep)) !== "more") return;
  }
  await deps.queue.enqueue({ kind: "suppression-sweep" });
}

async function page(deps: Deps, sweep: Sweep): Promise<"more" | "over"> {
  const held = await readHeld(deps.db, sweep.cursor, PAGE);
  const now = deps.clock.now();
  const last = held.at(-1);
  if (!last) {
    const { id, found: n } = { id: deps.ids.uuid(), found: sweep.found };
    const alert = { id, code: "suppression.live", subject: "suppression", at: now, detail: { n } };
    const told = n > 0 ? raiseWrite(alert) : overWrite(["suppression.live"], "suppression", now);
    await commit(deps, { change: [endWrite(sweep, now), told], proof: [] });
    return "over";
  }
  const tagged = held.flatMap(({ addressId, sealed }) => {
    const opened = unlessKeyMissing(() => openAddress(deps.vault, addressId, sealed));
    return opened ? [{ addressId, tags: deps.vault.suppressionTags(opened.normalised).map((t) => t.tag) }] : [];
  });
  const closed = held.length - tagged.length;
  if (closed > 0) deps.log.warn("addresses whose key is missing", { addresses: closed });
  const found = await readAgainst(deps.db, tagged);
  if (found.length > 0) deps.log.warn("live under a suppression", { subscriptions: found.length });
  const change = [stepWrite(sweep, { cursor: last.addressId, seen: tagged.length, found })];
  return (await commit(deps, { change, proof: [] })) === "done" ? "more" : "over";
}
