/**
 * Where captured mail lies in development: outside the database, as the recipient's mailbox would. Written by the capture
 * mailer, read by /dev/mail, tests and scripts.
 */
import type { OutgoingMail } from "../deps.ts";

export interface CapturedMail {
  /** As the mailer's answer gave it: 32 hex digits. */
  id: string;
  /** Idempotency key of the hand-over and place in it. */
  key: string;
  index: number;
  /** Mailer's fingerprint of the whole hand-over. */
  fingerprint: string;
  /** Milliseconds since 1970. */
  at: number;
  mail: OutgoingMail;
}

/** A line of the list: what a mailbox shows before a mail is opened. */
export type CapturedLine = Pick<CapturedMail, "id" | "at"> & { to: string; subject: string };

/** A text as a search compares it: in whatever case, with or without the signs over and under letters ("Ķēniņš", "kenins"). */
export const searchable = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export interface Mailbox {
  /** Keeps a mail. If one with this id is kept already, that one stays and is returned. */
  put(mail: CapturedMail): Promise<CapturedMail>;
  get(id: string): Promise<CapturedMail | undefined>;
  /** Newest first: all, or those whose address, subject or text part holds these words, as `searchable` compares them. */
  list(words?: string): Promise<CapturedLine[]>;
  /** The message in Internet form (RFC 5322), as the SMTP mailer would send it. */
  source(id: string): Promise<string | undefined>;
  /** Empties it. */
  clear(): Promise<void>;
}
