/** Re-consent campaigns: what an author writes, what is frozen at "send", and which step may follow which. */
import { type FieldProblem, type Refusal, refuse } from "../../refusal.ts";
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
  institution: Pick<
    Institution,
    "names" | "legalAddress" | "phone" | "email" | "sender" | "signature" | "timeZone" | "look" | "languages"
  >;
  list: { id: string; slug: string; names: Both; promise: Both };
  purpose: { id: string; slug: string; version: number; names: Both };
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
  /** How often his mail was put off by itself. */
  tries?: number;
}

export type MailingState = "draft" | "planning" | "sending" | "sent" | "paused" | "closing" | "closed" | "cancelled";

/** A campaign gives people at least so many whole days to answer, and ends before it is forgotten. */
export const DEADLINE_DAYS = { least: 7, most: 90 } as const;
/** LOOK-PUBLIC 8: longer subjects are cut by mail programs. */
export const SUBJECT_MAX = 80;
const HEADING_MAX = 120;
const LEAD_MAX = 1_200;
const TITLE_MAX = 120;
const REASON_MIN = 20;

/** Everything that keeps a draft from being sent, field by field. Saving a draft asks only for a title. */
export function draftProblems(
  draft: CampaignDraft & { title: string; deadlineDay: string | null },
  office: { languages: readonly Lang[]; today: string; daysUntil: (day: string) => number },
): FieldProblem[] {
  const problems: FieldProblem[] = [...titleProblems(draft.title)];
  if (draft.reasonToAsk.trim().length < REASON_MIN)
    problems.push({ field: "reasonToAsk", code: "campaigns.reason_short", values: { min: REASON_MIN } });
  if (!draft.deadlineDay) problems.push({ field: "deadlineDay", code: "campaigns.deadline_missing" });
  else {
    const days = office.daysUntil(draft.deadlineDay);
    if (days < DEADLINE_DAYS.least || days > DEADLINE_DAYS.most)
      problems.push({ field: "deadlineDay", code: "campaigns.deadline_range", values: DEADLINE_DAYS });
  }
  for (const lang of office.languages) problems.push(...textProblems(lang, draft.texts[lang]));
  return problems;
}

/** What an author wrote, in NFC: some keyboards compose letters from parts, and proofs hold one spelling (PROOF 6.2). */
export function tidyDraft<T extends { title: string; draft: CampaignDraft }>(input: T): T {
  const { draft } = input;
  const texts: CampaignDraft["texts"] = {};
  for (const [lang, text] of Object.entries(draft.texts) as [Lang, CampaignText][])
    texts[lang] = {
      subject: text.subject.normalize("NFC"),
      heading: text.heading.normalize("NFC"),
      lead: text.lead.normalize("NFC"),
    };
  return {
    ...input,
    title: input.title.normalize("NFC"),
    draft: { texts, reasonToAsk: draft.reasonToAsk.normalize("NFC") },
  };
}

/** What a title must be, also in a draft. */
export function titleProblems(title: string): FieldProblem[] {
  if (!title.trim()) return [{ field: "title", code: "campaigns.title_missing" }];
  return title.length > TITLE_MAX ? [{ field: "title", code: "form.too_long", values: { max: TITLE_MAX } }] : [];
}

function textProblems(lang: Lang, text: CampaignText | undefined): FieldProblem[] {
  const limits = { subject: SUBJECT_MAX, heading: HEADING_MAX, lead: LEAD_MAX } as const;
  return (Object.keys(limits) as (keyof typeof limits)[]).flatMap((part): FieldProblem[] => {
    const field = `${part}.${lang}`;
    const value = text?.[part]?.trim() ?? "";
    if (!value) return [{ field, code: "form.required" }];
    if (part !== "lead" && /[\r\n]/.test(value)) return [{ field, code: "campaigns.one_line" }];
    return value.length > limits[part] ? [{ field, code: "form.too_long", values: { max: limits[part] } }] : [];
  });
}

/** Whether a campaign can be closed now: everything is sent, and the deadline day is over. */
export function mayClose(state: MailingState, deadlineOver: boolean): Refusal | undefined {
  if (state === "closed" || state === "closing") return refuse("campaigns.closed_already");
  if (state !== "sent") return refuse("campaigns.not_sent_yet");
  return deadlineOver ? undefined : refuse("campaigns.deadline_not_over");
}
