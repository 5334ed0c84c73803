/**
 * The `settle` job: what is left of a mailing that was paused or cancelled. Planned mail of a cancelled one is taken back,
 * page by page. A batch in doubt is not asked about while the mailing stands still (asking could send); where nobody may
 * ask any more it becomes `unknown`, for a person to decide.
 */
import type { Deps } from "../deps.ts";
import { recordOutcome } from "../domain/messages/record-outcome.ts";
import { BATCH_LIFE_MS } from "../domain/messages/rules/outcome.ts";
import { takeBackPage } from "../domain/messages/take-back-page.ts";
import { readDoubtful } from "../domain/messages/views/batches.ts";
import { readState } from "../domain/messages/views/work.ts";

/** Pages one job takes back before it makes room for others. */
const PAGES_PER_JOB = 20;

/** Does as much as one job may; enqueues itself while planned mail is left. Safe to run twice or at the same time. */
export async function settleMailing(deps: Deps, mailingId: string): Promise<void> {
  const state = await readState(deps.db, mailingId);
  if (state !== "paused" && state !== "cancelled") return;
  const now = deps.clock.now();
  for (const batch of await readDoubtful(deps.db, mailingId, now)) {
    const tooOld = now - batch.createdAt >= BATCH_LIFE_MS;
    if (state === "cancelled") await recordOutcome(deps, batch, [], { do: "give-up", reason: "cancelled" });
    else if (tooOld || !batch.sealed || !deps.mailer.remembersKeys)
      await recordOutcome(deps, batch, [], { do: "give-up", reason: tooOld ? "too-late" : "no-outcome" });
  }
  if (state !== "cancelled") return;
  for (let page = 0; page < PAGES_PER_JOB; page++) if ((await takeBackPage(deps, mailingId)) === "done") return;
  await deps.queue.enqueue({ kind: "settle", mailingId });
}
