/** The look itself: one answer about everybody who has access, and the day of the next look. */
import { VERDICTS } from "../../../domain/staff/rules/review.ts";
import type { StaffMember } from "../../../domain/staff/views.ts";
import { accessTexts } from "../../../texts/access.ts";
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
  const labels = Object.fromEntries(p.members.map((m) => [`verdict.${m.id}`, m.name]));
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
