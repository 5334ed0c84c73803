/**
 * May this person be mailed by this mailing, in the line before the send. Pure; asked when a batch is frozen, and its
 * parts again by the database when the attempt is taken (store/batch.ts).
 */

export interface Asking {
  kind: "reconsent" | "newsletter" | "notice";
  purposeId: string;
}

/** What is known of a recipient at this moment. */
export interface Recipient {
  subscription: "unproven" | "active" | "ended";
  endedReason: string | null;
  /** Of the list, now. */
  purposeId: string;
  listKind: "newsletter" | "service" | "staff" | "press";
  addressKind: "official" | "private" | "unknown" | null;
  /** A suppression tag of the address stands for this purpose or for everything: can only be a fault of ours. */
  suppressed: boolean;
  /** GDPR Art. 18. */
  restricted: boolean;
  /** Refused by a provider for its own reasons; a person decides. */
  held: boolean;
}

/**
 * Why a planned message is not sent. The reasons why a subscription ended stand as they are; `left` where the row is gone.
 */
export type SkipReason =
  | "answered"
  | "not_proven"
  | "wrong_purpose"
  | "wrong_address"
  | "suppressed"
  | "restricted"
  | "held"
  | "cancelled"
  | "left"
  | "refused"
  | "withdrawn"
  | "no_answer"
  | "bounced"
  | "complained"
  | "removed"
  | "erased"
  | "deceased";

/** The reason why not; undefined if he may be mailed. The first reason that holds, those of the person before ours. */
export function skipReason(mailing: Asking, to: Recipient): SkipReason | undefined {
  if (to.subscription === "ended" || to.addressKind === null) return (to.endedReason ?? "left") as SkipReason;
  if (to.suppressed) return "suppressed";
  if (to.restricted) return "restricted";
  if (to.purposeId !== mailing.purposeId) return "wrong_purpose";
  if (to.held) return "held";
  // A campaign asks whoever has not proved his consent; all other mail goes to whoever has.
  if (mailing.kind === "reconsent") return to.subscription === "unproven" ? undefined : "answered";
  if (to.subscription !== "active") return "not_proven";
  if (to.listKind === "press" && to.addressKind === "unknown") return "wrong_address";
  return to.listKind === "staff" && to.addressKind === "private" ? "wrong_address" : undefined;
}

/** The state of a subscription that a mailing of this kind is for. */
export const wantedState = (kind: Asking["kind"]) => (kind === "reconsent" ? "unproven" : "active");
