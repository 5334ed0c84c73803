/** Reasons, plan, texts and deadline of a draft. Saves what is there, complete or not; keeps what was typed when it cannot. */
import { changeCampaign } from "../../../domain/campaigns/change.ts";
import { type CampaignDraft, DEADLINE_DAYS, daysToAnswer, SUBJECT_MAX } from "../../../domain/campaigns/rules.ts";
import type { Mailing } from "../../../domain/campaigns/views.ts";
import { isDay } from "../../../domain/consent/rules/days.ts";
import type { Lang } from "../../../domain/institution/rules.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { noticeDraftTexts } from "../../../texts/notice-draft.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { type Form, type Problem, problemFor, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Button, ErrorSummary, TextArea, TextField } from "../parts.tsx";
import { JustDone, mailingOf, pathOf, voice } from "./frame.tsx";
import { GroundFields, planOf, planValues, WaveFields } from "./plan.tsx";
import { ReadinessChecks, readReadiness } from "./readiness.tsx";

export async function editPage(c: StaffContext): Promise<Response> {
  const no = may(c.var.actor, "campaign.write");
  if (no) return refusedPage(c, no, "desk");
  const mailing = await mailingOf(c);
  if (!mailing) return refusedPage(c, refuse("campaigns.unknown"), "desk");
  if (mailing.state !== "draft") return refusedPage(c, refuse("campaigns.sent_already"), "desk");
  return form(c, mailing, valuesOf(mailing));
}

/** Saves and stays, or goes on to the preview. */
export async function save(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const id = c.req.param("id") ?? "";
  const before = await mailingOf(c);
  const deadline = dayTyped(typed.text("deadlineDay"));
  const result: { id: string } | Refusal =
    deadline === undefined
      ? refuseForm([{ field: "deadlineDay", code: "campaigns.deadline_missing" }])
      : await changeCampaign(c.var.deps, c.var.actor, {
          id,
          version: Number(typed.text("version")) || 0,
          title: typed.text("title"),
          draft: draftOf(typed, c.var.institution.languages, before),
          deadlineDay: deadline,
        });
  if (!isRefusal(result)) {
    const next = typed.text("next") === "preview" ? "preview" : "edit";
    return c.redirect(`${pathOf(id, next)}?done=saved`, 303);
  }
  const no = may(c.var.actor, "campaign.write");
  const mailing = await mailingOf(c);
  if (no || !mailing || mailing.state !== "draft") return refusedPage(c, no ?? result, "desk");
  return form(c, mailing, typed.values, { problems: problemsOf(result, c.var.lang), status: statusOf(result) });
}

/** `2026-12-15` as browsers send it, or `15.12.2026.` as people type it; null for nothing, undefined for no day. */
export function dayTyped(text: string): string | null | undefined {
  if (text === "") return null;
  const [, d = "", m = "", y = ""] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$/.exec(text) ?? [];
  const day = y ? `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}` : text;
  return isDay(day) ? day : undefined;
}

function draftOf(typed: Form, languages: readonly Lang[], before: Mailing | undefined): CampaignDraft {
  const text = (lang: Lang) => ({
    subject: typed.text(`subject.${lang}`),
    heading: typed.text(`heading.${lang}`),
    lead: typed.text(`lead.${lang}`),
  });
  return { ...planOf(typed, before), texts: Object.fromEntries(languages.map((lang) => [lang, text(lang)])) };
}

/** What the fields of a saved draft hold. */
function valuesOf({ title, deadlineDay, draft, version }: Mailing): Record<string, string> {
  const texts = Object.entries(draft.texts).flatMap(([lang, text]) =>
    Object.entries(text).map(([part, value]) => [`${part}.${lang}`, value]),
  );
  return {
    version: String(version),
    title,
    deadlineDay: deadlineDay ?? "",
    ...planValues({ draft }),
    ...Object.fromEntries(texts),
  };
}

async function form(
  c: StaffContext,
  mailing: Mailing,
  values: Record<string, string>,
  no?: { problems: Problem[]; status: number },
): Promise<Response> {
  const t = voice(c);
  const here = pathOf(mailing.id, "edit");
  const n = say(noticeDraftTexts, c.var.lang);
  const word = (key: "deadline" | "heading" | "heading.hint" | "lead" | "lead.hint") =>
    mailing.kind === "notice" ? n(key) : t(`edit.${key}`);
  const about = (name: string) => ({ name, value: values[name], problem: problemFor(no?.problems, name) });
  return deskPage(c, {
    title: t("edit.title"),
    current: "mailings",
    back: { href: pathOf(mailing.id), label: mailing.title },
    lede: t("edit.lede"),
    status: no?.status ?? 200,
    error: no !== undefined,
    aside: (
      <>
        <h2 class="desk-h">{t("check.title")}</h2>
        <ReadinessChecks c={c} mailing={mailing} r={await readReadiness(c, mailing)} />
      </>
    ),
    children: (
      <>
        <JustDone c={c} />
        <ErrorSummary problems={no?.problems} title={t("edit.failed")} />
        {no?.status === 409 && (
          <p>
            <a href={here}>{t("edit.newest")}</a>
          </p>
        )}
        <form class="desk-form" method="post" action={here} novalidate>
          <input type="hidden" name="version" value={values.version} />
          <TextField {...about("title")} label={t("new.name")} hint={t("new.name.hint")} autocomplete="off" />
          <GroundFields c={c} mailing={mailing} about={about} />
          <section class="desk-section" aria-labelledby="deadline">
            <h2 id="deadline">{t("check.deadline")}</h2>
            <TextField
              {...about("deadlineDay")}
              type="date"
              size={12}
              label={word("deadline")}
              hint={t("edit.deadline.hint", { ...DEADLINE_DAYS, least: daysToAnswer(mailing.draft.pilot) })}
              autocomplete="off"
            />
          </section>
          {c.var.institution.languages.map((lang) => (
            <section class="desk-section" aria-labelledby={`texts-${lang}`}>
              <h2 id={`texts-${lang}`}>{t(`edit.legend.${lang}`)}</h2>
              <TextField
                {...about(`subject.${lang}`)}
                label={t("edit.subject")}
                hint={t("edit.subject.hint", { max: SUBJECT_MAX })}
                autocomplete="off"
                lang={lang}
              />
              <TextField
                {...about(`heading.${lang}`)}
                label={word("heading")}
                hint={word("heading.hint")}
                autocomplete="off"
                lang={lang}
              />
              <TextArea {...about(`lead.${lang}`)} label={word("lead")} hint={word("lead.hint")} rows={7} lang={lang} />
            </section>
          ))}
          <WaveFields c={c} mailing={mailing} about={about} />
          <div class="desk-bar">
            <Button>{t("edit.save")}</Button>
            <Button name="next" value="preview" variant="secondary">
              {t("edit.save-and-see")}
            </Button>
            <a href={pathOf(mailing.id)}>{t("cancel")}</a>
          </div>
        </form>
      </>
    ),
  });
}
