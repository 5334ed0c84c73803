/**
 * What others say of a draft: the officer's opinion on asking these people, and the approval of a second person. The page
 * shows the reasons as they will be proved; whoever may not say anything sees what was said.
 */
import { approveCampaign } from "../../../domain/campaigns/review/approve.ts";
import { recordOpinion } from "../../../domain/campaigns/review/record-opinion.ts";
import {
  isAuthor,
  mayRecord,
  type Verdict,
  validApproval,
  validOpinion,
} from "../../../domain/campaigns/rules/review.ts";
import type { Mailing } from "../../../domain/campaigns/views.ts";
import { readList } from "../../../domain/lists/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { actorLabel, may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { type Problem, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, ErrorSummary, Facts, Section } from "../parts.tsx";
import { can, dateTime, day, JustDone, mailingOf, pathOf, voice } from "./frame.tsx";
import { OpinionFields, opinionTyped } from "./opinion.tsx";
import { planVoice } from "./plan.tsx";
import { type Readiness, readReadiness } from "./readiness.tsx";

export async function reviewPage(c: StaffContext): Promise<Response> {
  return page(c);
}

/** The officer's opinion. */
export async function opine(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const id = c.req.param("id") ?? "";
  const version = Number(typed.text("version")) || 0;
  const { verdict, text, writtenDay } = opinionTyped(typed);
  const input = { id, version, verdict: verdict as Verdict, text, ...(writtenDay && { writtenDay }) };
  const result = await recordOpinion(c.var.deps, c.var.actor, input);
  return answered(c, id, result, "opinion", typed.values);
}

/** The second person. */
export async function approve(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const id = c.req.param("id") ?? "";
  const shown = typed.text("shown");
  const input = { id, version: Number(typed.text("version")) || 0, ...(shown && { shown }) };
  const result = await approveCampaign(c.var.deps, c.var.actor, input);
  return answered(c, id, result, "approval", {});
}

function answered(
  c: StaffContext,
  id: string,
  result: { id: string } | Refusal,
  part: "opinion" | "approval",
  values: Record<string, string>,
): Response | Promise<Response> {
  if (!isRefusal(result)) return c.redirect(`${pathOf(id)}?done=${part}`, 303);
  return statusOf(result) === 403 ? refusedPage(c, result, "desk") : page(c, { result, part, values });
}

interface Tried {
  result: Refusal;
  part: "opinion" | "approval";
  values: Record<string, string>;
}

async function page(c: StaffContext, tried?: Tried): Promise<Response> {
  const t = planVoice(c);
  const mailing = await mailingOf(c);
  const no = may(c.var.actor, "desk.see");
  if (no || !mailing) return refusedPage(c, no ?? refuse("campaigns.unknown"), "desk");
  if (mailing.state !== "draft") return c.redirect(pathOf(mailing.id), 303);
  const problems = tried && problemsOf(tried.result, c.var.lang);
  const r = await readReadiness(c, mailing);
  return deskPage(c, {
    title: t("opinion.title"),
    current: "mailings",
    back: { href: pathOf(mailing.id), label: mailing.title },
    lede: t("opinion.lede"),
    status: tried ? statusOf(tried.result) : 200,
    error: tried !== undefined,
    children: (
      <>
        <JustDone c={c} />
        <ErrorSummary
          problems={problems}
          title={t(tried?.part === "approval" ? "approval.failed" : "opinion.failed")}
        />
        <About c={c} mailing={mailing} r={r} />
        <OpinionPart
          c={c}
          mailing={mailing}
          problems={tried?.part === "opinion" ? problems : undefined}
          tried={tried}
        />
        {c.var.institution.secondPerson && <ApprovalPart c={c} mailing={mailing} r={r} />}
      </>
    ),
  });
}

/** What is asked, of how many, and why: the reasons that the opinion is about. */
async function About({ c, mailing, r }: PartProps & { r: Readiness }) {
  const t = planVoice(c);
  const { draft, kind } = mailing;
  const list = await readList(c.var.deps.db, mailing.listId);
  return (
    <Section title={t("opinion.about")}>
      <Facts
        items={[
          { term: t("opinion.list"), value: list && inLanguage(list.names, c.var.lang) },
          { term: t("opinion.audience"), value: String(r.audience) },
          kind === "notice"
            ? { term: t("moved"), value: draft.movedReason }
            : { term: t("basis"), value: draft.askBasis && `${t(`basis.${draft.askBasis}`)}: ${draft.askNorm ?? ""}` },
          { term: t("reason"), value: draft.reasonToAsk },
          {
            term: t("reminder"),
            value: t(`reminder.${draft.reminder?.whom ?? "nobody"}`),
          },
        ]}
      />
      <p class="above-3">
        <a href={pathOf(mailing.id, "preview")}>{voice(c)("preview.title")}</a>
      </p>
    </Section>
  );
}

interface PartProps {
  c: StaffContext;
  mailing: Mailing;
}

function OpinionPart({ c, mailing, problems, tried }: PartProps & { problems?: Problem[]; tried?: Tried }) {
  const t = planVoice(c);
  const valid = validOpinion(mailing.review, mailing);
  const said = mailing.review?.opinion;
  const about = said && { verdict: said.verdict, when: dateTime(c, said.at) };
  return (
    <Section title={t("opinion.verdict")} id="opinion">
      {!said && <p>{t("opinion.none")}</p>}
      {said && about && (
        <>
          <p>
            {said.writtenDay
              ? t("opinion.given.written", { ...about, date: day(c, said.writtenDay, "loc") })
              : t("opinion.given", about)}
          </p>
          <p class="desk-paper">{said.text}</p>
          {!valid && <p>{t("opinion.void")}</p>}
        </>
      )}
      {mayRecord(said, c.var.actor.role === "dpo") ? (
        <p class="quiet">{t("opinion.own")}</p>
      ) : can(c, "campaign.opinion") ? (
        <DeskForm action={pathOf(mailing.id, "opinion")}>
          <input type="hidden" name="version" value={mailing.version} />
          <OpinionFields c={c} values={tried?.values ?? {}} problems={problems} />
          <Actions>
            <Button>{t("opinion.act")}</Button>
            <a href={pathOf(mailing.id)}>{voice(c)("cancel")}</a>
          </Actions>
        </DeskForm>
      ) : (
        <p class="quiet">{t("opinion.ask")}</p>
      )}
    </Section>
  );
}

function ApprovalPart({ c, mailing, r }: PartProps & { r: Readiness }) {
  const t = planVoice(c);
  const given = validApproval(mailing.review, mailing.version);
  const old = r.problems.find(({ code }) => code === "campaigns.approval_old");
  const approval = old ? undefined : given;
  const own = isAuthor(actorLabel(c.var.actor), mailing);
  return (
    <Section title={t("approval.title")} id="approval" lede={t("approval.text")}>
      {approval && <p>{t("check.approved", { when: dateTime(c, approval.at) })}</p>}
      {old && <p>{refusalText(old, c.var.lang)}</p>}
      {!approval && own && <p class="quiet">{t("approval.own")}</p>}
      {!approval && !own && can(c, "campaign.approve") && (
        <DeskForm action={pathOf(mailing.id, "approve")}>
          <input type="hidden" name="version" value={mailing.version} />
          {r.shown && <input type="hidden" name="shown" value={r.shown} />}
          <Actions>
            <Button>{t("approval.act")}</Button>
            <a href={pathOf(mailing.id, "preview")}>{voice(c)("preview.title")}</a>
          </Actions>
        </DeskForm>
      )}
    </Section>
  );
}
