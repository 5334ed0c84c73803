/** A sheet as it stands: for the page of a purpose and for the register (GDPR Art. 30(1)). */
import type { Both, Institution } from "../../../domain/institution/rules.ts";
import { topicsOf } from "../../../domain/purposes/rules/people.ts";
import { type Basis, inLanguage, type Purpose, type Retention } from "../../../domain/purposes/rules.ts";
import { reviewDayOf } from "../../../domain/retention/views/review.ts";
import { showDate } from "../../../texts/dates.ts";
import { purposesTexts } from "../../../texts/purposes.ts";
import { type Lang, say } from "../../../texts/say.ts";
import { Facts } from "../parts.tsx";
import { ageWords, topicWords } from "./sheet-people.tsx";

/** "Consent (Article 6(1)(a))". */
export function basisWords(basis: Basis | null, lang: Lang): string {
  const t = say(purposesTexts, lang);
  return basis ? t("basis.article", { basis: t(`basis.${basis}`), letter: basis }) : t("basis.none");
}

export function retentionWords(retention: Retention, lang: Lang): string {
  const t = say(purposesTexts, lang);
  const { kind, months = 0, days = 0, event = { lv: "", en: "" } } = retention;
  if (kind !== "until-withdrawal" && kind !== "until-event" && kind !== "months") return t("retention.none");
  if (kind === "until-event" && days > 0)
    return t("retention.until-event-days", { n: days, event: inLanguage(event, lang) });
  return t(`retention.${kind}`, { n: months, event: inLanguage(event, lang) });
}

export function SheetFacts(p: { purpose: Purpose; lang: Lang; institution: Institution }) {
  const { lang, institution, purpose } = p;
  const { sheet, basis } = purpose;
  const t = say(purposesTexts, lang);
  const said = (both: Both) => inLanguage(both, lang) || t("no-value");
  return (
    <Facts
      items={[
        { term: t("w.description"), value: said(sheet.description) },
        { term: t("f.basis"), value: basisWords(basis, lang) },
        { term: t("f.basisReason"), value: sheet.basisReason || t("no-value") },
        basis === "a" && { term: t("f.whyNotOther"), value: sheet.whyNotOther || t("no-value") },
        (basis === "c" || basis === "e") && { term: t("w.norm"), value: said(sheet.norm) },
        basis === "f" && { term: t("w.interests"), value: said(sheet.interests) },
        basis === "f" && sheet.outsideTasks.trim() !== "" && { term: t("f.outsideTasks"), value: sheet.outsideTasks },
        { term: t("w.subjects"), value: said(sheet.subjects) },
        {
          term: t("f.dataCategories"),
          value: sheet.dataCategories.map((c) => t(`c.${c}`)).join("; ") || t("no-value"),
        },
        sheet.ageFrom !== undefined && { term: t("f.ageFrom"), value: ageWords(sheet.ageFrom, lang) },
        topicsOf(sheet).length > 0 && { term: t("f.special"), value: topicWords(topicsOf(sheet), lang) },
        { term: t("w.source"), value: said(sheet.source) },
        { term: t("w.duty"), value: said(sheet.duty) },
        { term: t("f.retention.kind"), value: retentionWords(sheet.retention, lang) },
        sheet.retention.kind === "months" && {
          term: t("f.retention.from"),
          value: t(`o.from.${sheet.retention.from ?? "day"}`),
        },
        sheet.retention.day !== undefined && {
          term: t("f.retention.day"),
          value: showDate(sheet.retention.day, { lang, zone: institution.timeZone, form: "table" }),
        },
        {
          term: t("f.reviewDay"),
          value: showDate(reviewDayOf(sheet, purpose.updatedAt, institution.timeZone), {
            lang,
            zone: institution.timeZone,
            form: "table",
          }),
        },
        { term: t("w.recipients"), value: said(sheet.recipients) },
        { term: t("w.transfers"), value: said(sheet.transfers) },
        { term: t("f.owner"), value: sheet.owner || t("no-value") },
        {
          term: t("w.updated"),
          value: showDate(purpose.updatedAt, { lang, zone: institution.timeZone, form: "table" }),
        },
      ]}
    />
  );
}
