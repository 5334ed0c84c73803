/** The `recover` sweep: finds what a queue lost. Rows are the truth; this only enqueues, and nothing whose chain is alive. */
import type { Deps } from "../deps.ts";
import { readUntold } from "../domain/alerts/views.ts";
import { tendCampaigns } from "../domain/campaigns/ending/tend.ts";
import { readOwed } from "../domain/consent/views/receipt.ts";
import { readIntakesToTry } from "../domain/consent/views/sign-up.ts";
import { readMaking } from "../domain/exports/views.ts";
import { dropStaleImports } from "../domain/imports/drop.ts";
import { readRunningImports } from "../domain/imports/views.ts";
import { tendIssues } from "../domain/issues/sending/tend.ts";
import { endOldLastMails } from "../domain/last-mails/end-old.ts";
import { readDueLastMails } from "../domain/last-mails/views.ts";
import { readLiveTurns, readUnfinished } from "../domain/messages/views/work.ts";
import { beat } from "../domain/pulse/beat.ts";
import { readForecast } from "../domain/retention/views/forecast.ts";
import { dropStaleLists } from "../domain/suppressions/lists/drop.ts";
import { readRunningLists } from "../domain/suppressions/views/lists.ts";
import { readRunningReviews } from "../domain/suppressions/views/review.ts";
import type { Job } from "../jobs.ts";
import { endOldBatches } from "./expire.ts";
import { type ChainJob, LONGEST_LEASE_MS, turnName } from "./turn.ts";

/** Enqueues the next job of everything that is not finished, drops forgotten imports, and ends what is too old. Cheap when nothing is. */
export async function recoverAll(deps: Deps): Promise<void> {
  // First of all: an address that is to be gone goes whatever else is wrong.
  await endOldLastMails(deps);
  if ((await beat(deps)) === "stale") return;
  await endOldBatches(deps);
  await dropStaleImports(deps);
  await dropStaleLists(deps);
  await tendCampaigns(deps);
  await tendIssues(deps);
  const kinds = {
    planning: "plan",
    sending: "deliver",
    closing: "erase-page",
    paused: "settle",
    cancelled: "settle",
  } as const;
  const alive = await readLiveTurns(deps.db, deps.clock.now(), LONGEST_LEASE_MS);
  const jobs: Job[] = (await readUnfinished(deps.db))
    .map(({ id, state }): ChainJob => ({ kind: kinds[state as keyof typeof kinds], mailingId: id }))
    .filter((job) => !alive.has(turnName(job)));
  if ((await readForecast(deps.db))?.state === "counting" && !alive.has("forecast")) jobs.push({ kind: "forecast" });
  for (const importId of await readRunningImports(deps.db)) jobs.push({ kind: "import-page", importId });
  for (const exportId of await readMaking(deps.db)) jobs.push({ kind: "export-page", exportId });
  for (const listId of await readRunningLists(deps.db)) jobs.push({ kind: "suppress-page", listId });
  for (const reviewId of await readRunningReviews(deps.db)) jobs.push({ kind: "suppression-review", reviewId });
  for (const intakeId of await readIntakesToTry(deps.db, deps.clock.now())) jobs.push({ kind: "intake", intakeId });
  const owed = await Promise.all([
    readOwed(deps.db, deps.clock.now(), 1),
    readDueLastMails(deps.db, deps.clock.now(), 1),
  ]);
  if (owed.flat().length > 0) jobs.push({ kind: "receipts" });
  if ((await readUntold(deps.db, deps.clock.now(), 1)).length > 0) jobs.push({ kind: "tell" });
  for (const job of jobs) await deps.queue.enqueue(job);
  await deps.queue.enqueue({ kind: "seal" });
}
