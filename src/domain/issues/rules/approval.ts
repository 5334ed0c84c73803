/**
 * The approval of an issue by a second person. Pure. It is of one version of the draft and of everything around it that a
 * reader would see; whoever changes any of it voids the approval, and the issue asks again.
 */
import type { FieldProblem } from "../../../refusal.ts";
import { type Review, validApproval } from "../../campaigns/rules/review.ts";
import { noticeHash } from "../../notices/rules.ts";
import type { FrozenIssue } from "./issue.ts";

/** What a reader would see, and who the readers are, as one hash (SHA-256, hex). When it goes out, and in what waves, is no part of it. */
export function shownOf({ institution, list, purpose, texts, salutation, images, segment }: FrozenIssue): string {
  const { look: _, ...office } = institution;
  return noticeHash(JSON.stringify([office, list, purpose, texts, salutation, images, segment ?? null]));
}

/** Of what is written in it alone, whoever sends it: the name of its content in the proof log (SHA-256, hex). */
export const contentOf = ({
  texts,
  salutation,
  images,
}: Pick<FrozenIssue, "texts" | "salutation" | "images">): string =>
  noticeHash(JSON.stringify([texts, salutation, images]));

/** What of it keeps the issue from being sent. `approval`: the institution wants a second person. */
export function approvalProblems(
  issue: { review: Review | null; version: number },
  frozen: FrozenIssue,
  wants: { approval: boolean },
): FieldProblem[] {
  if (!wants.approval) return [];
  const approval = validApproval(issue.review, issue.version);
  if (!approval) return [{ field: "approval", code: "campaigns.approval_missing" }];
  return approval.shown === shownOf(frozen) ? [] : [{ field: "approval", code: "campaigns.approval_old" }];
}
