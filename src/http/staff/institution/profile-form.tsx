/** The form of the institution's profile, the same for set-up and settings. Keeps what was typed. */
import type { Child } from "hono/jsx";
import { type Lang, say } from "../../../texts/say.ts";
import { settingsTexts } from "../../../texts/settings.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { Radios, Section, TextArea, TextField, type TextFieldProps } from "../parts.tsx";
import { PROCESSOR_ROLES, processorRows } from "./profile-values.ts";

type SettingsKey = keyof (typeof settingsTexts)["lv"];

/** Label of a field of the form; a processor's field is named with its role. */
export function labelOf(field: string, lang: Lang): string {
  const t = say(settingsTexts, lang);
  const [, index, name] = /^processors\.(\d+)\.(\w+)$/.exec(field) ?? [];
  if (!name) return t(`f.${field}` as SettingsKey);
  const role = t(`p.${PROCESSOR_ROLES[Number(index)] ?? "other"}`);
  return t("problem.named", { label: role, text: t(`f.processor.${name}` as SettingsKey) });
}

export interface ProfileFormProps {
  action: string;
  lang: Lang;
  values: Record<string, string>;
  problems?: readonly Problem[] | undefined;
  /** Version of the profile that the form was opened with. */
  version?: number;
  children: Child;
}

const LANGUAGE_CHOICES = ["lv,en", "lv", "en,lv", "en"] as const;

