/** The fields of an opinion of the data protection officer: on a draft, and on the deletion at its end. */
import { VERDICTS } from "../../../domain/campaigns/rules/review.ts";
import type { StaffContext } from "../../env.ts";
import { type Form, type Problem, problemFor } from "../../forms.ts";
import { Radios, TextArea, TextField } from "../parts.tsx";
import { planVoice } from "./plan.tsx";

interface OpinionProps {
  c: StaffContext;
  values: Record<string, string>;
  problems: Problem[] | undefined;
}

/** Whoever is not the officer says which written opinion it is. */
export function OpinionFields({ c, values, problems }: OpinionProps) {
  const t = planVoice(c);
  const about = (name: string) => ({ name, value: values[name], problem: problemFor(problems, name) });
  return (
    <>
      <Radios
        {...about("verdict")}
        legend={t("opinion.verdict")}
        options={VERDICTS.map((verdict) => ({
          value: verdict,
          label: t(`opinion.${verdict}`),
          ...(verdict === "objects" && { hint: t("opinion.objects.hint") }),
        }))}
      />
      <TextArea {...about("text")} label={t("opinion.text")} hint={t("opinion.text.hint")} rows={4} />
      {c.var.actor.role !== "dpo" && (
        <TextField
          {...about("writtenDay")}
          type="date"
          size={12}
          label={t("opinion.written")}
          hint={t("opinion.written.hint")}
          autocomplete="off"
        />
      )}
    </>
  );
}

/** What was typed. */
export function opinionTyped(typed: Form) {
  const writtenDay = typed.text("writtenDay");
  return { verdict: typed.text("verdict"), text: typed.text("text"), ...(writtenDay && { writtenDay }) };
}
