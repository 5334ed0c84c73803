/** How long, as the form of a purpose asks it: an event and a period; "for ever" cannot be said (R031). */
import { purposesTexts } from "../../../texts/purposes.ts";
import { type Lang, say } from "../../../texts/say.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { Radios, Select, TextField, type TextFieldProps } from "../parts.tsx";
import type { SheetValues } from "./sheet-values.ts";

type Key = keyof (typeof purposesTexts)["lv"];

export function RetentionFields(p: { lang: Lang; values: SheetValues; problems: readonly Problem[] | undefined }) {
  const t = say(purposesTexts, p.lang);
  const of = (name: string) => ({ name, value: p.values[name], problem: problemFor(p.problems, name) });
  const one = (name: string, more: Partial<TextFieldProps>) => (
    <TextField label={t(`f.${name}` as Key)} {...of(name)} optional {...more} />
  );
  return (
    <>
      <Radios
        {...of("retention.kind")}
        legend={t("f.retention.kind")}
        options={(["until-withdrawal", "until-event", "months"] as const).map((value) => ({
          value,
          label: t(`o.retention.${value}`),
          hint: t(`h.retention.${value}`),
        }))}
      />
      {one("retention.months", { inputmode: "numeric", size: 5, suffix: t("unit.months") })}
      <Select
        {...of("retention.from")}
        label={t("f.retention.from")}
        options={(["day", "joined", "last-act"] as const).map((value) => ({ value, label: t(`o.from.${value}`) }))}
      />
      {(["lv", "en"] as const).map((lang) => one(`retention.event.${lang}`, { lang, hint: t("h.retention.event") }))}
      {one("retention.days", {
        inputmode: "numeric",
        size: 5,
        suffix: t("unit.days"),
        hint: t("h.retention.days"),
      })}
      {one("retention.day", { type: "date", hint: t("h.retention.day") })}
      {one("reviewDay", { type: "date", hint: t("h.reviewDay") })}
    </>
  );
}
