/** What a campaign rests on, as its evidence tells it; and whom it is for. */
import { askingOf, leavesOut, wantedStates } from "../../messages/rules/permission.ts";
import type { Audience } from "../../messages/views/audience.ts";
import type { Json } from "../../proof-log/rules/canonical.ts";
import { validApproval, validOpinion } from "../rules/review.ts";
import type { Mailing } from "../views.ts";

/** Facts of `mailing.sent`: why these people are asked, on which basis, and who has said what of it. */
export function groundFacts(mailing: Mailing): Record<string, Json | undefined> {
  const { kind, draft, review, version } = mailing;
  const opinion = validOpinion(review, mailing);
  const approval = validApproval(review, version);
  return {
    kind,
    reason: draft.reasonToAsk,
    ...(kind === "notice"
      ? { moved: draft.movedReason }
      : { basis: `eu-gdpr:A6-1-${draft.askBasis}`, norm: draft.askNorm }),
    ...(draft.pilot?.size && { pilot: { size: draft.pilot.size, hours: draft.pilot.waitHours } }),
    ...(draft.reminder && { reminder: { whom: draft.reminder.whom, days: draft.reminder.afterDays } }),
    ...(opinion && {
      opinion: {
        verdict: opinion.verdict,
        text: opinion.text,
        at: new Date(opinion.at).toISOString(),
        by: opinion.by,
        ...(opinion.writtenDay && { written: opinion.writtenDay }),
      },
    }),
    ...(approval && { approved: { by: approval.by, at: new Date(approval.at).toISOString() } }),
  };
}

/** The audience of a draft, as sending it now would have it. */
export function audienceOf(mailing: Mailing): Audience {
  const { listId, purposeId, kind, draft } = mailing;
  const asksProven = draft.asksProven === true && kind === "reconsent";
  const asking = askingOf({ kind, purposeId, frozen: { asksProven } });
  return { listId, purposeId, states: wantedStates(asking), asks: leavesOut(asking) };
}
