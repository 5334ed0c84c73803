/**
 * May this person be mailed by this mailing, in the line before the send. Pure; asked when a batch is frozen, and its
 * parts again by the database when the attempt is taken (store/batch.ts).
 */

export interface Asking {
  kind: "reconsent" | "newsletter" | "notice" | "reminder";
  purposeId: string;
  /** Of a campaign: also people whose consent is proved are asked. */
  asksProven?: boolean;
}

/** What is known of a recipient at this moment. */
export interface Recipient {
  subscription: "unproven" | "active" | "ended";
  endedReason: string | null;
  /** Of the list, now. */
  purposeId: string;
  listKind: "newsletter" | "service" | "staff" | "press";
  addressKind: "official" | "private" | "unknown" | null;
  /** Of a list of work addresses: no domain of the institution, as they are now (R107). */
  foreign?: boolean;
  /** A suppression tag of the address stands for this purpose or for everything: can only be a fault of ours. */
  suppressed: boolean;
  /** GDPR Art. 18. */
  restricted: boolean;
  /** The restriction is the pause while a request of his is open (rights-requests). */
  requested?: boolean;
  /** He wants nothing of this list yet: the day that he named has not come. */
  paused?: boolean;
  /** Refused by a provider for its own reasons; a person decides. */
  held: boolean;
  /** He has answered the campaign already, by whatever door. */
  answered?: boolean;
  /** His consent to the purpose is proved, on whatever list. */
  proven?: boolean;
}

/**
 * Why a planned message is not sent. The reasons why a subscription ended stand as they are; `left` where the row is gone.
 */
export type SkipReason =
  | "answered"
  /** Consent to the purpose is proved already. */
  | "proven"
  /** How the office came to the address forbids asking (imports/rules/claim.ts). */
  | "no_source"
  | "not_proven"
  | "wrong_purpose"
  | "wrong_address"
  | "suppressed"
  | "restricted"
  /** A request of his is open: nothing is mailed to him until it is answered. */
  | "request"
  /** He paused the list himself, until a later day. */
  | "paused"
  | "held"
  /** The key of the address is lost: it can be read by nobody any more. */
  | "unreadable"
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
  if (to.restricted) return to.requested ? "request" : "restricted";
  // What the law makes us tell (a change of the notice, of the legal basis) is no mail that he could put off.
  if (to.paused && mailing.kind !== "notice") return "paused";
  if (to.purposeId !== mailing.purposeId) return "wrong_purpose";
  if (to.held) return "held";
  if (to.answered) return "answered";
  // A campaign asks whoever has not proved his consent; all other mail goes to whoever has.
  if (asks(mailing.kind)) {
    if (mailing.asksProven) return undefined;
    return to.subscription === "unproven" ? (to.proven ? "proven" : undefined) : "answered";
  }
  // A notice tells also those of a list that was moved to a task, who have proved nothing; nothing else may go to them.
  if (to.subscription !== "active" && mailing.kind !== "notice") return "not_proven";
  if (to.listKind === "press" && to.addressKind === "unknown") return "wrong_address";
  return to.listKind === "staff" && (to.foreign || to.addressKind === "private") ? "wrong_address" : undefined;
}

/** The same of a mailing row. */
export function askingOf(m: {
  kind: Asking["kind"];
  purposeId: string;
  /** `kind` stands in all that is frozen, the other in campaigns. */
  frozen: { kind?: Asking["kind"]; asksProven?: boolean } | null;
}): Asking {
  return { kind: m.kind, purposeId: m.purposeId, asksProven: m.frozen?.asksProven === true };
}

/** Whether mail of this kind asks for consent. */
const asks = (kind: Asking["kind"]) => kind === "reconsent" || kind === "reminder";

/** A state of a live subscription. */
export type Live = "unproven" | "active";

/** The states of the subscriptions that a mailing is for, the first of them the usual one. */
export function wantedStates({ kind, asksProven }: Pick<Asking, "kind" | "asksProven">): readonly Live[] {
  if (kind === "notice") return ["active", "unproven"];
  if (!asks(kind)) return ["active"];
  return asksProven ? ["unproven", "active"] : ["unproven"];
}

/** The states of whom a reminder is for: rows without proof are reminded only where the campaign says so. */
export const remindedStates = (
  campaign: Parameters<typeof wantedStates>[0],
  whom: string | undefined,
): readonly Live[] => (whom === "everybody" ? wantedStates(campaign) : ["active"]);

/**
 * Whom of its list a campaign leaves out from the first: addresses of a source that forbids it, and, unless it says otherwise,
 * whoever has proved his consent. A notice is for the proven too.
 */
export function leavesOut({ kind, asksProven }: Pick<Asking, "kind" | "asksProven">): { proven: boolean } | undefined {
  return asks(kind) || kind === "notice" ? { proven: kind === "notice" || asksProven === true } : undefined;
}
