/** Re-consent campaigns: what an author writes, what is frozen at "send", and which step may follow which. */
import type { Both, Institution, Lang } from "../institution/rules.ts";

/** What the author writes for one language. Plain text; blank lines part paragraphs. */
export interface CampaignText {
  /** Mail subject: the thing and the date to answer by, under 80 characters. */
  subject: string;
  /** The question, h1 of mail and page. */
  heading: string;
  /** Why we ask, one short paragraph. */
  lead: string;
}

export interface CampaignDraft {
  texts: Partial<Record<Lang, CampaignText>>;
  /** Why these people expect the institution, and what the campaign itself rests on (basis for asking). */
  reasonToAsk: string;
}

/** The inputs of a mailing, frozen at "send": rendering is a pure function of this and a member. */
export interface FrozenMailing {
  renderer: 1;
  kind: "reconsent";
  publicUrl: string;
  tokenKeyId: string;
  institution: Pick<Institution, "names" | "legalAddress" | "phone" | "email" | "sender" | "timeZone" | "look" | "languages">;
  list: { id: string; slug: string; names: Both; promise: Both };
  purpose: { id: string; names: Both };
  /** Last day on which an answer counts, `YYYY-MM-DD` in the institution's time zone (until 23:59). */
  deadlineDay: string;
  texts: Record<string, CampaignText>;
  /** Notice shown on the page, per language: SHA-256 of its bytes. */
  questions: Record<string, string>;
}

/** One recipient, as frozen in a batch. */
export interface Member {
  personId: string;
  subscriptionId: string;
  address: string;
  name: string;
  language: Lang;
}
