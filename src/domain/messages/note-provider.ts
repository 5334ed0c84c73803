/**
 * What a hand-over has told of the provider itself: its rate, that it wants nothing for a while, that it takes mail again.
 * One row, so that mailings and prompt mail spare it together instead of each finding out.
 */
import type { Deps, Handover } from "../../deps.ts";
import type { Write } from "../../platform/db.ts";
import { overWrite, raiseWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { alertOf, intervalOf } from "./rules/pace.ts";
import { blockWrite, learnWrite, unblockWrite } from "./store/pace.ts";
import { readPace } from "./views/pace.ts";

/** Writes what is new; mostly nothing. `began`: an acceptance from before a refusal does not take that back. */
export async function noteProvider(
  deps: Pick<Deps, "db" | "ids" | "clock" | "mailer" | "queue">,
  handover: Handover,
  began: number,
): Promise<void> {
  const { name, perSecond } = deps.mailer;
  const blocks = handover.outcome === "later" && !handover.alone;
  const speaks = handover.perSecond !== undefined;
  const known = await readPace(deps.db, name);
  if (!blocks && !speaks && !known?.block) return;
  const now = deps.clock.now();
  const change: Write[] = [];
  if (handover.perSecond !== undefined) {
    const intervalUs = intervalOf(handover.perSecond);
    if (intervalUs !== known?.intervalUs) change.push(learnWrite(name, intervalUs));
  }
  const alert = handover.outcome === "later" && blocks ? alertOf(handover.code) : undefined;
  if (handover.outcome === "later" && blocks) {
    const block = { until: now + handover.retryAfterMs, code: handover.code, since: now };
    change.push(blockWrite(name, block, perSecond === undefined ? 0 : intervalOf(perSecond)));
    if (alert) change.push(raiseWrite({ id: deps.ids.uuid(), code: alert, subject: name, at: now }));
  } else if (
    known?.block &&
    began > known.block.since &&
    (handover.outcome === "accepted" || handover.outcome === "each")
  ) {
    change.push(unblockWrite(name), overWrite(["provider.setup", "provider.quota"], name, now));
  }
  if (change.length === 0) return;
  await commit(deps, { change, proof: [] });
  if (alert) await deps.queue.enqueue({ kind: "tell" });
}
