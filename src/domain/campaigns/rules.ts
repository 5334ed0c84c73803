/** Re-consent campaigns: what an author writes, what is frozen at "send", and which step may follow which. */
import type { FieldProblem } from "../../refusal.ts";
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
  /** Why these people expect mail from the institution. */
  reasonToAsk: string;
  /** What the asking itself rests on; absent until somebody has chosen. */
  askBasis?: AskBasis;
  /** The norm or the task behind it, in the office's words. */
  askNorm?: string;
  /** Of a notice: why the list no longer rests on consent (R105). */
  movedReason?: string;
  /** Also people whose consent to the purpose is proved are asked; then their silence changes nothing. */
  asksProven?: boolean;
  /** Absent: everybody at once. */
  pilot?: Pilot;
  /** Absent: nobody is reminded. */
  reminder?: Reminder;
}

/** GDPR Art. 6(1) letters on which one may ask. Consent cannot be its own basis. */
export const ASK_BASES = ["e", "c", "f"] as const;
export type AskBasis = (typeof ASK_BASES)[number];

/** The first wave: so many people, drawn at random; the rest follows by itself after so many hours. */
export interface Pilot {
  size: number;
  waitHours: number;
}

/** One more mail to the silent, so many days after the last of the mailing went out. */
export interface Reminder {
  whom: "proven" | "everybody";
  afterDays: number;
}

/** The inputs of a mailing, frozen at "send": rendering is a pure function of this and a member. */
export interface FrozenMailing {
  renderer: 1;
  kind: "reconsent" | "notice" | "reminder";
  /** The mailing whose links the mail carries, where it is another one: answers to a reminder are the campaign's. */
  answersTo?: string;
  /** Also people with a proven consent are asked. */
  asksProven?: boolean;
  publicUrl: string;
  tokenKeyId: string;
  institution: Pick<
    Institution,
    | "names"
    | "legalAddress"
    | "phone"
    | "email"
    | "sender"
    | "signature"
    | "timeZone"
    | "look"
    | "languages"
    | "lastMail"
  >;
  list: { id: string; slug: string; names: Both; promise: Both };
  purpose: { id: string; slug: string; version: number; names: Both };
  /** Last day on which an answer counts, `YYYY-MM-DD` in the institution's time zone (until 23:59). */
  deadlineDay: string;
  texts: Record<string, CampaignText>;
  /** Notice shown on the page, per language: SHA-256 of its bytes. */
  questions: Record<string, string>;
  /** Of a notice: the law behind the task. */
  norm?: Both;
  /** Of a reminder: day on which the first mail went out. */
  askedDay?: string;
  /** Chosen at "send"; a campaign's stands in its draft. */
  pilot?: Pilot;
}

/** One recipient, as frozen in a batch. */
export interface Member {
  personId: string;
  subscriptionId: string;
  address: string;
  name: string;
  language: Lang;
  /** Day since which he is on the list, `YYYY-MM-DD`. */
  since?: string;
  /** How often his mail was put off by itself. */
  tries?: number;
  /** The last day that his mail names, where the end was put off since "send". */
  day?: string;
}

export type MailingKind = "reconsent" | "newsletter" | "notice" | "reminder";
export type MailingState =
  | "draft"
  | "scheduled"
  | "planning"
  | "sending"
  | "sent"
  | "paused"
  | "closing"
  | "closed"
  | "cancelled";

/** A campaign gives everybody at least so many whole days to answer, and ends before it is forgotten. */
export const DEADLINE_DAYS = { least: 14, most: 90 } as const;
export const PILOT = { size: 100, waitHours: 24, most: 10_000, longestHours: 14 * 24 } as const;
export const REMINDER_DAYS = { usual: 7, least: 3, most: 60 } as const;
/** LOOK-PUBLIC 8: longer subjects are cut by mail programs. */
export const SUBJECT_MAX = 80;
const HEADING_MAX = 120;
const LEAD_MAX = 1_200;
const TITLE_MAX = 120;
const REASON_MIN = 20;
const NORM_MAX = 300;
const REASON_MAX = 1_200;

/** Everything that keeps a draft from being sent, field by field. Saving a draft asks only for a title. */
export function draftProblems(
  draft: CampaignDraft & { title: string; deadlineDay: string | null; kind?: MailingKind },
  office: { languages: readonly Lang[]; today: string; daysUntil: (day: string) => number },
): FieldProblem[] {
  const problems: FieldProblem[] = [...titleProblems(draft.title)];
  problems.push(...groundProblems(draft), ...planProblems(draft));
  if (!draft.deadlineDay) problems.push({ field: "deadlineDay", code: "campaigns.deadline_missing" });
  else {
    const days = office.daysUntil(draft.deadlineDay);
    const { most } = DEADLINE_DAYS;
    const least = daysToAnswer(draft.pilot);
    if (days < least || days > most)
      problems.push({ field: "deadlineDay", code: "campaigns.deadline_range", values: { least, most } });
  }
  for (const lang of office.languages) problems.push(...textProblems(lang, draft.texts[lang]));
  return problems;
}

/** So many days the last of them has, if the rest follows the pilot as planned. */
export const daysToAnswer = (pilot: Pilot | undefined): number =>
  DEADLINE_DAYS.least + Math.ceil((pilot?.size ? pilot.waitHours : 0) / 24);

/** What of the reasons is missing: asking is itself a mailing and needs a basis of its own (GDPR Art. 6(1)). */
function groundProblems(draft: CampaignDraft & { kind?: MailingKind }): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const long = (field: "reasonToAsk" | "movedReason") => {
    const length = (draft[field] ?? "").trim().length;
    const code = field === "movedReason" ? "campaigns.moved_short" : "campaigns.reason_short";
    if (length < REASON_MIN) problems.push({ field, code, values: { min: REASON_MIN } });
    else if (length > REASON_MAX) problems.push({ field, code: "form.too_long", values: { max: REASON_MAX } });
  };
  if (draft.kind === "notice") long("movedReason");
  else {
    if (!draft.askBasis || !ASK_BASES.includes(draft.askBasis))
      problems.push({ field: "askBasis", code: "form.choose" });
    const norm = (draft.askNorm ?? "").trim();
    if (!norm) problems.push({ field: "askNorm", code: "form.required" });
    else if (norm.length > NORM_MAX)
      problems.push({ field: "askNorm", code: "form.too_long", values: { max: NORM_MAX } });
  }
  long("reasonToAsk");
  return problems;
}

function planProblems({ pilot, reminder }: CampaignDraft): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const within = (field: string, n: number, from: number, to: number) => {
    if (!Number.isInteger(n) || n < from || n > to)
      problems.push({ field, code: "campaigns.number", values: { from, to } });
  };
  if (pilot) {
    within("pilot.size", pilot.size, 0, PILOT.most);
    within("pilot.waitHours", pilot.waitHours, 1, PILOT.longestHours);
  }
  if (reminder) within("reminder.afterDays", reminder.afterDays, REMINDER_DAYS.least, REMINDER_DAYS.most);
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
    draft: {
      ...draft,
      texts,
      reasonToAsk: draft.reasonToAsk.normalize("NFC"),
      ...(draft.askNorm !== undefined && { askNorm: draft.askNorm.normalize("NFC") }),
      ...(draft.movedReason !== undefined && { movedReason: draft.movedReason.normalize("NFC") }),
    },
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
