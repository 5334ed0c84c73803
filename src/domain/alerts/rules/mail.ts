/** What the mail of an alert is made of. */
import type { Institution, Lang } from "../../institution/rules.ts";

export interface AlertMail {
  institution: Pick<Institution, "names" | "legalAddress" | "sender" | "look" | "timeZone">;
  /** Address of the named person. */
  to: string;
  language: Lang;
  /** An alert's code, or `test`. */
  code: string;
  /** Of an alert about a mailing: what it is called, and why it stands still (campaigns/rules/hold.ts). */
  mailing?: { title: string; heldReason: string | null };
  /** Page of the desk where one looks. */
  url: string;
  /** When it was raised. */
  at: number;
}
