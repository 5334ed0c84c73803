/**
 * Pages on which the end of a campaign is put off, stopped by the officer, or the whole campaign annulled. Each says what
 * follows, and asks for the words that stay in the proof.
 */
import type { Child } from "hono/jsx";
import { annulCampaign } from "../../../../domain/campaigns/ending/annul.ts";
import { postponeEnding } from "../../../../domain/campaigns/ending/postpone.ts";
import { recordEndingOpinion } from "../../../../domain/campaigns/ending/record-opinion.ts";
import { daysLeast, lastDay } from "../../../../domain/campaigns/rules/ending.ts";
import { mayRecord, type Verdict } from "../../../../domain/campaigns/rules/review.ts";
import type { MailingState } from "../../../../domain/campaigns/rules.ts";
import { type Mailing, readNumbers } from "../../../../domain/campaigns/views.ts";
import { countSilent, readUnreached } from "../../../../domain/messages/views/silent.ts";
import { may, type Permission } from "../../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../../refusal.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage, statusOf } from "../../../failures.tsx";
import { type Form, type Problem, problemFor, problemsOf, readForm } from "../../../forms.ts";
import { deskPage } from "../../layout.tsx";
import { Actions, Button, DeskForm, ErrorSummary, Facts, TextArea, TextField } from "../../parts.tsx";
import { dayTyped } from "../edit.tsx";
import { day, endingVoice, mailingOf, pathOf } from "../frame.tsx";
import { OpinionFields, opinionTyped } from "../opinion.tsx";
import { planVoice } from "../plan.tsx";

interface Tried {
  values: Record<string, string>;
  problems: Problem[] | undefined;
}

/** One act: who may, what it does, what its page shows. */
interface Act {
  page: "postpone" | "deletion" | "annul";
  done: "postponed" | "opinion" | "annulled";
  permission: Permission;
  /** Of a mailing in which it can be done. */
  states: readonly MailingState[];
  title: "postpone.title" | "stop.title" | "annul.title";
  lede: "postpone.lede" | "stop.lede" | "annul.lede";
  act(c: StaffContext, id: string, typed: Form): Promise<{ id: string } | Refusal>;
  form(c: StaffContext, mailing: Mailing, tried: Tried): Promise<Child>;
}

const POSTPONE: Act = {
  page: "postpone",
  done: "postponed",
  permission: "campaign.postpone",
  states: ["sent", "paused"],
  title: "postpone.title",
  lede: "postpone.lede",
  act: (c, id, typed) =>
    postponeEnding(c.var.deps, c.var.actor, {
      id,
      to: dayTyped(typed.text("to")) ?? "",
      reason: typed.text("reason"),
    }),
  async form(c, mailing, tried) {
    const t = endingVoice(c);
    const zone = mailing.frozen?.institution.timeZone ?? c.var.institution.timeZone;
    const last = lastDay({ ...mailing, deadlineDay: mailing.frozen?.deadlineDay ?? "" }, zone);
    const stands = mailing.state === "paused";
    const named = !stands && mailing.frozen ? (await readNumbers(c.var.deps.db, mailing.id)).sent : 0;
    return (
      <>
        <Facts
          items={[
            { term: t("postpone.now"), value: day(c, last.day, "dat") },
            stands && { term: t("postpone.mails"), value: t("postpone.mails.new") },
            named > 0 && { term: t("postpone.mails"), value: t("postpone.mails.old") },
            stands && { term: t("postpone.then"), value: t("postpone.then.resume") },
          ]}
        />
        <div class="above-4">
          <TextField
            name="to"
            type="date"
            size={12}
            label={t("postpone.to")}
            hint={stands ? t("postpone.to.least", { least: daysLeast(mailing) }) : t("postpone.to.hint")}
            value={tried.values.to}
            problem={problemFor(tried.problems, "to")}
            autocomplete="off"
          />
          <Reason c={c} tried={tried} />
        </div>
        <Buttons c={c} mailing={mailing} act="postpone.act" back="postpone.back" />
      </>
    );
  },
};

