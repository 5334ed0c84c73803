/**
 * What others say of a draft before it may be sent: the opinion of the data protection officer on the asking itself (GDPR
 * Art. 38(1), 39(1)(a)), and, where the institution wants it, the approval of a second person. Pure.
 *
 * What must stay true: an opinion is about the reasons it was given on, an approval about one version; when these change,
 * it counts no more. The officer may stop a mailing, never order one.
 */
import type { FieldProblem } from "../../../refusal.ts";
import { isDay } from "../../consent/rules/days.ts";
import type { CampaignDraft, MailingKind } from "../rules.ts";

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
}

/** The `review` column of a mailing. */
export interface Review {
  /** Everybody who wrote the draft after the one who created it. */
  authors?: string[];
  opinion?: Opinion;
  approval?: Approval;
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

/** Nobody approves what he wrote himself. */
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
