/** The `plan` job: the audience of a mailing becomes message rows, page by page; then delivery begins. */
import type { Deps } from "../deps.ts";
import { planIssuePage } from "../domain/messages/planning/plan-issue-page.ts";
import { planPage } from "../domain/messages/planning/plan-page.ts";
import { readOutgoing } from "../domain/messages/views/outgoing.ts";

/** Pages one job plans before it makes room for others, and when it begins the last of them. */
const PAGES_PER_JOB = 20;
const JOB_MS = 60_000;

/** Plans as much as one job may. Safe to run twice: who loses a race leaves the rest to the other, or to the sweep. */
export async function planMailing(deps: Deps, mailingId: string): Promise<void> {
  const began = deps.clock.now();
  const mailing = await readOutgoing(deps.db, mailingId);
  const plan = mailing?.kind === "newsletter" ? planIssuePage : planPage;
  for (let page = 0; page < PAGES_PER_JOB && deps.clock.now() - began < JOB_MS; page++) {
    const done = await plan(deps, mailingId);
    if (done === "more") continue;
    if (done === "planned") await deps.queue.enqueue({ kind: "deliver", mailingId });
    await deps.queue.enqueue({ kind: "seal" });
    return;
  }
  await deps.queue.enqueue({ kind: "plan", mailingId });
}
