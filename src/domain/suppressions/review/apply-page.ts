/** The job of a decision: the next page of tags. Safe to run twice: a tag that was done no longer fits the question. */
import type { Deps } from "../../../deps.ts";
import { commit } from "../../commit.ts";
import { applyWrites } from "../store/review.ts";
import { readReview } from "../views/review.ts";

const PAGE = 1_000;

export async function applyReviewPage(deps: Deps, reviewId: string): Promise<void> {
  const review = await readReview(deps.db, reviewId);
  if (review?.state !== "running") return;
  await commit(deps, { change: applyWrites(review, PAGE), proof: [] });
  if (review.decision === "end") deps.afterErasure();
  const after = await readReview(deps.db, reviewId);
  if (after?.state === "running") await deps.queue.enqueue({ kind: "suppression-review", reviewId });
}
