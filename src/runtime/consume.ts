/** Every kind of queued work and who does it. Both runtimes give their jobs here; a fault is thrown and tried again. */

import { deliverMailing } from "../delivery/deliver.ts";
import { mailOwed } from "../delivery/letters/owed.ts";
import { planMailing } from "../delivery/plan.ts";
import { recoverAll } from "../delivery/recover.ts";
import { settleMailing } from "../delivery/settle.ts";
import { inTurn } from "../delivery/turn.ts";
import type { Deps } from "../deps.ts";
import { tellAlerts } from "../domain/alerts/tell.ts";
import { watchKeys } from "../domain/api-keys/watch.ts";
import { watchBreaches } from "../domain/breaches/watch.ts";
import { eraseSilentPage } from "../domain/campaigns/erase-page.ts";
import { takeReadings } from "../domain/campaigns/take-readings.ts";
import { takeIn } from "../domain/consent/take-in.ts";
import { reapplyErasures } from "../domain/erasure-journal/reapply.ts";
import { trimJournal } from "../domain/erasure-journal/trim.ts";
import { endExports } from "../domain/exports/end.ts";
import { makeExportPage } from "../domain/exports/make-page.ts";
import { checkImportPart } from "../domain/imports/check-part.ts";
import { markFiles } from "../domain/imports/mark-files.ts";
import { writeImportPage } from "../domain/imports/write-page.ts";
import { takeIssueReadings } from "../domain/issues/take-readings.ts";
import { noteKeys } from "../domain/key-rotation/note-keys.ts";
import { rotate } from "../domain/key-rotation/rotate.ts";
import { sealLog } from "../domain/proof-log/seal.ts";
import { watchReadings } from "../domain/read-log/watch.ts";
import { digestReadings } from "../domain/read-log/write-digest.ts";
import { forecast } from "../domain/retention/forecast.ts";
import { retain } from "../domain/retention/run.ts";
import { watchRequests } from "../domain/rights-requests/watch.ts";
import { watchSignUps } from "../domain/sign-up-guard/watch.ts";
import { watchAccessReview } from "../domain/staff/watch-review.ts";
import { writeListPage } from "../domain/suppressions/lists/write-page.ts";
import { applyReviewPage } from "../domain/suppressions/review/apply-page.ts";
import { tendTags } from "../domain/suppressions/review/tend.ts";
import { sweepSuppressions } from "../domain/suppressions/sweep.ts";
import { stampLog } from "../domain/time-stamps/stamp.ts";
import type { Job } from "../jobs.ts";

/** Does one job. */
export async function handleJob(deps: Deps, job: Job): Promise<void> {
  // On an older copy nothing is done but to bring it up; rows are the truth, and the sweep finds what waits.
  if (job.kind !== "reapply" && job.kind !== "tell" && !(await deps.mayServe())) return;
  switch (job.kind) {
    case "plan":
      return inTurn(deps, job, (turn) => planMailing(turn, job.mailingId));
    case "deliver":
      return inTurn(deps, job, (turn) => deliverMailing(turn, job.mailingId));
    case "settle":
      return inTurn(deps, job, (turn) => settleMailing(turn, job.mailingId));
    case "tell":
      return tellAlerts(deps);
    case "recover":
      return recoverAll(deps);
    case "erase-page":
      return inTurn(deps, job, (turn) => eraseSilentPage(turn, job.mailingId));
    case "import-page":
      await writeImportPage(deps, job.importId);
      await checkImportPart(deps, job.importId);
      return;
    case "export-page":
      return makeExportPage(deps, job.exportId);
    case "seal":
      await sealLog(deps);
      return;
    case "reapply":
      await reapplyErasures(deps);
      return;
    case "time-stamp":
      await stampLog(deps);
      return;
    case "intake":
      return takeIn(deps, job.intakeId);
    case "readings":
      return allOf([
        () => watchBreaches(deps),
        () => watchRequests(deps),
        () => watchSignUps(deps),
        () => takeReadings(deps),
        () => takeIssueReadings(deps),
      ]);
    case "receipts":
      return mailOwed(deps);
    case "rotate":
      return inTurn(deps, job, async (turn) => {
        // Before the first row moves it is remembered which keys had rows, and at the end which have none.
        if (!job.turn) {
          await noteKeys(turn);
          await markFiles(turn);
        }
        if (!(await rotate(turn))) await noteKeys(turn);
      });
    case "read-digest":
      return allOf([() => digestReadings(deps), () => watchReadings(deps)]);
    case "suppress-page":
      return writeListPage(deps, job.listId);
    case "suppression-review":
      return applyReviewPage(deps, job.reviewId);
    case "suppression-sweep":
      return sweepSuppressions(deps);
    case "retain":
      return allOf([
        () => endExports(deps),
        () => tendTags(deps),
        () => retain(deps),
        () => trimJournal(deps),
        () => watchAccessReview(deps),
        () => watchKeys(deps),
        async () => deps.vacuum?.(),
      ]);
    case "forecast":
      return inTurn(deps, job, forecast);
    // The pages that follow do not do again what the hour has done.
    case "retain-page":
      if (!(await retain(deps))) await deps.vacuum?.();
      return;
    default:
      return nobody(job);
  }
}

/** Does every part, whatever becomes of the others; the first fault is thrown at the end, so that the job is tried again. */
async function allOf(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const faults: unknown[] = [];
  for (const part of parts) await part().catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw faults[0];
}

/** Does not compile while a kind is missing above. */
function nobody(job: never): never {
  throw new Error(`unknown job ${(job as Job).kind}`);
}
