/**
 * The `tell` job: hands every open alert to the institution's second channel, once to each of its people and its web
 * address. Where one of them did not take it, the sweep tries that one again with growing pauses for a day; it stays on
 * the desk anyway.
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { readInstitution } from "../institution/views.ts";
import { handOn } from "./acts/hand-on.ts";
import { tellAgainAt } from "./rules/telling.ts";
import { isForOwner } from "./rules.ts";
import { ownerToldWrite, takeWrite, toldWrite } from "./store.ts";
import { readUntold } from "./views.ts";

const PAGE = 20;

/** Tells what is due. Safe to run twice or at the same time: each alert is taken by one of them. */
export async function tellAlerts(deps: Deps): Promise<void> {
  const institution = await readInstitution(deps.db);
  if (!institution) return;
  const untold = await readUntold(deps.db, deps.clock.now(), PAGE);
  for (const alert of untold) {
    // Taken before it is told: killed in between, it is told again after the pause, never twice at once.
    const again = tellAgainAt(alert.at, deps.clock.now()) ?? null;
    if ((await commit(deps, { change: [takeWrite(alert, again)], proof: [] })) === "stale") continue;
    const heard = await handOn(deps, institution, alert, alert.told);
    for (const { channel, code } of heard) if (code) deps.log.warn("not told", { alert: alert.code, channel, code });
    const took = heard.filter(({ code }) => code === undefined).map(({ mark }) => mark);
    // What its owner has read of is nobody's task.
    if (isForOwner(alert.code) && (heard.length === 0 || took.length > 0)) {
      await commit(deps, { change: [ownerToldWrite(alert.id, took, deps.clock.now())], proof: [] });
      continue;
    }
    const someone = took.length + Object.keys(alert.told).length > 0;
    const everybody = someone && took.length === heard.length;
    if (someone) await commit(deps, { change: [toldWrite(alert.id, took, deps.clock.now(), everybody)], proof: [] });
  }
  if (untold.length === PAGE) await deps.queue.enqueue({ kind: "tell" });
}
