/** What a person may decide of messages whose outcome nobody knows. Pure. */
import { type Refusal, refuse } from "../../../refusal.ts";
import type { MailingState } from "../../campaigns/rules.ts";

/** sent: they count as sent. again: they are sent once more, and some people may get the mail twice. */
export const UNKNOWN_DECISIONS = ["sent", "again"] as const;
export type UnknownDecision = (typeof UNKNOWN_DECISIONS)[number];

/** Why it may not be decided so now; undefined if it may. `over`: the last day for answers is past. */
export function mayDecideUnknown(decision: UnknownDecision, state: MailingState, over: boolean): Refusal | undefined {
  if (state === "closing" || state === "closed") return refuse("messages.closed");
  if (decision === "sent") return undefined;
  if (state === "cancelled") return refuse("messages.cancelled");
  if (over) return refuse("messages.too_late");
  return state === "sending" || state === "sent" || state === "paused" ? undefined : refuse("messages.nothing_left");
}
