/**
 * What an answer does, given how things stand. Total over all states: every door asks here, so that the same press has
 * the same effect on the re-consent page, the unsubscribe page, by one-click, by phone and by letter.
 *
 * A "yes" never re-grants after a "no" on an old link (coming back is a new sign-up), and a repeated press changes
 * nothing and makes no second event.
 */

export type SubscriptionState = "unproven" | "active" | "ended";
export type RecordState = "requested" | "given" | "refused" | "withdrawn" | "revoked" | "expired" | "invalidated";

/** GDPR Art. 6(1) letters. */
export type Basis = "a" | "b" | "c" | "e" | "f";

/** By which way a "no" came: kept with the mailing it answers. former-system: said there, told by its file. */
export type Way = "one-click" | "page" | "reply" | "phone" | "letter" | "in-person" | "complaint" | "former-system";

/** The way of a "no" through this door; `method` of what staff recorded is `staff.<way>`. */
export function wayOf(door: { channel: "page" | "one-click" | "staff" | "provider"; method: string }): Way {
  if (door.channel === "provider") return "complaint";
  return door.channel === "staff" ? (door.method.slice("staff.".length) as Way) : door.channel;
}

/** Event type and record state of an act of the person (DPV terms; `dsr.objected` is GDPR Art. 21). */
export type Step =
  | { does: "give"; typ: "consent.given" | "consent.renewed"; record: "given" }
  | { does: "end"; typ: "consent.refused" | "dsr.objected"; record: "refused"; reason: "refused" | "withdrawn" }
  | { does: "end"; typ: "consent.withdrawn"; record: "withdrawn"; reason: "withdrawn" }
  | { does: "end"; typ: "consent.invalidated"; record: "invalidated"; reason: "refused" }
  | { does: "nothing" };

/**
 * "Yes" to a purpose that rests on consent. Where an earlier proof exists it is renewed: by a second list of the purpose, or
 * by the answer to a campaign that asked anew (`unanswered`: it waits for this person's answer).
 */
export function stepOnYes(subscription: SubscriptionState, record: RecordState | undefined, unanswered: boolean): Step {
  if (subscription === "ended") return { does: "nothing" };
  if (record === "given")
    return subscription === "active" && !unanswered
      ? { does: "nothing" }
      : { does: "give", typ: "consent.renewed", record: "given" };
  return { does: "give", typ: "consent.given", record: "given" };
}

/** "No", whatever the door: a refusal, a withdrawal of what was given, or an objection where consent is not the basis. */
export function stepOnNo(subscription: SubscriptionState, record: RecordState | undefined, basis: Basis): Step {
  if (subscription === "ended") return { does: "nothing" };
  if (record === "given") return { does: "end", typ: "consent.withdrawn", record: "withdrawn", reason: "withdrawn" };
  if (basis !== "a") return { does: "end", typ: "dsr.objected", record: "refused", reason: "withdrawn" };
  return { does: "end", typ: "consent.refused", record: "refused", reason: "refused" };
}

/** "This was not my answer": what was given never was. Everything else of it is as after a refusal. */
export function stepOnInvalid(subscription: SubscriptionState, record: RecordState | undefined): Step {
  if (subscription === "ended" || record !== "given") return { does: "nothing" };
  return { does: "end", typ: "consent.invalidated", record: "invalidated", reason: "refused" };
}
