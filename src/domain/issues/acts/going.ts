/** What the proof log keeps of an issue that goes out: its content by hash, to whom, on whose word. Nothing of any person. */
import { validApproval } from "../../campaigns/rules/review.ts";
import type { IssueAudience } from "../../messages/views/recipients/left-out.ts";
import type { Json } from "../../proof-log/rules/canonical.ts";
import { contentOf } from "../rules/approval.ts";
import type { FrozenIssue } from "../rules/issue.ts";
import type { Scheduled } from "../views/scheduled.ts";

/** Facts of `issue.scheduled` and `issue.sent`. */
export function goingFacts(
  issue: Pick<Scheduled, "id" | "review" | "version">,
  frozen: FrozenIssue,
  { audience, unproven, outside, skipped }: IssueAudience,
): Record<string, Json | undefined> {
  const approval = validApproval(issue.review, issue.version);
  const { pilot, segment } = frozen;
  return {
    mailing: issue.id,
    list: frozen.list.slug,
    purpose: frozen.purpose.id,
    content: contentOf(frozen),
    ...(segment && { segment: { ...segment } as Record<string, Json> }),
    ...(pilot && { pilot: { size: pilot.size, hours: pilot.waitHours } }),
    ...(approval && { approved: { by: approval.by, at: new Date(approval.at).toISOString() } }),
    audience,
    left: { unproven, outside, ...skipped },
  };
}
