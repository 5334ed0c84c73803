/**
 * The last mail (DESIGN P4): where the institution has switched it on, whoever pressed "no" and is held by nothing else gets
 * one mail more, which certifies what was deleted. For it his address lives on in one sealed row, 15 minutes at most. Pure.
 */
import type { Certificate } from "../consent/rules/certificate.ts";
import type { Kept } from "../consent/rules/outcome.ts";
import type { Institution, Lang } from "../institution/rules.ts";

const MINUTE = 60_000;

/** What the page says: after this the address is nowhere with us any more. */
export const LAST_MAIL_MS = 15 * MINUTE;
/** The row is deleted at this age whatever became of its mail. The sweep that does it comes every minute. */
export const ROW_LIFE_MS = 13 * MINUTE;
/** Nothing begins later: waiting for a place and handing over (deps.ts) take less than three minutes. */
export const BEGIN_MS = 10 * MINUTE;
/** So long it waits for the proof that goes along; then it goes without, and says where the file is found. */
export const FILE_WAIT_MS = 2 * MINUTE;

/** How a "no" came, as far as it decides whether a last mail follows. */
export interface No {
  /** The address is deleted with it: nothing else holds it. */
  erased: boolean;
  channel: "page" | "one-click" | "staff" | "provider";
  /** `method` of its event. */
  method: string;
  /** He complained, or has died: nothing goes there any more. */
  silent: boolean;
}

/**
 * Whether a last mail follows: after a button on a page of ours, and after what staff have written down for whoever asked
 * them by telephone, letter, reply or in person (GDPR Art. 12(3)). Not after a one-click: it shows no page that could say
 * that the address lives on, and who presses it in his mail program wants no mail. Never after a complaint or a death, nor
 * where nobody said anything here (silence, dead addresses, files of former systems).
 */
export function getsLastMail(office: Pick<Institution, "lastMail">, no: No): boolean {
  if (!office.lastMail || !no.erased || no.silent) return false;
  return no.channel === "page" || (no.channel === "staff" && no.method !== "staff.former-system");
}

/** The answer that it certifies, in the words of the page. */
export type Answer = "refused" | "withdrawn" | "left" | "invalidated";

/** What the row seals. */
export interface SealedLastMail {
  /** As typed, with the domain as A-label: where mail goes. */
  to: string;
  language: Lang;
  at: number;
  answer: Answer;
  /** Names of the lists that ended, in that language. */
  ended: string[];
  /** He left everything, also what is made later. */
  everything: boolean;
  kept: Kept;
  /** The whole of it; absent in a row that was written before there was one. */
  certificate?: Certificate;
  /** Whose newest event goes along as a file. */
  records: { id: string; version: number }[];
  /** For the link under which the file lies. */
  subscriptionId: string;
}

export interface LastMail extends Omit<SealedLastMail, "records" | "subscriptionId"> {
  institution: Institution;
  /** Event id: number of the certificate. */
  eid: string;
  /** Receipt files that go along, one for each purpose that ended; none where the log could not be signed in time. */
  files: readonly { name: string; text: string }[];
  /** Pages of ours. */
  fileUrl: string;
  verifyUrl: string;
  signUpUrl: string;
}

/** late: not handed over in time. refused: the provider does not take it. unknown: nobody can say. */
export type LastMailOutcome = "sent" | "late" | "refused" | "unknown";

/** The day (UTC) under which an outcome is counted. */
export const countedDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
