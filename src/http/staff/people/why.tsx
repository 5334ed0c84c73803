/** Why somebody looks: one choice, asked wherever a single person is searched for or opened. Nothing is chosen by itself. */
import { WHY } from "../../../domain/read-log/rules/why.ts";
import { readLogTexts } from "../../../texts/read-log.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { Select } from "../parts.tsx";

export function WhyField(p: { c: StaffContext; value?: string | undefined; problems?: Problem[] | undefined }) {
  const t = say(readLogTexts, p.c.var.lang);
  return (
    <Select
      name="why"
      label={t("why.ask")}
      hint={t("why.ask.hint")}
      value={p.value ?? ""}
      problem={problemFor(p.problems, "why")}
      options={[{ value: "", label: t("why.choose") }, ...WHY.map((why) => ({ value: why, label: t(`why.${why}`) }))]}
    />
  );
}
