/**
 * The end of a campaign: until when answers count, when it is announced to staff, what may still stop it. Pure.
 *
 * What must stay true: everybody had at least 14 whole days after the last mail; nobody is deleted who was not announced
 * a day before; the officer may stop a deletion, never order one; it is postponed once.
 */
import { type FieldProblem, type Refusal, refuse } from "../../../refusal.ts";
import { dayOf, endOfDay, later } from "../../consent/rules/days.ts";
import { type CampaignDraft, DEADLINE_DAYS, daysToAnswer, type MailingKind, type MailingState } from "../rules.ts";
import type { Opinion } from "./review.ts";
import type { Wave } from "./waves.ts";

/** The `ending` column of a mailing. */
export interface Ending {
  /** When staff were told of the deletion that is to come. */
  announcedAt?: number;
  /** `mails`: so many had been handed over by then, and name the day of before. */
  postponed?: { to: string; from: string; reason: string; by: string; at: number; mails?: number };
  /** On the deletion. */
  opinion?: Omit<Opinion, "about">;
  /** What was decided of those whom the question did not reach. */
  unreached?: { decision: UnreachedDecision; people: number; by: string; at: number };
  /** The mailing that reminded the silent. */
  remindedBy?: string;
  /** The database is an older copy since then: answers may be lost, so only a person closes it. */
  restoredAt?: number;
  /** The program was asleep for an hour or more, and lives again since then. */
  wokenAt?: number;
}

/** keep: they stay on the list and may be asked again. remove: they leave it, and a tag is not written. */
export const UNREACHED_DECISIONS = ["keep", "remove"] as const;
export type UnreachedDecision = (typeof UNREACHED_DECISIONS)[number];

export const DAY_MS = 86_400_000;
/** Staff are told so long before the deletion. */
export const ANNOUNCE_DAYS = 3;
/** Nothing is deleted sooner after it was announced, whatever the calendar says. */
const NOTICE_MS = DAY_MS;
/** A campaign is postponed by at most so many days. */
export const POSTPONE_MOST = 60;

export interface Running {
  kind: MailingKind;
  state: MailingState;
  deadlineDay: string;
  finishedAt: number | null;
  ending: Ending | null;
}

/**
 * The last day on which answers count: the one the mails name, or a later one, because the last mail went out late or the
 * head of the office postponed it. `why` says which.
 */
export function lastDay(m: Running, timeZone: string): { day: string; why: "named" | "late" | "postponed" } {
  const late = m.finishedAt === null ? "" : later(dayOf(m.finishedAt, timeZone), { days: DEADLINE_DAYS.least });
  const postponed = m.ending?.postponed?.to ?? "";
  if (postponed > m.deadlineDay && postponed >= late) return { day: postponed, why: "postponed" };
  return late > m.deadlineDay ? { day: late, why: "late" } : { day: m.deadlineDay, why: "named" };
}

/**
 * The last day that mails name which are made from now on: the one frozen at "send", or the one it was put off to. What was
 * handed over before keeps the day it names; the page behind its link tells the new one.
 */
export function namedDay(m: { deadlineDay: string | null; movedTo: string | null }): string {
  const [frozen, moved] = [m.deadlineDay ?? "", m.movedTo ?? ""];
  return moved > frozen ? moved : frozen;
}

/** Whether the last day is over that its mails would name: nobody is asked what he cannot answer. Other mail has no such day. */
export const isTooLate = (
  m: { deadlineDay: string | null; movedTo: string | null },
  now: number,
  timeZone: string,
): boolean => m.deadlineDay !== null && now > endOfDay(namedDay(m), timeZone);

/** The last moment to answer. */
export const lastMoment = (m: Running, timeZone: string): number => endOfDay(lastDay(m, timeZone).day, timeZone);

/** From when its page and the staff's alert tell what will be deleted. */
export const announceFrom = (m: Running, timeZone: string): number => lastMoment(m, timeZone) - ANNOUNCE_DAYS * DAY_MS;

/** The earliest moment of a closing by itself; one that was not announced yet will be, now at the earliest. */
export function closesAt(m: Running, now: number, timeZone: string): number {
  return Math.max(lastMoment(m, timeZone), (m.ending?.announcedAt ?? now) + NOTICE_MS);
}

