/**
 * Answering a campaign without its mail: somebody types an address, and if it waits for an answer, its own link is mailed
 * there. Anybody can type anybody's address, so the mail is rare and counted together with the mails of sign-ups. Pure.
 */
import type { Institution, Lang } from "../../institution/rules.ts";
import { type Mailed, MOST_A_WEEK, PAUSE_MS, REQUEST_LIFE_MS } from "./sign-up.ts";

/** One campaign of a request, as the person stands to it now. */
export interface WaitingFacts {
  campaignId: string;
  /** On its list, and no answer of his is known. */
  waits: boolean;
}

/** The campaigns whose link may be mailed now; none: no mail. */
export function linksToMail(asked: readonly WaitingFacts[], mailed: readonly Mailed[], now: number): string[] {
  const recent = mailed.filter((m) => m.at > now - REQUEST_LIFE_MS);
  if (recent.length >= MOST_A_WEEK) return [];
  const today = new Set(recent.filter((m) => m.at > now - PAUSE_MS).flatMap((m) => m.campaignIds));
  return asked.filter((a) => a.waits && !today.has(a.campaignId)).map((a) => a.campaignId);
}

/** The one mail about a request. */
export interface AnswerLinkMail {
  to: string;
  language: Lang;
  /** When it was asked for. */
  at: number;
  institution: Institution;
  /** In that language. */
  questions: { list: string; heading: string; deadlineDay: string; url: string }[];
}
