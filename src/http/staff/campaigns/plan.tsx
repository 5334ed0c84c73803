/** The part of a draft that says why people may be asked and how the mails go out: its fields, and how they are read. */
import { ASK_BASES, type AskBasis, type CampaignDraft, PILOT, REMINDER_DAYS } from "../../../domain/campaigns/rules.ts";
import type { Mailing } from "../../../domain/campaigns/views.ts";
import { planTexts } from "../../../texts/campaign-plan.ts";
import { noticeDraftTexts } from "../../../texts/notice-draft.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import type { Form } from "../../forms.ts";
import { Checkbox, Radios, TextArea, TextField } from "../parts.tsx";
import { voice } from "./frame.tsx";

export const planVoice = (c: StaffContext) => say(planTexts, c.var.lang);

type About = (name: string) => { name: string; value?: string | undefined; problem?: string | undefined };

/** Basis, norm and reason of a question; of a notice, why consent is no longer needed. */
export function GroundFields({ c, mailing, about }: { c: StaffContext; mailing: Mailing; about: About }) {
  const t = planVoice(c);
  const tells = mailing.kind === "notice";
  const n = say(noticeDraftTexts, c.var.lang);
  return (
    <section class="desk-section" aria-labelledby="ground">
      <h2 id="ground">{tells ? n("ground.title") : t("ground.title")}</h2>
      <p class="quiet">{tells ? n("ground.lede") : t("ground.lede")}</p>
      {tells ? (
        <TextArea {...about("movedReason")} label={t("moved")} hint={t("moved.hint")} rows={4} />
      ) : (
        <>
          <Radios
            {...about("askBasis")}
            legend={t("basis")}
            options={ASK_BASES.map((b) => ({ value: b, label: t(`basis.${b}`), hint: t(`basis.${b}.hint`) }))}
          />
          <TextField {...about("askNorm")} label={t("norm")} hint={t("norm.hint")} autocomplete="off" />
        </>
      )}
      <TextArea
        {...about("reasonToAsk")}
        label={t("reason")}
        hint={tells ? n("reason.hint") : voice(c)("edit.reason.hint")}
        rows={3}
      />
      {mailing.kind === "reconsent" && (
        <Checkbox
          name="asksProven"
          label={t("proven")}
          hint={t("proven.hint")}
          checked={about("asksProven").value === "yes"}
        />
      )}
    </section>
  );
}

/** Waves and the reminder. */
export function WaveFields({ c, mailing, about }: { c: StaffContext; mailing: Mailing; about: About }) {
  const t = planVoice(c);
  const whom = ["nobody", "proven", "everybody"] as const;
  return (
    <section class="desk-section" aria-labelledby="waves">
      <h2 id="waves">{t("waves.title")}</h2>
      <p class="quiet">{t("waves.lede")}</p>
      <TextField
        {...about("pilot.size")}
        type="number"
        size={8}
        label={t("pilot.size")}
        hint={t("pilot.size.hint")}
        autocomplete="off"
      />
      <TextField
        {...about("pilot.waitHours")}
        type="number"
        size={8}
        label={t("pilot.hours")}
        hint={t("pilot.hours.hint")}
        autocomplete="off"
      />
      {mailing.kind === "reconsent" && (
        <>
          <Radios
            {...about("reminder.whom")}
            legend={t("reminder")}
            hint={t("reminder.hint")}
            options={whom.map((who) => ({
              value: who,
              label: t(`reminder.${who}`),
              ...(who === "nobody" && { hint: t("reminder.nobody.hint") }),
            }))}
          />
          <TextField
            {...about("reminder.afterDays")}
            type="number"
            size={8}
            label={t("reminder.days")}
            hint={t("reminder.days.hint")}
            autocomplete="off"
          />
        </>
      )}
    </section>
  );
}

type Plan = Omit<CampaignDraft, "texts">;

/** What was typed. A field that the form does not have keeps what the draft holds. */
export function planOf(typed: Form, before: Pick<Mailing, "kind" | "draft"> | undefined): Plan {
  const has = (name: string) => Object.hasOwn(typed.values, name);
  const { askBasis, askNorm, movedReason, pilot, reminder } = before?.draft ?? {};
  const basis = ASK_BASES.find((b) => b === typed.text("askBasis")) ?? askBasis;
  const whom = has("reminder.whom") ? typed.text("reminder.whom") : (reminder?.whom ?? "nobody");
  const remind = whom === "proven" || whom === "everybody" ? whom : undefined;
  const asksProven = typed.text("asksProven") === "yes";
  const norm = has("askNorm") ? typed.text("askNorm") : askNorm;
  const moved = has("movedReason") ? typed.text("movedReason") : movedReason;
  const size = has("pilot.size") ? wholeOf(typed.text("pilot.size")) : pilot?.size;
  return {
    reasonToAsk: typed.text("reasonToAsk"),
    ...(basis && { askBasis: basis as AskBasis }),
    ...(norm !== undefined && { askNorm: norm }),
    ...(moved !== undefined && { movedReason: moved }),
    ...(asksProven && { asksProven }),
    ...(size !== undefined && {
      pilot: { size, waitHours: wholeOf(typed.text("pilot.waitHours")) ?? pilot?.waitHours ?? PILOT.waitHours },
    }),
    ...(remind && {
      reminder: {
        whom: remind,
        afterDays: wholeOf(typed.text("reminder.afterDays")) ?? reminder?.afterDays ?? REMINDER_DAYS.usual,
      },
    }),
  };
}

/** -1 for what is no whole number: the rules say what is wrong with it. */
const wholeOf = (text: string): number | undefined =>
  text === "" ? undefined : /^\d{1,6}$/.test(text) ? Number(text) : -1;

/** What the fields of a saved draft hold. */
export function planValues({ draft }: Pick<Mailing, "draft">): Record<string, string> {
  const { askBasis, askNorm, movedReason, asksProven, pilot, reminder, reasonToAsk } = draft;
  return {
    reasonToAsk,
    askBasis: askBasis ?? "",
    askNorm: askNorm ?? "",
    movedReason: movedReason ?? "",
    asksProven: asksProven ? "yes" : "",
    "pilot.size": String(pilot?.size ?? 0),
    "pilot.waitHours": String(pilot?.waitHours ?? PILOT.waitHours),
    "reminder.whom": reminder?.whom ?? "nobody",
    "reminder.afterDays": String(reminder?.afterDays ?? REMINDER_DAYS.usual),
  };
}
