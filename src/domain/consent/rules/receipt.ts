/**
 * The receipt that follows every "yes": one mail for each event, so that each consent has its own certificate and its own
 * "this was not me". It says nothing that the event does not say.
 */
import type { Institution, Lang } from "../../institution/rules.ts";

const MINUTE = 60_000;

/** How long one attempt may take before another one takes its place. */
export const RECEIPT_ATTEMPT_MS = 5 * MINUTE;
/**
 * A receipt that could not be handed over by then is given up: providers remember a key for 24 hours, so up to here a
 * second try is never a second mail, not even on a restored copy of the database.
 */
export const RECEIPT_GIVE_UP_MS = 20 * 60 * MINUTE;

export interface ReceiptMail {
  to: string;
  language: Lang;
  institution: Institution;
  /** Event id: the number of the certificate. */
  eid: string;
  at: number;
  /** `method` of the event. */
  method: string;
  /** Names in that language. */
  lists: string[];
  purpose: string;
  /** Hash of the text that was shown. */
  noticeSha256: string;
  /** Index of the entry in the log, from 0. */
  index: number;
  /** Pages of ours. */
  textUrl: string;
  leaveUrl: string;
  notMeUrl: string;
}

/** Which words tell how it was given. */
export const howOf = (method: string): "link" | "sign-up" | "return" =>
  method === "double-opt-in.post" ? "sign-up" : method === "return-page.post" ? "return" : "link";
