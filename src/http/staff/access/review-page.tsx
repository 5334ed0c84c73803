/** The look itself: one answer about everybody who has access, and the day of the next look. */
import type { Key } from "../../../domain/api-keys/views.ts";
import { VERDICTS } from "../../../domain/staff/rules/review.ts";
import type { StaffMember } from "../../../domain/staff/views.ts";
import { accessTexts } from "../../../texts/access.ts";
import { apiKeyTexts } from "../../../texts/api-keys.ts";
import { showDate } from "../../../texts/dates.ts";
import { say } from "../../../texts/say.ts";
import { staffTexts } from "../../../texts/staff.ts";
import { staffEndingTexts } from "../../../texts/staff-ending.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, ErrorSummary, Radios, TextField } from "../parts.tsx";
import { ACCESS } from "./page.tsx";

export interface ReviewPage {
  members: readonly StaffMember[];
  lastIn: ReadonlyMap<string, number>;
  keys: readonly Key[];
  nextDay: string;
  values: Readonly<Record<string, string>>;
  problems?: Problem[] | undefined;
}

export function reviewPage(c: StaffContext, p: ReviewPage): Promise<Response> {
  const { lang, institution } = c.var;
  const t = say(accessTexts, lang);
  const staff = say(staffTexts, lang);
  const ending = say(staffEndingTexts, lang);
  const legendOf = (m: StaffMember) => t("form.legend", { name: m.name, role: staff(`role.${m.role}`) });
  const hintOf = (m: StaffMember) => {
    const last = p.lastIn.get(m.id);
    const second = m.secondFactor ? ending("second.on") : ending("second.off");
    if (last === undefined) return t("form.never", { second: second.toLowerCase() });
    const date = showDate(last, { lang, zone: institution.timeZone, form: "loc" });
    return t("form.last", { date, second: second.toLowerCase() });
  };
  const k = say(apiKeyTexts, lang);
  const day = (at: number | string) => showDate(at, { lang, zone: institution.timeZone, form: "table" });
  const aboutKey = ({ purpose, expiresAt, lastUsedDay }: Key) => {
    const used = lastUsedDay ? day(lastUsedDay) : k("used.never").toLowerCase();
    return k("review.hint", {
      purpose: /[.!?]$/.test(purpose) ? purpose : `${purpose}.`,
      date: day(expiresAt - 1),
      used,
    });
  };
  const labels = Object.fromEntries([
    ...p.members.map((m) => [`verdict.${m.id}`, m.name]),
    ...p.keys.map((key) => [`verdict.api:${key.id}`, key.name]),
  ]);
  return deskPage(c, {
    title: t("form.title"),
    current: "access",
    back: { href: ACCESS, label: t("back") },
    lede: t("form.lede"),
    status: p.problems ? 422 : 200,
    error: p.problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={p.problems} title={t("form.failed")} labels={{ ...labels, nextDay: t("form.next") }} />
        <DeskForm action={`${ACCESS}/review`}>
          {p.members.map((m) => (
            <Radios
              name={`verdict.${m.id}`}
              legend={legendOf(m)}
              hint={hintOf(m)}
              options={VERDICTS.map((verdict) => ({
                value: verdict,
                label: t(`verdict.${verdict}`),
                hint: t(`form.${verdict}.hint`),
              }))}
              value={p.values[`verdict.${m.id}`]}
              problem={problemFor(p.problems, `verdict.${m.id}`)}
            />
          ))}
          {p.keys.map((key) => (
            <Radios
              name={`verdict.api:${key.id}`}
              legend={k("review.legend", { name: key.name })}
              hint={aboutKey(key)}
              options={(["keep", "end"] as const).map((value) => ({ value, label: k(`review.${value}`) }))}
              value={p.values[`verdict.api:${key.id}`]}
              problem={problemFor(p.problems, `verdict.api:${key.id}`)}
            />
          ))}
          <TextField
            name="nextDay"
            type="date"
            label={t("form.next")}
            hint={t("form.next.hint")}
            value={p.values.nextDay ?? p.nextDay}
            size={12}
            problem={problemFor(p.problems, "nextDay")}
          />
          <Actions>
            <Button>{t("form.save")}</Button>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}
