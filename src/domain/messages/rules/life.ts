/**
 * A message's life after it left us, told by events that come in any order and more than once: it only moves forward, so
 * that every order ends the same. Pure.
 */
import { type BounceClass, classIn, graver, reasonOf } from "./bounce.ts";

export type MessageState =
  | "planned"
  | "claimed"
  | "sent"
  | "delivered"
  | "bounced"
  | "complained"
  | "skipped"
  | "failed"
  | "unknown";

/** The provider has it, or had it. */
export const WITH_PROVIDER = ["sent", "delivered", "bounced", "complained"] as const satisfies readonly MessageState[];
/** As far as anybody knows it reached the person. */
export const REACHED = ["sent", "delivered"] as const satisfies readonly MessageState[];

export interface Life {
  state: MessageState;
  reason: string | null;
}

/** The provider took it and could not send it. */
export const FAILED_THERE = "provider.failed";

/** Of a sent message: a person took it as sent without knowing. Whoever it is for is never silent (views/silent.ts). */
export const ASSUMED = "assumed";

/** What an event proves. */
const PROVES: Record<string, MessageState> = {
  "email.scheduled": "sent",
  "email.sent": "sent",
  "email.delivery_delayed": "sent",
  "email.failed": "failed",
  "email.delivered": "delivered",
  "email.bounced": "bounced",
  "email.suppressed": "bounced",
  "email.complained": "complained",
};

/**
 * The order of life. Before the provider had it, all states are one: an event proves that it has gone out, whatever we
 * believed. Delivered outweighs a failure there (it was tried again); a bounce outweighs a delivery (the server took it
 * and gave it back); a complaint outweighs everything.
 */
function stage({ state, reason }: Life): number {
  if (state === "failed") return reason === FAILED_THERE ? 2 : 0;
  if (state === "sent" && reason === ASSUMED) return 0;
  return { planned: 0, claimed: 0, skipped: 0, unknown: 0, sent: 1, delivered: 3, bounced: 4, complained: 5 }[state];
}

/** The message after the event; undefined if it says nothing new. Without `bounce` nobody says why it came back. */
export function afterEvent(now: Life, type: string, bounce: BounceClass | undefined): Life | undefined {
  const state = PROVES[type];
  if (!state) return undefined;
  const told: Life = { state, reason: reasonFor(state, bounce) };
  const before = classIn(now.reason);
  if (state === "bounced" && now.state === "bounced" && before) {
    const reason = reasonOf(graver(before, bounce ?? before));
    return reason === now.reason ? undefined : { state, reason };
  }
  return stage(told) > stage(now) ? told : undefined;
}

function reasonFor(state: MessageState, bounce: BounceClass | undefined): string | null {
  if (state === "failed") return FAILED_THERE;
  return state === "bounced" ? reasonOf(bounce ?? "other") : null;
}
