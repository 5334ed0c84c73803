/** What sending needs and what of it is there: shown beside the draft, on the campaign's page and before sending. */
import { mailProblems, sendProblems } from "../../../domain/campaigns/acts/check.ts";
import { freeze } from "../../../domain/campaigns/acts/freeze.ts";
import { audienceOf } from "../../../domain/campaigns/acts/ground.ts";
import { shownOf, validApproval, validOpinion } from "../../../domain/campaigns/rules/review.ts";
import { type Mailing, type MailingRow, readToday } from "../../../domain/campaigns/views.ts";
import { type AudienceCount, countAsked } from "../../../domain/messages/views/audience.ts";
import { currentNotice } from "../../../domain/notices/views.ts";
import { readPurpose } from "../../../domain/purposes/views.ts";
import { type FieldProblem, isRefusal } from "../../../refusal.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import type { StaffContext } from "../../env.ts";
import { fieldId } from "../../forms.ts";
import { Checks } from "../parts.tsx";
import { dateTime, pathOf, voice } from "./frame.tsx";
import { planVoice } from "./plan.tsx";

export interface Readiness {
  /** Who gets the mail, and who is left out. */
  audience: number;
  left: Pick<AudienceCount, "proven" | "noSource">;
  /** What is wrong with the draft, field by field. */
  problems: FieldProblem[];
  /** The purpose rests on consent and is active; its consent text is published in every language. */
  purpose: boolean;
  statement: boolean;
  /** Another campaign that asks the same list. */
  asked: MailingRow | undefined;
  /** What the linter says of the mail: size, accessibility, addresses; asked once the texts are there. */
  mail: FieldProblem[];
  /** What would go out now, as one hash. */
  shown: string | undefined;
  ready: boolean;
}

/** Reads it as it is now. */
export async function readReadiness(c: StaffContext, mailing: Mailing): Promise<Readiness> {
  const { institution, deps } = c.var;
  const [audience, today, purpose, ...statements] = await Promise.all([
    countAsked(deps.db, audienceOf(mailing)),
    readToday(deps.db),
    readPurpose(deps.db, mailing.purposeId),
    ...institution.languages.map((language) =>
      currentNotice(deps.db, { kind: "consent", purposeId: mailing.purposeId, language }),
    ),
  ]);
  const at = deps.clock.now();
  const saved = sendProblems(mailing, institution, at);
  const written = !saved.some((p) => /^(subject|heading|lead)\./.test(p.field) || p.field === "deadlineDay");
  const made = written ? await freeze(deps, mailing) : undefined;
  const problems = made && !isRefusal(made) ? sendProblems(mailing, institution, at, made.frozen) : saved;
  // As `sendWrite` has it: an issue on its way asks nobody anything.
  const asked = [...today.running, ...today.paused, ...today.awaiting].find(
    (row) => row.listId === mailing.listId && (row.kind === "reconsent" || row.kind === "notice"),
  );
  const tells = mailing.kind === "notice";
  const found = {
    audience: audience.asked,
    left: { proven: mailing.draft.asksProven ? 0 : audience.proven, noSource: audience.noSource },
    problems,
    purpose: purpose?.basis === (tells ? "e" : "a") && purpose.state === "active",
    statement: tells || statements.every((notice) => notice !== undefined),
    asked,
  };
  const mail = made && !isRefusal(made) ? mailProblems(deps, made.frozen) : [];
  const shown = made && !isRefusal(made) ? shownOf(made.frozen) : undefined;
  const ready =
    mail.length === 0 && problems.length === 0 && found.purpose && found.statement && !asked && audience.asked > 0;
  return { ...found, mail, shown, ready };
}

