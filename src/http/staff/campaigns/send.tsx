/** The question before a campaign goes out: to how many, what follows, what is missing. The number is counted again. */
import type { Child } from "hono/jsx";
import { sendCampaign } from "../../../domain/campaigns/send.ts";
import type { Mailing } from "../../../domain/campaigns/views.ts";
import { readList } from "../../../domain/lists/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, ErrorSummary, Facts, LinkButton, Section } from "../parts.tsx";
import { day, mailingOf, pathOf, voice } from "./frame.tsx";
import { planVoice } from "./plan.tsx";
import { type Readiness, ReadinessChecks, readReadiness } from "./readiness.tsx";

export async function sendPage(c: StaffContext): Promise<Response> {
  const no = may(c.var.actor, "campaign.send");
  if (no) return refusedPage(c, no, "desk");
  return page(c);
}

/** Sends what the page showed: this version, to this many. Anything else shows the page again, with what is so now. */
export async function send(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const id = c.req.param("id") ?? "";
  const result = await sendCampaign(c.var.deps, c.var.actor, {
    id,
    version: Number(typed.text("version")) || 0,
    audience: Number(typed.text("audience")) || 0,
  });
  if (!isRefusal(result)) return c.redirect(`${pathOf(id)}?done=sent`, 303);
  return statusOf(result) === 403 ? refusedPage(c, result, "desk") : page(c, result);
}

async function page(c: StaffContext, refusal?: Refusal): Promise<Response> {
  const t = voice(c);
  const mailing = await mailingOf(c);
  if (!mailing) return refusedPage(c, refuse("campaigns.unknown"), "desk");
  // Pressed twice, or the way back in the browser: it is done, and the campaign's page says so.
  if (mailing.state !== "draft") return c.redirect(pathOf(mailing.id), 303);
  const r = await readReadiness(c, mailing);
  const lede = t.rich<Child>("send.lede", { n: r.audience, b: (inner) => <strong>{inner}</strong> });
  // Field problems belong to the page of the draft; here the checks name them.
  const problems = refusal && problemsOf({ ...refusal, fields: [] }, c.var.lang);
  return deskPage(c, {
    title: t(r.ready ? "send.title" : "send.not-yet"),
    current: "mailings",
    back: { href: pathOf(mailing.id), label: mailing.title },
    lede: r.ready ? lede : t("send.not-yet.lede"),
    status: refusal ? statusOf(refusal) : 200,
    error: refusal !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} title={t("send.failed")} />
        {r.ready ? <Question c={c} mailing={mailing} r={r} list={await listName(c, mailing)} /> : null}
        <div class={r.ready ? "desk-form above-6" : "desk-form"}>
          <Section title={t("check.title")}>
            <ReadinessChecks c={c} mailing={mailing} r={r} />
          </Section>
        </div>
        {!r.ready && (
          <div class="above-6">
            <Actions>
              <LinkButton href={pathOf(mailing.id, "edit")}>{t("preview.fill")}</LinkButton>
              <a href={pathOf(mailing.id)}>{t("send.back")}</a>
            </Actions>
          </div>
        )}
      </>
    ),
  });
}

async function listName(c: StaffContext, mailing: Mailing): Promise<string> {
  const list = await readList(c.var.deps.db, mailing.listId);
  return list ? inLanguage(list.names, c.var.lang) : "";
}

function Question({ c, mailing, r, list }: { c: StaffContext; mailing: Mailing; r: Readiness; list: string }) {
  const t = voice(c);
  const n = r.audience;
  const date = mailing.deadlineDay ? day(c, mailing.deadlineDay, "dat") : "";
  const p = planVoice(c);
  const fact = (key: "yes" | "no" | "silence" | "halt" | "frozen") => ({
    term: t(`send.${key}`),
    value: t(`send.${key}.value`),
  });
  return (
    <DeskForm action={pathOf(mailing.id, "send")}>
      <input type="hidden" name="version" value={mailing.version} />
      <input type="hidden" name="audience" value={n} />
      <Facts
        items={[
          { term: t("send.who"), value: t("send.who.value", { n, list }) },
          { term: t("send.until"), value: t("send.until.value", { date }) },
          ...(mailing.kind === "notice"
            ? (["no", "silence"] as const).map((key) => ({
                term: p(`send.tell.${key}`),
                value: p(`send.tell.${key}.value`),
              }))
            : [fact("yes"), fact("no"), fact("silence")]),
          fact("halt"),
          fact("frozen"),
        ]}
      />
      <Actions>
        <Button>{t("send.act", { n })}</Button>
        <a href={pathOf(mailing.id)}>{t("send.back")}</a>
        <a href={pathOf(mailing.id, "preview")}>{t("preview.title")}</a>
      </Actions>
    </DeskForm>
  );
}
