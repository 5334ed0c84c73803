/** What a pause by the program itself commits, whoever finds that it must be: the mailing stands still, and people are told. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { raiseWrite } from "../../alerts/store.ts";
import type { OwnReason } from "../rules/hold.ts";
import { pauseWrites } from "../store/hold.ts";

/**
 * Stale if the mailing neither plans nor sends. `detail`: what was seen of the cause. Whoever commits it enqueues `tell`
 * afterwards.
 */
export function standStillAct(
  { ids }: Pick<Deps, "ids">,
  mailing: { id: string; reason: OwnReason; at: number; detail?: Record<string, string | number> },
): Write[] {
  const { id, reason, at, detail } = mailing;
  const alert = { id: ids.uuid(), code: "mailing.paused", subject: id, at };
  return [...pauseWrites(id, reason, at), raiseWrite(detail ? { ...alert, detail } : alert)];
}