/** One line for each thing; what is open links to where it is done. */
export function ReadinessChecks({ c, mailing, r }: { c: StaffContext; mailing: Mailing; r: Readiness }) {
  const t = voice(c);
  const { lang, institution } = c.var;
  const field = (label: string, match: (field: string) => boolean, name: (field: string) => string = () => "") => {
    const open = r.problems.filter((problem) => match(problem.field));
    const first = open[0];
    if (!first) return { text: label, state: "done" as const };
    return {
      text: <a href={`${pathOf(mailing.id, "edit")}#${fieldId(first.field)}`}>{label}</a>,
      more: open.map((problem) => {
        const part = name(problem.field);
        const text = refusalText(problem, lang);
        return <span>{part ? t("check.part", { part, problem: text }) : text} </span>;
      }),
      state: "open" as const,
    };
  };
  const purposeCheck = mailing.kind === "notice" ? planVoice(c)("check.task") : t("check.purpose");
  const part = (name: string) => t(`edit.${name.split(".")[0] as "subject" | "heading" | "lead"}`);
  return (
    <Checks
      items={[
        ...(r.problems.some((p) => p.field === "title") ? [field(t("check.name"), (f) => f === "title")] : []),
        field(
          t("check.reason"),
          (f) => GROUND.has(f),
          (f) => planVoice(c)(GROUND.get(f) ?? "reason"),
        ),
        field(t("check.deadline"), (f) => f === "deadlineDay"),
        ...(r.problems.some((p) => PLAN.test(p.field)) ? [field(planVoice(c)("check.plan"), (f) => PLAN.test(f))] : []),
        ...institution.languages.map((l) => field(t(`check.texts.${l}`), (f) => f.endsWith(`.${l}`), part)),
        ...r.mail.map((problem) => ({
          text: <a href={pathOf(mailing.id, "preview")}>{planVoice(c)("check.mail")}</a>,
          more: refusalText(problem, lang),
          state: "open" as const,
        })),
        r.purpose
          ? { text: purposeCheck, state: "done" }
          : { text: <a href={`/staff/purposes/${mailing.purposeId}`}>{purposeCheck}</a>, state: "open" },
        ...(mailing.kind === "notice" ? [] : [statementCheck(c, r)]),
        r.asked
          ? { text: <a href={pathOf(r.asked.id)}>{t("check.asked")}</a>, more: r.asked.title, state: "open" }
          : { text: t("check.alone"), state: "done" },
        {
          text:
            r.audience === 0 ? (
              <a href="/staff/imports/new">{t("check.audience", { n: 0 })}</a>
            ) : (
              t("check.audience", { n: r.audience })
            ),
          more: leftOut(c, r),
          state: r.audience === 0 ? "open" : "done",
        },
        ...reviewChecks(c, mailing, r),
      ]}
    />
  );
}

/** The labels of the reasons. */
const GROUND = new Map([
  ["reasonToAsk", "reason"],
  ["askBasis", "basis"],
  ["askNorm", "norm"],
  ["movedReason", "moved"],
] as const) as ReadonlyMap<string, "reason" | "basis" | "norm" | "moved">;
const PLAN = /^(pilot|reminder)\./;

/** Whom the campaign leaves out, and why. */
function leftOut(c: StaffContext, { left }: Readiness) {
  const t = planVoice(c);
  const said = [
    left.proven > 0 && t("left.proven", { n: left.proven }),
    left.noSource > 0 && t("left.source", { n: left.noSource }),
  ].filter((sentence) => sentence !== false);
  return said.length > 0 ? said.map((sentence) => <span>{sentence} </span>) : undefined;
}

/** What others have said of the draft, or have not yet. */
function reviewChecks(c: StaffContext, mailing: Mailing, r: Readiness) {
  const t = planVoice(c);
  const { lang, institution } = c.var;
  const open = (field: "opinion" | "approval", label: string) => {
    const problem = r.problems.find((p) => p.field === field);
    if (!problem) return undefined;
    const link = <a href={`${pathOf(mailing.id, "review")}#${field}`}>{label}</a>;
    return { text: link, more: refusalText(problem, lang), state: "open" as const };
  };
  const opinion = validOpinion(mailing.review, mailing);
  const approval = validApproval(mailing.review, mailing.version);
  return [
    open("opinion", t("check.opinion")) ?? {
      text: t("check.opinion"),
      ...(opinion && { more: t("check.opinion.agrees", { when: dateTime(c, opinion.at) }) }),
      state: "done" as const,
    },
    ...(institution.secondPerson
      ? [
          open("approval", t("check.approval")) ?? {
            text: t("check.approval"),
            ...(approval && { more: t("check.approved", { when: dateTime(c, approval.at) }) }),
            state: "done" as const,
          },
        ]
      : []),
  ];
}

/** The purpose's consent text, which is part of the question. */
function statementCheck(c: StaffContext, r: Readiness) {
  const t = voice(c);
  if (r.statement) return { text: t("check.statement"), state: "done" as const };
  const link = <a href="/staff/notices">{t("check.statement")}</a>;
  return { text: link, more: t("check.statement.open"), state: "open" as const };
}
