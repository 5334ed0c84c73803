/**
 * Who must show a second factor, and who may take a lost one off. Pure.
 *
 * What must stay true: whoever can let others in, sees sealed proofs, or may take a list or proofs out of the house must have
 * an authenticator; nobody alone takes off somebody else's.
 */
import { type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { type Actor, actorLabel, may, type Permission, type Role } from "../rules.ts";

/** Permissions that ask for it; the roles follow. An account that only prepares mail may set it up, and is not asked to. */
export const STRONG: readonly Permission[] = [
  "staff.manage",
  "people.export",
  "proof.export",
  "proof.open",
  // The second of two people counts only if he is who he says he is.
  "proof.grant-opening",
  "access.review",
  "retention.decide",
];

/** Whether a member of this role must have an authenticator (R033; the setting `secondFactor` switches it on). */
export function needsSecondFactor(role: Role): boolean {
  return STRONG.some((permission) => may({ kind: "staff", id: "", role, via: "desk" }, permission) === undefined);
}

/**
 * Where others took a second factor off, the next is set up within a day: until then a mail code alone is enough to become that
 * member, and afterwards it takes two people again.
 */
export const ENROL_MS = 24 * 3_600_000;

/** Whether the time to set up the next is over. */
export const isEnrolOver = ({ enrolUntil }: { enrolUntil: number | undefined }, now: number): boolean =>
  enrolUntil !== undefined && enrolUntil <= now;

/** A request that nobody decides about ends after a day. */
export const RESET_MS = 24 * 3_600_000;
const REASON_MIN = 10;
const REASON_MAX = 300;

export interface Reset {
  userId: string;
  /** `staff:<id>`. */
  askedBy: string;
  reason: string;
  askedAt: number;
  until: number;
}

/** The reason as it is kept: trimmed, in NFC; it goes into the proof log, so it names no address. */
export function readResetReason(typed: string): { reason: string } | Refusal {
  const reason = typed.trim().normalize("NFC");
  if (reason.length < REASON_MIN)
    return refuseForm([{ field: "reason", code: "staff.reason_short", values: { min: REASON_MIN } }]);
  if (reason.length > REASON_MAX)
    return refuseForm([{ field: "reason", code: "form.too_long", values: { max: REASON_MAX } }]);
  return reason.includes("@") ? refuseForm([{ field: "reason", code: "staff.reason_address" }]) : { reason };
}

/** One's own is taken off with a code of it. */
export function mayAskReset(
  actor: Actor,
  member: { id: string; secondFactor: boolean; enrolUntil: number | undefined; disabledAt: number | undefined },
): Refusal | undefined {
  if (actor.kind === "staff" && actor.id === member.id) return refuse("staff.own_account");
  if (member.disabledAt !== undefined) return refuse("staff.disabled");
  return member.secondFactor || member.enrolUntil !== undefined ? undefined : refuse("staff.second_missing_yet");
}

/** Two people decide, and the member is neither of them. */
export function mayGrantReset(actor: Actor, asked: Reset): Refusal | undefined {
  if (actor.kind === "staff" && actor.id === asked.userId) return refuse("staff.own_account");
  return actorLabel(actor) === asked.askedBy ? refuse("staff.reset_own") : undefined;
}
