/** What happened to a mailing after it was sent, as its page tells it. Pure. */

/** Acts that leave evidence, by the type of their event. */
export const COURSE = [
  "mailing.paused",
  "mailing.resumed",
  "mailing.cancelled",
  "mailing.unknown-decided",
  "mailing.failed-planned",
] as const;

/** Acts around the sending: what others said, the waves, the end. They are told in words of their own. */
export const SAID = [
  "mailing.opinion-recorded",
  "mailing.approved",
  "mailing.rest-begun",
  "mailing.reminder-begun",
  "mailing.postponed",
  "mailing.annulled",
  "mailing.unreached-decided",
  "mailing.closed",
  "issue.scheduled",
  "issue.moved",
  "issue.taken-back",
] as const;

/** What such an act says besides. */
export type Says = Partial<Record<"about" | "verdict" | "to" | "decision" | "start" | "why", string>>;

/** One of them, as the event holds it. */
export interface Act {
  typ: (typeof COURSE)[number] | (typeof SAID)[number];
  at: number;
  /** `staff:<id>`; the operator without a name is `staff:cli`. */
  by: string;
  /** `cli`: it came from the command line. */
  via?: string;
  /** Of `resumed` and `cancelled`: since when the mailing had stood still, and why. */
  heldAt?: number;
  heldReason?: string;
  /** Of a decision about unknown outcomes. */
  decision?: string;
  /** How many it was about. */
  messages?: number;
  says?: Says;
}

export type Step =
  | { kind: "stopped"; at: number; reason: string }
  | ({ kind: "paused" | "resumed" | "cancelled" } & Done)
  | ({ kind: "decided"; decision: string; messages: number } & Done)
  | ({ kind: "said"; typ: (typeof SAID)[number]; says: Says } & Done)
  /** What failed through a fault of ours was planned anew. */
  | ({ kind: "planned-anew"; messages: number } & Done);

/** When, by whom, and by which way. */
type Done = Pick<Act, "at" | "by" | "via">;

/**
 * The steps, oldest first. A pause of the program leaves no event of its own: it is told by the act that ended it, or, as
 * long as it lasts, by the mailing.
 */
export function stepsOf(acts: readonly Act[], now: { heldAt: number | null; heldReason: string | null }): Step[] {
  const steps: Step[] = [];
  for (const { typ, at, by, via, heldAt, heldReason, decision, messages, says = {} } of acts) {
    const done: Done = { at, by, ...(via !== undefined && { via }) };
    if (heldAt !== undefined && heldReason !== undefined && heldReason !== "person")
      steps.push({ kind: "stopped", at: heldAt, reason: heldReason });
    const said = SAID.find((one) => one === typ);
    if (said) steps.push({ kind: "said", ...done, typ: said, says });
    else if (typ === "mailing.unknown-decided")
      steps.push({ kind: "decided", ...done, decision: decision ?? "", messages: messages ?? 0 });
    else if (typ === "mailing.failed-planned") steps.push({ kind: "planned-anew", ...done, messages: messages ?? 0 });
    else steps.push({ kind: typ.slice("mailing.".length) as "paused", ...done });
  }
  if (now.heldAt !== null && now.heldReason !== null && now.heldReason !== "person")
    steps.push({ kind: "stopped", at: now.heldAt, reason: now.heldReason });
  return steps;
}
