/** The program pauses a mailing by itself, with the reason, and tells named people. Only a person lets it go on. */
import type { Deps } from "../../deps.ts";
import { raiseWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import type { HoldReason } from "./rules/hold.ts";
import { pauseWrites } from "./store/hold.ts";

/** Pauses it. Changes nothing if it neither plans nor sends any more. */
export async function standStill(
  deps: Pick<Deps, "db" | "ids" | "clock" | "queue">,
  mailing: { id: string; reason: Exclude<HoldReason, "person"> },
): Promise<void> {
  const at = deps.clock.now();
  const alert = raiseWrite({ id: deps.ids.uuid(), code: "mailing.paused", subject: mailing.id, at });
  const done = await commit(deps, { change: [...pauseWrites(mailing.id, mailing.reason, at), alert], proof: [] });
  if (done === "done") await deps.queue.enqueue({ kind: "tell" });
}