/** What the program does by itself now. A notice deletes nobody, so nothing of it is announced. */
export function endingStep(m: Running, now: number, timeZone: string): "announce" | "close" | "nothing" {
  if (m.state !== "sent" || m.kind === "reminder" || m.kind === "newsletter") return "nothing";
  if (m.kind === "notice") return now > lastMoment(m, timeZone) ? "close" : "nothing";
  if (m.ending?.announcedAt === undefined) return now > announceFrom(m, timeZone) ? "announce" : "nothing";
  if (m.ending.opinion?.verdict === "objects" || m.ending.restoredAt !== undefined) return "nothing";
  return now > closesAt(m, now, timeZone) ? "close" : "nothing";
}

/** Whether a person may close it now: everything is sent, the last day is over, and the officer does not object. */
export function mayClose(state: MailingState, over: boolean, opinion?: Pick<Opinion, "verdict">): Refusal | undefined {
  if (state === "closed" || state === "closing") return refuse("campaigns.closed_already");
  if (state !== "sent") return refuse("campaigns.not_sent_yet");
  if (!over) return refuse("campaigns.deadline_not_over");
  return opinion?.verdict === "objects" ? refuse("campaigns.deletion_stopped") : undefined;
}

/**
 * Whether its end can be put off at all: of a campaign that waits for answers, and of everything that stands still, for
 * there the last day may pass before all are asked. Once.
 */
export function canPostpone(m: Pick<Running, "kind" | "state" | "ending">): Refusal | undefined {
  const stands = m.state === "paused" && (m.kind === "reconsent" || m.kind === "notice");
  if (!stands && !(m.kind === "reconsent" && m.state === "sent")) return refuse("campaigns.nothing_to_postpone");
  return m.ending?.postponed ? refuse("campaigns.postponed_already") : undefined;
}

/** So many days whoever is still to be asked must have, if it goes on today. */
export const daysLeast = (m: Standing): number =>
  daysToAnswer(m.wave === null && m.heldFrom === "sending" ? undefined : m.draft.pilot);

/** What of a mailing tells how much of it is still to go out. */
interface Standing {
  wave: Wave;
  heldFrom: "planning" | "sending" | null;
  draft: Pick<CampaignDraft, "pilot">;
}

/**
 * Whether the end may be put off to this day. Of a mailing that is not out whole: whoever is still to be asked has the
 * days that everybody has.
 */
export function mayPostpone(
  m: Running & Standing,
  to: string,
  office: { today: string; timeZone: string },
): Refusal | undefined {
  const no = canPostpone(m);
  if (no) return no;
  const now = lastDay(m, office.timeZone).day;
  const most = later(now > office.today ? now : office.today, { days: POSTPONE_MOST });
  if (m.state === "paused") {
    const least = daysLeast(m);
    if (to < later(office.today, { days: least })) return refuse("campaigns.postpone_least", { values: { least } });
  }
  return to > now && to > office.today && to <= most ? undefined : refuse("campaigns.postpone_day");
}

const REASON_MIN = 10;
const REASON_MAX = 600;

/** What is wrong with a written reason of such an act. */
export function reasonProblems(reason: string): FieldProblem[] {
  const length = reason.trim().length;
  if (length < REASON_MIN) return [{ field: "reason", code: "campaigns.act_reason", values: { min: REASON_MIN } }];
  return length > REASON_MAX ? [{ field: "reason", code: "form.too_long", values: { max: REASON_MAX } }] : [];
}

/**
 * Whether it may be decided now of these people who were not reached: anew, once more of them are known than were decided
 * of. Nobody leaves a list by a campaign that was called off.
 */
export function mayDecideUnreached(
  m: { state: MailingState; ending: Ending | null },
  people: number,
): Refusal | undefined {
  if (m.state === "cancelled") return refuse("campaigns.called_off");
  if (!["sent", "closing", "closed"].includes(m.state)) return refuse("campaigns.not_sent_yet");
  return people > decidedOf(m.ending)
    ? undefined
    : refuse(m.ending?.unreached ? "campaigns.decided_already" : "messages.nothing_left");
}

/** Of how many people who were not reached, and are on the list, it was decided that they stay. */
export const decidedOf = (ending: Ending | null): number =>
  ending?.unreached?.decision === "keep" ? ending.unreached.people : 0;
