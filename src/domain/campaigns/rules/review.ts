/**
 * What others say of a draft before it may be sent: the opinion of the data protection officer on the asking itself (GDPR
 * Art. 38(1), 39(1)(a)), and, where the institution wants it, the approval of a second person. Pure.
 *
 * What must stay true: an opinion is about the reasons it was given on, an approval about one version and the texts around
 * it; when these change, it counts no more. The officer may stop a mailing, never order one; what he said against it
 * himself, nobody else takes back for him.
 */
import { type FieldProblem, type Refusal, refuse } from "../../../refusal.ts";
import { isDay } from "../../consent/rules/days.ts";
import { noticeHash } from "../../notices/rules.ts";
import type { CampaignDraft, FrozenMailing, MailingKind } from "../rules.ts";

export const VERDICTS = ["agrees", "objects"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the officer said, as recorded by himself or by an admin who holds it in writing. */
export interface Opinion {
  verdict: Verdict;
  /** In his words. */
  text: string;
  at: number;
  /** `staff:<id>` of who recorded it. */
  by: string;
  /** Day of the letter, where an admin recorded it for him. */
  writtenDay?: string;
  /** The reasons it is about (`groundOf`). */
  about: string;
}

export interface Approval {
  by: string;
  at: number;
  version: number;
  /** What was to go out at that moment (`shownOf`). */
  shown: string;
}

/** The `review` column of a mailing. */
export interface Review {
  /** Pictures (SHA-256) that a trial mail of an issue has shown. */
  trial?: string[];
  /** Everybody who wrote the draft after the one who created it. */
  authors?: string[];
  opinion?: Opinion;
  approval?: Approval;
  /**
   * The database is perhaps an older copy, whose last entry is of that moment: an issue may have gone out since. Until the next
   * edit or approval.
   */
  olderCopy?: number;
}

/** What the officer is asked about, of a draft. */
interface Ground {
  kind: MailingKind;
  draft: Pick<CampaignDraft, "reasonToAsk" | "askBasis" | "askNorm" | "movedReason" | "asksProven" | "reminder">;
}

/** The reasons as one text, to be compared with those of later. */
export function groundOf({ kind, draft }: Ground): string {
  const { askBasis = "", askNorm = "", movedReason = "", asksProven = false, reasonToAsk, reminder } = draft;
  return JSON.stringify([kind, askBasis, askNorm, reasonToAsk, movedReason, asksProven, reminder?.whom ?? "nobody"]);
}

/** The opinion that counts: given on the reasons as they are now. */
export function validOpinion(review: Review | null, ground: Ground): Opinion | undefined {
  const opinion = review?.opinion;
  return opinion?.about === groundOf(ground) ? opinion : undefined;
}

/** The approval that counts: of this very version. */
export const validApproval = (review: Review | null, version: number): Approval | undefined =>
  review?.approval?.version === version ? review.approval : undefined;

/**
 * Everything that a recipient would read, as one hash: also what stands outside the draft, like the consent text, the names and
 * the sender, so that nothing is changed behind an approval.
 */
export function shownOf({ institution, list, purpose, texts, questions, norm }: FrozenMailing): string {
  const { look: _, ...office } = institution;
  return noticeHash(JSON.stringify([office, list, purpose, texts, questions, norm ?? null]));
}

/** The approval is of this version, and something around it has changed since. */
export function approvalProblems(
  mailing: { review: Review | null; version: number },
  frozen: FrozenMailing,
  wants: { approval: boolean },
): FieldProblem[] {
  const approval = validApproval(mailing.review, mailing.version);
  return wants.approval && approval && approval.shown !== shownOf(frozen)
    ? [{ field: "approval", code: "campaigns.approval_old" }]
    : [];
}

/** What the officer objected to himself is taken back by an officer only; an admin holds no letter against that. */
export function mayRecord(
  before: Pick<Opinion, "verdict" | "writtenDay"> | undefined,
  byOfficer: boolean,
): Refusal | undefined {
  const own = before?.verdict === "objects" && before.writtenDay === undefined;
  return own && !byOfficer ? refuse("campaigns.officers_own") : undefined;
}

/** Nobody approves what he wrote himself, nor gives the officer's opinion on it. */
export function isAuthor(by: string, mailing: { createdBy: string; review: Review | null }): boolean {
  return mailing.createdBy === by || (mailing.review?.authors ?? []).includes(by);
}

const TEXT_MIN = 5;
const TEXT_MAX = 2_000;

/** What is wrong with an opinion as typed. `writtenDay` is asked of whoever records it for the officer. */
export function opinionProblems(
  input: { verdict: string; text: string; writtenDay?: string | undefined },
  office: { today: string; byOfficer: boolean },
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!(VERDICTS as readonly string[]).includes(input.verdict))
    problems.push({ field: "verdict", code: "form.choose" });
  const length = input.text.trim().length;
  if (length < TEXT_MIN) problems.push({ field: "text", code: "campaigns.act_reason", values: { min: TEXT_MIN } });
  else if (length > TEXT_MAX) problems.push({ field: "text", code: "form.too_long", values: { max: TEXT_MAX } });
  if (!office.byOfficer && !(isDay(input.writtenDay ?? "") && (input.writtenDay ?? "") <= office.today))
    problems.push({ field: "writtenDay", code: "campaigns.written_day" });
  return problems;
}

/** What of it keeps the draft from being sent. `approval`: the institution wants a second person. */
export function reviewProblems(
  mailing: Ground & { review: Review | null; version: number },
  wants: { approval: boolean },
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const opinion = validOpinion(mailing.review, mailing);
  if (!opinion) problems.push({ field: "opinion", code: "campaigns.opinion_missing" });
  else if (opinion.verdict === "objects") problems.push({ field: "opinion", code: "campaigns.officer_objects" });
  if (wants.approval && !validApproval(mailing.review, mailing.version))
    problems.push({ field: "approval", code: "campaigns.approval_missing" });
  return problems;
}
