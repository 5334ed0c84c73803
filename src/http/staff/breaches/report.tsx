/** "Report a breach": one form, for everybody, saved whatever is left empty. */
import { ONGOING } from "../../../domain/breaches/rules.ts";
import { wallOf } from "../../../domain/periods/rules.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, Fieldset, Radios, TextArea, TextField } from "../parts.tsx";
import { BREACHES, REPORT, voice } from "./shared.tsx";

export function reportPage(c: StaffContext): Promise<Response> {
  const t = voice(c);
  const now = wallOf(c.var.deps.clock.now(), c.var.institution.timeZone);
  const values: Record<string, string> = { ...now, kind: "breach" };
  return deskPage(c, {
    title: t("report.title"),
    current: "breaches",
    back: { href: BREACHES, label: t("back") },
    lede: t("report.lede"),
    children: (
      <DeskForm action={REPORT}>
        <ReportFields c={c} values={values} aware={t("report.aware")} awareHint={t("report.aware.hint")} />
        <Radios
          name="kind"
          legend={t("report.kind")}
          value={values.kind}
          options={[
            { value: "breach", label: t("kind.breach") },
            { value: "exercise", label: t("kind.exercise"), hint: t("kind.exercise.hint") },
          ]}
        />
        <p class="above-5">{t("report.at-once")}</p>
        <Actions>
          <Button>{t("report.act")}</Button>
        </Actions>
      </DeskForm>
    ),
  });
}

/** The fields of a report, also where it is corrected. */
export function ReportFields(p: {
  c: StaffContext;
  values: Readonly<Record<string, string | undefined>>;
  problems?: Problem[] | undefined;
  aware: string;
  awareHint?: string;
}) {
  const t = voice(p.c);
  const field = (name: string) => ({ name, value: p.values[name], problem: problemFor(p.problems, name) });
  return (
    <>
      <TextArea {...field("what")} label={t("report.what")} hint={t("report.what.hint")} rows={5} optional="group" />
      <MomentFields {...p} legend={p.aware} hint={p.awareHint} />
      <TextArea {...field("noticed")} label={t("report.noticed")} rows={2} optional />
      <TextArea {...field("data")} label={t("report.data")} rows={2} optional />
      <Radios
        {...field("ongoing")}
        legend={t("report.ongoing")}
        options={ONGOING.map((value) => ({ value, label: t(`ongoing.${value}`) }))}
      />
    </>
  );
}

/** A day and a time that have been, in the institution's zone. */
export function MomentFields(p: {
  c: StaffContext;
  values: Readonly<Record<string, string | undefined>>;
  problems?: Problem[] | undefined;
  legend: string;
  hint?: string | undefined;
}) {
  const t = voice(p.c);
  return (
    <Fieldset legend={p.legend} hint={p.hint}>
      <div class="desk-row">
        <TextField name="day" type="date" label={t("report.day")} value={p.values.day} optional="group" />
        <TextField
          name="time"
          type="time"
          label={t("report.time")}
          value={p.values.time}
          problem={problemFor(p.problems, "time")}
          optional="group"
        />
      </div>
    </Fieldset>
  );
}
