/** The form of a purpose: the questions in the order in which the law asks them, consent last (R013). */
import type { Child } from "hono/jsx";
import { BASES, DATA_CATEGORIES } from "../../../domain/purposes/rules.ts";
import { purposesTexts } from "../../../texts/purposes.ts";
import { type Lang, say } from "../../../texts/say.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { Checkbox, Fieldset, Radios, Section, TextArea, TextField, type TextFieldProps } from "../parts.tsx";
import { PeopleFields } from "./sheet-people.tsx";
import { RetentionFields } from "./sheet-retention.tsx";
import type { SheetValues } from "./sheet-values.ts";

type Key = keyof (typeof purposesTexts)["lv"];

export interface SheetFormProps {
  action: string;
  lang: Lang;
  /** Languages of the institution: both texts are asked, those it does not use are optional. */
  languages: readonly Lang[];
  values: SheetValues;
  problems?: readonly Problem[] | undefined;
  version?: number | undefined;
  children: Child;
}

export function SheetForm(p: SheetFormProps) {
  const t = say(purposesTexts, p.lang);
  const of = (name: string) => ({ name, value: p.values[name], problem: problemFor(p.problems, name) });
  const one = (name: string, more: Partial<TextFieldProps> = {}) => (
    <TextField label={t(`f.${name}` as Key)} {...of(name)} {...more} />
  );
  const long = (name: string, more: { hint?: Child; optional?: boolean; lang?: Lang; rows?: number } = {}) => (
    <TextArea label={t(`f.${name}` as Key)} {...of(name)} rows={2} {...more} />
  );
  const both = (name: string, more: { hint?: Child; optional?: boolean; rows?: number } = {}) =>
    (["lv", "en"] as const).map((lang) =>
      long(`${name}.${lang}`, { ...more, lang, optional: more.optional || !p.languages.includes(lang) }),
    );
  return (
    <form class="desk-form" method="post" action={p.action} novalidate>
      {p.version !== undefined && <input type="hidden" name="version" value={String(p.version)} />}
      <Section title={t("s.what")}>
        {(["lv", "en"] as const).map((lang) => one(`names.${lang}`, { lang, optional: !p.languages.includes(lang) }))}
        {both("description", { hint: t("h.description") })}
      </Section>
      <Section title={t("s.basis")} lede={t("s.basis.lede")}>
        <Radios
          {...of("basis")}
          legend={t("f.basis")}
          options={BASES.map((value) => ({ value, label: t(`basis.${value}`), hint: t(`h.basis.${value}`) }))}
        />
        {long("basisReason", { rows: 3 })}
        {both("norm", { hint: t("h.norm"), optional: true })}
        {long("whyNotOther", { hint: t("h.whyNotOther"), optional: true, rows: 3 })}
        {both("interests", { hint: t("h.interests"), optional: true })}
        <Checkbox name="outside" label={t("f.outside")} hint={t("h.outside")} checked={p.values.outside === "yes"} />
        {long("outsideTasks", { optional: true, rows: 3 })}
      </Section>
      <Section title={t("s.data")}>
        {both("subjects")}
        <Fieldset
          legend={t("f.dataCategories")}
          name="dataCategories"
          problem={problemFor(p.problems, "dataCategories")}
        >
          {DATA_CATEGORIES.map((c) => (
            <Checkbox
              name={`dataCategories.${c}`}
              label={t(`c.${c}`)}
              checked={p.values[`dataCategories.${c}`] === "yes"}
            />
          ))}
        </Fieldset>
        {both("source")}
        {both("duty")}
      </Section>
      <Section title={t("s.people")}>
        <PeopleFields lang={p.lang} values={p.values} problems={p.problems} />
      </Section>
      <Section title={t("s.how-long")}>
        <RetentionFields lang={p.lang} values={p.values} problems={p.problems} />
      </Section>
      <Section title={t("s.to")}>
        {both("recipients", { hint: t("h.recipients"), optional: true })}
        {both("transfers", { optional: true })}
      </Section>
      <Section title={t("s.register")}>{one("owner")}</Section>
      <div class="desk-bar">{p.children}</div>
    </form>
  );
}
