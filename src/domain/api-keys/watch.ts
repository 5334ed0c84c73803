/** Every hour: keys whose day is over end, and the desk is told of those that end soon, once for each. */
import type { Deps } from "../../deps.ts";
import { overWrite, raiseOnceWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { WARN_DAYS } from "./rules.ts";
import { expireWrite } from "./store.ts";
import { readLiveKeys } from "./views.ts";

const DAY_MS = 24 * 3_600_000;

/** Safe to run twice. What ends by itself leaves no event: its day stands in `api-key.made`. */
export async function watchKeys(deps: Deps): Promise<void> {
  const at = deps.clock.now();
  const live = await readLiveKeys(deps.db);
  const over = live.filter((key) => key.expiresAt <= at);
  const soon = live.filter((key) => key.expiresAt > at && key.expiresAt <= at + WARN_DAYS * DAY_MS);
  if (over.length + soon.length === 0) return;
  const raise = soon.map(({ id }) => raiseOnceWrite({ id: deps.ids.uuid(), code: "api-key.ends", subject: id, at }));
  const ended = over.map(({ id }) => overWrite(["api-key.ends"], id, at));
  await commit(deps, { change: [...(over.length > 0 ? [expireWrite(at)] : []), ...raise, ...ended], proof: [] });
  if (soon.length > 0) await deps.queue.enqueue({ kind: "tell" });
}
