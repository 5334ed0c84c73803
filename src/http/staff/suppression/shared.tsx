/** What the pages of suppression share. */
import { inLanguage, type Purpose } from "../../../domain/purposes/rules.ts";
import { EVERYTHING, GIVEN_REASONS } from "../../../domain/suppressions/rules.ts";
import { showDate } from "../../../texts/dates.ts";
import { say } from "../../../texts/say.ts";
import { suppressionTexts } from "../../../texts/suppression.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { Radios, Select } from "../parts.tsx";

export const SUPPRESSION = "/staff/suppression";

export const voice = (c: StaffContext) => say(suppressionTexts, c.var.lang);
export type Key = keyof (typeof suppressionTexts)["lv"];

/** A day or an instant as digits. */
export const day = (c: StaffContext, when: number | string): string =>
  showDate(when, { lang: c.var.lang, zone: c.var.institution.timeZone, form: "table" });

/** What a tag is about, in words. */
export function scopeName(c: StaffContext, purposes: readonly Purpose[], scope: string): string {
  if (scope === EVERYTHING) return voice(c)("all");
  const purpose = purposes.find((p) => p.id === scope);
  return purpose ? inLanguage(purpose.sheet.names, c.var.lang) : scope;
}

export const reasonName = (c: StaffContext, reason: string): string => {
  const key = `reason.${reason}`;
  return key in suppressionTexts.lv ? voice(c)(key as Key) : reason;
};

interface FieldsProps {
  c: StaffContext;
  purposes: readonly Purpose[];
  values: Record<string, string>;
  problems: readonly Problem[] | undefined;
}

/** Everything, or one purpose that is not over. */
export function ScopeField({ c, purposes, values, problems }: FieldsProps) {
  const t = voice(c);
  return (
    <Select
      name="scope"
      label={t("scope")}
      hint={t("add.scope.hint")}
      value={values.scope ?? EVERYTHING}
      problem={problemFor(problems, "scope")}
      options={[
        { value: EVERYTHING, label: t("all") },
        ...purposes
          .filter((p) => p.state !== "ended")
          .map((p) => ({ value: p.id, label: inLanguage(p.sheet.names, c.var.lang) })),
      ]}
    />
  );
}

/** The closed list of reasons. */
export function ReasonField({ c, values, problems, legend }: FieldsProps & { legend: string }) {
  const t = voice(c);
  return (
    <Radios
      name="reason"
      legend={legend}
      value={values.reason ?? "withdrawn"}
      problem={problemFor(problems, "reason")}
      options={GIVEN_REASONS.map((value) => ({ value, label: t(`reason.${value}`), hint: t(`hint.${value}`) }))}
    />
  );
}