const STOP: Act = {
  page: "deletion",
  done: "opinion",
  permission: "campaign.opinion",
  states: ["sent"],
  title: "stop.title",
  lede: "stop.lede",
  act(c, id, typed) {
    const { verdict, text, writtenDay } = opinionTyped(typed);
    const input = { id, verdict: verdict as Verdict, text, ...(writtenDay && { writtenDay }) };
    return recordEndingOpinion(c.var.deps, c.var.actor, input);
  },
  async form(c, mailing, tried) {
    const t = endingVoice(c);
    const { db } = c.var.deps;
    const [{ silent, erased }, unreached] = await Promise.all([
      countSilent(db, mailing.id),
      readUnreached(db, mailing.id),
    ]);
    return (
      <>
        <h2>{t("stop.about")}</h2>
        <Facts
          items={[
            { term: t("soon.delete"), value: t("soon.people", { n: erased }) },
            { term: t("soon.leave"), value: t("soon.people", { n: silent - erased }) },
            { term: t("soon.unreached"), value: t("soon.people", { n: unreached.people }) },
          ]}
        />
        {mayRecord(mailing.ending?.opinion, c.var.actor.role === "dpo") ? (
          <p class="quiet above-4">{planVoice(c)("opinion.own")}</p>
        ) : (
          <>
            <OpinionFields c={c} values={tried.values} problems={tried.problems} />
            <Buttons c={c} mailing={mailing} act="act.opinion" back="stop.back" />
          </>
        )}
      </>
    );
  },
};

const ANNUL: Act = {
  page: "annul",
  done: "annulled",
  permission: "mailing.cancel",
  states: ["sent"],
  title: "annul.title",
  lede: "annul.lede",
  act: (c, id, typed) => annulCampaign(c.var.deps, c.var.actor, { id, reason: typed.text("reason") }),
  async form(c, mailing, tried) {
    const t = endingVoice(c);
    const { yes, no, silent } = await readNumbers(c.var.deps.db, mailing.id);
    return (
      <>
        <Facts
          items={[
            { term: t("annul.answers"), value: t("annul.answers.value", { yes, no }) },
            { term: t("annul.silent"), value: t("annul.silent.value", { n: silent }) },
          ]}
        />
        <Reason c={c} tried={tried} />
        <Buttons c={c} mailing={mailing} act="annul.act" back="annul.back" danger />
      </>
    );
  },
};

function Reason({ c, tried }: { c: StaffContext; tried: Tried }) {
  const t = endingVoice(c);
  const problem = problemFor(tried.problems, "reason");
  return (
    <TextArea
      name="reason"
      label={t("reason")}
      hint={t("reason.hint")}
      rows={3}
      value={tried.values.reason}
      problem={problem}
    />
  );
}

interface ButtonsProps {
  c: StaffContext;
  mailing: Mailing;
  act: "postpone.act" | "annul.act" | "act.opinion";
  back: "postpone.back" | "annul.back" | "stop.back";
  danger?: boolean;
}

function Buttons({ c, mailing, act, back, danger }: ButtonsProps) {
  const t = endingVoice(c);
  return (
    <Actions>
      <Button danger={danger === true}>{t(act)}</Button>
      <a href={pathOf(mailing.id)}>{t(back)}</a>
    </Actions>
  );
}

async function shown(c: StaffContext, act: Act, refusal?: Refusal, values: Record<string, string> = {}) {
  const t = endingVoice(c);
  const mailing = await mailingOf(c);
  const no = may(c.var.actor, act.permission);
  if (no || !mailing) return refusedPage(c, no ?? refuse("campaigns.unknown"), "desk");
  if (!act.states.includes(mailing.state)) return c.redirect(pathOf(mailing.id), 303);
  const problems = refusal && problemsOf(refusal, c.var.lang);
  return deskPage(c, {
    title: t(act.title),
    current: "mailings",
    back: { href: pathOf(mailing.id), label: mailing.title },
    lede: t(act.lede),
    status: refusal ? statusOf(refusal) : 200,
    error: refusal !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} title={t("failed")} />
        <DeskForm action={pathOf(mailing.id, act.page)}>{await act.form(c, mailing, { values, problems })}</DeskForm>
      </>
    ),
  });
}

async function done(c: StaffContext, act: Act): Promise<Response> {
  const typed = await readForm(c);
  const id = c.req.param("id") ?? "";
  const result = await act.act(c, id, typed);
  if (!isRefusal(result)) return c.redirect(`${pathOf(id)}?done=${act.done}`, 303);
  return statusOf(result) === 403 ? refusedPage(c, result, "desk") : shown(c, act, result, typed.values);
}

export const postponePage = (c: StaffContext) => shown(c, POSTPONE);
export const postpone = (c: StaffContext) => done(c, POSTPONE);
export const deletionPage = (c: StaffContext) => shown(c, STOP);
export const opineOnDeletion = (c: StaffContext) => done(c, STOP);
export const annulPage = (c: StaffContext) => shown(c, ANNUL);
export const annul = (c: StaffContext) => done(c, ANNUL);
