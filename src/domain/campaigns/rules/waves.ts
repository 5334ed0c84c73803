/**
 * Waves: a few people are asked first, drawn at random, and the rest by itself after a while, so that a fault shows on
 * a hundred people and not on all of them. Pure; the stop rule of the pilot stands with the other (messages/rules/stop.ts).
 */
import { type Refusal, refuse } from "../../../refusal.ts";
import type { MailingState, Pilot } from "../rules.ts";

/** pilot: only those drawn go out. waiting: they are out, the rest follows. Null: everybody. */
export type Wave = "pilot" | "waiting" | null;

/** The pilot of a mailing: a campaign's stands in its draft, an issue's was chosen when it was sent. */
export const pilotOf = (m: { draft: { pilot?: Pilot }; frozen: { pilot?: Pilot } | null }): Pilot | undefined =>
  m.frozen?.pilot ?? m.draft.pilot;

/** How many are drawn for the pilot; none where it would be everybody. */
export function pilotSize(pilot: Pilot | undefined, planned: number): number {
  const size = pilot?.size ?? 0;
  return size > 0 && size < planned ? size : 0;
}

/** When the rest follows by itself. */
export const restAt = (pilot: Pilot | undefined, now: number): number => now + (pilot?.waitHours ?? 0) * 3_600_000;

/** Whether a person may let the rest go out at once. */
export function mayRelease(m: { state: MailingState; wave: Wave }): Refusal | undefined {
  return m.state === "sending" && m.wave === "waiting" ? undefined : refuse("campaigns.no_pilot_waits");
}
