/**
 * A person's own page (`/me`): who gets its link by mail, and how long link and visit last. Anybody can type anybody's
 * address, so the mail is rare, has a count of its own, and says one thing. Pure.
 */

import type { FieldProblem } from "../../refusal.ts";
import { isDay, later } from "../consent/rules/days.ts";
import { type Mailed, MOST_A_WEEK, REQUEST_LIFE_MS } from "../consent/rules/sign-up.ts";
import type { Institution, Lang } from "../institution/rules.ts";

const MINUTE = 60_000;
/** The link works this long after it was asked for, and once. */
export const LINK_LIFE_MS = 60 * MINUTE;
/** A mail that could not be handed over by then is given up: its reader would have no time left. */
export const LINK_GIVE_UP_MS = 30 * MINUTE;
/** How long one visit lasts. */
export const VISIT_MS = 30 * MINUTE;

/** What nobody can undo by himself is done only so soon after the link was opened. */
export const FRESH_MS = 10 * MINUTE;
/** The longest pause of a list. */
export const MOST_PAUSE_MONTHS = 12;

/**
 * Whether a visit is young enough for an act that cannot be undone: everything erased, processing restricted, a name changed, an
 * address told to be shared. Whoever finds a browser that was left open gets no further than what can be put right. Leaving a
 * list is never among these: it is as easy as joining one.
 */
export const isFresh = ({ until }: { until: number }, now: number): boolean => now - (until - VISIT_MS) <= FRESH_MS;

/** The first day on which mail may go out again, as typed: after today, and within a year. `""` ends the pause. */
export function pauseProblem(typed: string, today: string): FieldProblem | undefined {
  if (typed === "") return undefined;
  const last = later(today, { months: MOST_PAUSE_MONTHS });
  return isDay(typed) && typed > today && typed <= last ? undefined : { field: "until", code: "me.pause_day" };
}

/** How the owner of a typed address stands. */
export interface LinkFacts {
  /** On a list, so that his address is held. */
  held: boolean;
  /** Something is still kept that his address finds: a sealed proof, or a mark that he is not to be mailed. */
  kept: boolean;
  /** Complained, said "never again", or died. */
  silent: boolean;
}

/**
 * Whether the owner of this address may be mailed the link. Whoever left may: he has a right to see what is kept about him
 * (GDPR Art. 15), and a typed address may get one capped mail (promise P5); whoever asked for silence and is on no list
 * gets nothing, because it may be somebody else who types. To an address of which we know nothing there is nothing to say.
 */
export function mayMailLink({ held, kept, silent }: LinkFacts): boolean {
  return held || (kept && !silent);
}

/**
 * Whether this mailbox may get one now. While a link still works there is no second one; after that a new one may go, or
 * "ask for a new link" would be an empty word. Links that were used are not among the mails that are counted, and neither are
 * those of sign-ups: whoever types an address into that form must not keep its owner from his page (GDPR Art. 12(2)).
 */
export function linkIsDue(mailed: readonly Mailed[], now: number): boolean {
  const recent = mailed.filter((m) => m.ownPage && m.at > now - REQUEST_LIFE_MS);
  return recent.length < MOST_A_WEEK && !recent.some((m) => m.at > now - LINK_LIFE_MS);
}

/** The one mail about a request. */
export interface OwnPageMail {
  to: string;
  language: Lang;
  /** When it was asked for, ms. */
  at: number;
  /** Last moment of the link, ms. */
  validUntil: number;
  url: string;
  institution: Institution;
}
