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

/**
 * due: nothing has gone out. mailing: it may have. mailed: it has. given-up: it has not, and will not by itself. unknown:
 * nobody can say, and it is not sent again by itself.
 */
export type ReceiptState = "due" | "mailing" | "mailed" | "given-up" | "unknown";

/** What is known of mail that is owed. due: nothing has gone out. mailing: it may have. Until `tryAt` it is somebody's. */
export interface OwedFence {
  state: "due" | "mailing";
  tryAt: number;
}

/** Pause until a receipt is asked for again whose entry is not under a signed head yet: longer the longer it has waited, ms. */
export const waitForSeal = (waitedMs: number): number => Math.min(Math.max(2_000, waitedMs / 4), 10 * MINUTE);

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
  /** The receipt file, which goes along. */
  file: { name: string; text: string };
  /** Pages of ours. */
  textUrl: string;
  leaveUrl: string;
  notMeUrl: string;
  /** The verifier, which takes the file. */
  verifyUrl: string;
}

/** Which words tell how it was given. */
export const howOf = (method: string): "link" | "sign-up" | "return" =>
  method === "double-opt-in.post" ? "sign-up" : method === "return-page.post" ? "return" : "link";