export function ProfileForm(p: ProfileFormProps) {
  const t = say(settingsTexts, p.lang);
  const label = (name: string) => t(`f.${name}` as SettingsKey);
  const of = (name: string) => ({ name, value: p.values[name], problem: problemFor(p.problems, name) });
  const field = (name: string, more: Partial<TextFieldProps> = {}) => (
    <TextField label={label(name)} {...of(name)} {...more} />
  );
  return (
    <form class="desk-form" method="post" action={p.action} novalidate>
      {p.version !== undefined && <input type="hidden" name="version" value={String(p.version)} />}
      <Section title={t("s.names")} lede={t("s.names.lede")}>
        {["nom", "gen", "dat", "acc", "loc"].map((c) => field(`names.lv.${c}`, { lang: "lv" }))}
        {field("names.en", { lang: "en" })}
      </Section>
      <Section title={t("s.institution")}>
        {field("registrationNumber", { size: 16 })}
        {field("legalAddress")}
        {field("phone", { type: "tel", size: 20 })}
        {field("email", { type: "email" })}
        <Radios
          {...of("publicAuthority")}
          legend={label("publicAuthority")}
          options={[
            { value: "yes", label: t("o.publicAuthority.yes"), hint: t("h.publicAuthority.yes") },
            { value: "no", label: t("o.publicAuthority.no") },
          ]}
        />
        <Radios
          {...of("secondPerson")}
          legend={label("secondPerson")}
          options={[
            { value: "yes", label: t("o.publicAuthority.yes"), hint: t("h.secondPerson.yes") },
            { value: "no", label: t("o.publicAuthority.no") },
          ]}
        />
        <Radios
          {...of("secondPersonOpens")}
          legend={label("secondPersonOpens")}
          options={[
            { value: "yes", label: t("o.publicAuthority.yes"), hint: t("h.secondPersonOpens.yes") },
            { value: "no", label: t("o.publicAuthority.no") },
          ]}
        />
      </Section>
      <Section title={t("s.languages")}>
        <Radios
          {...of("languages")}
          legend={label("languages")}
          hint={t("h.languages")}
          options={LANGUAGE_CHOICES.map((value) => ({ value, label: t(`o.languages.${value}`) }))}
        />
        {field("timeZone", { hint: t("h.timeZone"), size: 24, spellcheck: false })}
      </Section>
      <Section title={t("s.protection")}>
        {field("dataProtectionOfficer.name")}
        {field("dataProtectionOfficer.email", { type: "email" })}
        {field("dataProtectionOfficer.phone", { type: "tel", size: 20, optional: true })}
      </Section>
      <Section title={t("s.authority")} lede={t("s.authority.lede")}>
        {field("supervisoryAuthority.name.lv", { lang: "lv" })}
        {field("supervisoryAuthority.name.en", { lang: "en" })}
        {field("supervisoryAuthority.address")}
        {field("supervisoryAuthority.email", { type: "email" })}
        {field("supervisoryAuthority.website", { type: "url" })}
      </Section>
      <Section title={t("s.mail")}>
        {field("sender.name.lv", { lang: "lv", hint: t("h.sender.name.lv") })}
        {field("sender.name.en", { lang: "en" })}
        {field("sender.address", { type: "email" })}
        {field("sender.replyTo", { type: "email", hint: t("h.sender.replyTo") })}
        <Radios
          {...of("lastMail")}
          legend={label("lastMail")}
          options={[
            { value: "yes", label: t("o.publicAuthority.yes"), hint: t("h.lastMail.yes") },
            { value: "no", label: t("o.publicAuthority.no"), hint: t("h.lastMail.no") },
          ]}
        />
        <TextArea {...of("signature.lv")} label={label("signature.lv")} hint={t("h.signature")} rows={6} lang="lv" />
        <TextArea {...of("signature.en")} label={label("signature.en")} rows={6} lang="en" />
        <TextArea {...of("ownDomains")} label={label("ownDomains")} hint={t("h.ownDomains")} rows={3} optional />
        <TextArea {...of("signUpSites")} label={label("signUpSites")} hint={t("h.signUpSites")} rows={3} optional />
      </Section>
      <Section title={t("s.processors")} lede={t("s.processors.lede")}>
        <p class="small quiet">{t("h.processor.own")}</p>
        {Array.from({ length: processorRows(p.values) }, (_, i) => (
          <ProcessorFields index={i} {...p} />
        ))}
      </Section>
      <Section title={t("s.periods")}>
        {field("restoreWindowDays", { hint: t("h.restoreWindowDays"), ...figure(t("unit.days")) })}
        {field("proofMonths", figure(t("unit.months")))}
        {field("suppressionReviewMonths", figure(t("unit.months")))}
        {field("breachHours", { hint: t("h.breachHours"), ...figure(t("unit.hours")) })}
      </Section>
      <Section title={t("s.guard")} lede={t("s.guard.lede")}>
        {field("signUpGuard.hourAtLeast", figure(t("unit.addresses")))}
        {field("signUpGuard.factor", figure(t("unit.times")))}
        {field("signUpGuard.networkDay", { hint: t("h.signUpGuard.networkDay"), ...figure(t("unit.sign-ups")) })}
      </Section>
      <Section title={t("s.look")}>
        {field("look.link", { hint: t("h.colour"), size: 9, spellcheck: false })}
        {field("look.accent", { hint: t("h.colour"), size: 9, spellcheck: false })}
        <TextArea
          {...of("look.markSvg")}
          label={label("look.markSvg")}
          hint={t("h.look.markSvg")}
          rows={4}
          optional
          mono
        />
      </Section>
      <div class="desk-bar">{p.children}</div>
    </form>
  );
}

const figure = (suffix: string): Partial<TextFieldProps> => ({ inputmode: "numeric", size: 5, suffix });

function ProcessorFields(p: ProfileFormProps & { index: number }) {
  const t = say(settingsTexts, p.lang);
  const role = PROCESSOR_ROLES[p.index] ?? "other";
  const optional = role === "other";
  const field = (name: string, more: Partial<TextFieldProps> = {}) => {
    const full = `processors.${p.index}.${name}`;
    return (
      <TextField
        name={full}
        label={t(`f.processor.${name}` as SettingsKey)}
        value={p.values[full]}
        problem={problemFor(p.problems, full)}
        optional={optional}
        {...more}
      />
    );
  };
  return (
    <fieldset class="ds-fieldset above-5">
      <legend>{t(`p.${role}`)}</legend>
      {optional && <p data-field="description">{t("h.processor.other")}</p>}
      {field("name")}
      {field("country", { size: 4, hint: t("h.processor.country") })}
      {field("contract")}
      {field("logRetentionDays", figure(t("unit.days")))}
      {field("transfer", { optional: true, hint: t("h.processor.transfer") })}
    </fieldset>
  );
}
