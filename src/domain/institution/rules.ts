/** The institution as a controller: what set-up asks and every page, mail and notice uses. */

import type { Telling } from "../alerts/rules/telling.ts";
import type { GuardSettings } from "../sign-up-guard/rules/caps.ts";
import type { Keeping } from "./rules/keeping.ts";

export type Lang = "lv" | "en";
export type Both = Record<Lang, string>;

/** A body that processes data for the institution (GDPR Art. 28), named in the privacy notice. */
export interface Processor {
  role: "host" | "database" | "mail" | "other";
  name: string;
  /** ISO 3166-1 alpha-2 country of processing. */
  country: string;
  /** Contract under GDPR Art. 28(3): number and date, in the office's words. */
  contract: string;
  /** Safeguard for a transfer outside the EEA (Art. 46), or empty. */
  transfer: string;
  /** How long the processor keeps its logs, days. */
  logRetentionDays: number;
}

/** A picture by the SHA-256 (hex) of its bytes, and its size in pixels. */
export interface Logo {
  image: string;
  width: number;
  height: number;
}

export interface Institution {
  /** Latvian name in five cases, typed by a person; never inflected by the program. */
  names: { lv: { nom: string; gen: string; dat: string; acc: string; loc: string }; en: string };
  registrationNumber: string;
  legalAddress: string;
  phone: string;
  email: string;
  dataProtectionOfficer: { name: string; email: string; phone: string };
  supervisoryAuthority: { name: Both; address: string; email: string; website: string };
  /** Languages of the institution, the default first. */
  languages: Lang[];
  /** IANA time zone. */
  timeZone: string;
  /** Mail sender; replies go to a staffed address. */
  sender: { name: Both; address: string; replyTo: string };
  /**
   * Notice under every mail, plain text; its first paragraph stands alone under letters to one person. Absent in a profile
   * that was saved before there was one: then the text that set-up offers.
   */
  signature?: Both | undefined;
  /** Domains of the institution's own staff addresses, lower-case A-labels. */
  ownDomains: string[];
  /** Origins of other sites that may send our sign-up forms, for example `https://skola.example`; absent: none. */
  signUpSites?: string[];
  /** GDPR Art. 6(1) last subparagraph: public authorities do not rely on (f) in their tasks. */
  publicAuthority: boolean;
  /** The two colours and the mark that theme desk, pages and mails. */
  look: { link: string; accent: string; markSvg: string };
  processors: Processor[];
  /** Days for which a backup or point-in-time restore could bring back deleted rows. */
  restoreWindowDays: number;
  /** Months the sealed proof is kept after withdrawal (GDPR Art. 17(3)(e)); default 36. */
  proofMonths: number;
  /** Months after which a suppression tag is reviewed; default 36. */
  suppressionReviewMonths: number;
  /** Hours within which the institution means to have told the people whom a breach concerns; 12 where it has not chosen. */
  breachHours?: number | undefined;
  /** A campaign is sent only when somebody who did not write it has approved it. */
  secondPerson?: boolean;
  /** The sealed proof of somebody who left is opened only when a second person has agreed. */
  secondPersonOpens?: boolean;
  /** Whoever says "no" on a page or to staff, and is held by nothing else, gets one last mail about it (domain/last-mails). */
  lastMail?: boolean;
  /** The picture above the name in newsletters (domain/images); the mark stays that of pages. Saved by set-logo.ts alone. */
  logo?: Logo;
  /** Who is told of what cannot wait; absent until somebody is named. Saved by tell-whom.ts alone. */
  telling?: Telling;
  /** Why proofs and suppression tags are kept, and who reviews it; without it nothing is sent in production. Saved by keep-why.ts alone. */
  keeping?: Keeping;
  /**
   * The most that one night deletes without a person, and days in which somebody must say why a thing is kept. Absent: as the
   * program has it (domain/retention/rules.ts). Saved by retention/set-limits.ts alone.
   */
  retention?: { ceiling: number; answerDays: number };
  /** What is unusual at the public forms, and how much one network gets. Absent: as the program has it (sign-up-guard/rules/caps.ts). */
  signUpGuard?: GuardSettings | undefined;
}
