/**
 * Signing up, before the person has confirmed it: what a request holds, which lists a confirmation mail may go out for,
 * and what a confirmation link stands for. Anybody can type anybody's address, so the mail itself is the danger: it is
 * rare, says one thing, and is never sent to somebody who complained or asked for silence (promise P5).
 */
import type { Both, Institution, Lang } from "../../institution/rules.ts";
import type { CameBy } from "../../sign-up-guard/rules/came.ts";

const HOUR = 3_600_000;
/** A request and its link live this long. */
export const REQUEST_LIFE_MS = 7 * 24 * HOUR;
/** No second mail about one list to one mailbox within this time. */
export const PAUSE_MS = 24 * HOUR;
/** Confirmation mails to one mailbox in seven days, about whatever lists. */
export const MOST_A_WEEK = 3;
/** A mail that could not be handed over by then is given up. */
export const GIVE_UP_MS = 24 * HOUR;

export interface AskedList {
  listId: string;
  /** Hash of the statement that the form showed, in the language of the request: what the person will consent to. */
  noticeSha256: string;
}

/** What an intake row seals: a sign-up; with `campaigns` or `ownPage` the wish for a link: of a question, of one's own page. */
export interface SignUp {
  /** As typed, with the domain as A-label: where mail goes. */
  address: string;
  language: Lang;
  /** When it was asked for, ms. */
  at: number;
  lists: AskedList[];
  /** The form that was sent, and from which site; absent in a request from before forms were kept. */
  form?: { place: "page" | "snippet" | "call"; sha256: string; site?: string };
  /** The age that was stated, in years, where a list asks for one; at least this. */
  age?: number;
  /** Campaigns that were running when it was asked for. */
  campaigns?: string[];
  /** Asked for the link of his own page (`/me`). */
  ownPage?: true;
  /** A program of the office handed it on, with its key. */
  handedOn?: true;
  /** With what it came; until the job has decided. */
  came?: CameBy | undefined;
  /** The link's 32 bytes, base64url; only from the first attempt of the mail until it is handed over. */
  token?: string;
}

/** The others are wishes for a link, to which their owner has a right. */
export const isSignUp = ({ campaigns, ownPage }: Pick<SignUp, "campaigns" | "ownPage">) => !campaigns && !ownPage;

/** The one mail about a request. */
export interface ConfirmMail {
  to: string;
  language: Lang;
  /** Names of the lists in that language. */
  lists: string[];
  at: number;
  /** Last moment of the link, ms. */
  validUntil: number;
  url: string;
  institution: Institution;
}

/** One list of a request, as it stands now. */
export interface AskFacts {
  listId: string;
  purposeId: string;
  /** The person is on it with proven consent. */
  onIt: boolean;
}

export interface Mailed {
  at: number;
  listIds: string[];
  campaignIds: string[];
  ownPage: boolean;
}

/** Whoever complained, said "never again" or died gets nothing; the other reasons let him return. */
const SILENT = new Set(["complained", "never", "deceased"]);

export interface Suppressed {
  /** Purpose id, or `*`. */
  scope: string;
  reason: string;
}

/** Whether its owner asked for silence, whatever the purpose. */
export const wantsSilence = (suppressed: readonly Suppressed[]) => suppressed.some((s) => SILENT.has(s.reason));

/** Whether a tag forbids every mail for this purpose, also the one that asks. */
export function silenced(purposeId: string, suppressed: readonly Suppressed[]): boolean {
  return suppressed.some((s) => SILENT.has(s.reason) && (s.scope === "*" || s.scope === purposeId));
}

/** The lists that a mail may ask about now; none: no mail. */
export function listsToAsk(
  asked: readonly AskFacts[],
  suppressed: readonly Suppressed[],
  mailed: readonly Mailed[],
  now: number,
): string[] {
  const recent = mailed.filter((m) => m.at > now - REQUEST_LIFE_MS);
  if (recent.length >= MOST_A_WEEK) return [];
  const today = new Set(recent.filter((m) => m.at > now - PAUSE_MS).flatMap((m) => m.listIds));
  return asked
    .filter((a) => !a.onIt && !silenced(a.purposeId, suppressed) && !today.has(a.listId))
    .map((a) => a.listId);
}

/**
 * What mails to one mailbox are counted by: `anna+news@post.example` is most likely the mailbox of `anna@post.example`.
 * For counting only, never an identity.
 */
export function mailboxOf(normalised: string): string {
  const at = normalised.lastIndexOf("@");
  const local = normalised.slice(0, at);
  const plus = local.indexOf("+", 1);
  return (plus < 0 ? local : local.slice(0, plus)) + normalised.slice(at);
}

/** What a confirmation link stands for: a request, or what was answered to it. */
export type Subject =
  | { is: "request"; intakeId: string }
  | { is: "confirmed"; subscriptionIds: string[] }
  | { is: "declined" };

/** `<uuid>`, `confirmed <uuid> <uuid>…` or `declined`. */
export function writeSubject(subject: Subject): string {
  if (subject.is === "request") return subject.intakeId;
  return subject.is === "declined" ? "declined" : `confirmed ${subject.subscriptionIds.join(" ")}`;
}

export function readSubject(text: string): Subject {
  if (text === "declined") return { is: "declined" };
  const [first = "", ...subscriptionIds] = text.split(" ");
  return first === "confirmed" ? { is: "confirmed", subscriptionIds } : { is: "request", intakeId: first };
}

/** A list as the person was shown it when he answered. */
export interface JoinedList {
  names: Both;
  /** Still on it. */
  live: boolean;
}
