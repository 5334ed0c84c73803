/**
 * What a sheet must hold. A draft needs names; an active purpose needs its basis with the reason, what the basis itself
 * demands, and a retention rule with an end (R009, R013, R028, R031, L1, L2, D4). Field names are those of the form.
 */
import type { FieldProblem, RefusalCode, RefusalValues } from "../../../refusal.ts";
import { isDay } from "../../consent/rules/days.ts";
import type { Both, Lang } from "../../institution/rules.ts";
import { BASES, type Basis, DATA_CATEGORIES, type PurposeSheet, type Retention } from "../rules.ts";
import { checkPeople } from "./people.ts";
import { DESCRIPTION_MIN, isGeneric, isOpenEnded } from "./phrases.ts";

/** What the check needs to know of the institution. */
export interface Office {
  languages: readonly Lang[];
  publicAuthority: boolean;
}

type No = (field: string, code: RefusalCode, values?: RefusalValues) => void;

/** Shortest reason that can be one. */
export const REASON_MIN = 20;

/** What is wrong with a draft: it may be incomplete, but what is there must fit. */
export function checkDraft(sheet: PurposeSheet, office: Office): FieldProblem[] {
  return collect((no) => {
    for (const lang of office.languages) {
      if (sheet.names[lang] === "") no(`names.${lang}`, "form.required");
      const description = sheet.description[lang];
      if (description !== "" && isGeneric(description)) no(`description.${lang}`, "purposes.generic");
    }
    lengths(sheet, no);
    checkReview(sheet, no);
    for (const { field, code } of checkPeople(null, sheet)) no(field, code);
    checkRetention(sheet.retention, null, office, no, false);
  });
}

/** Everything that stands between this sheet and an active purpose. Empty: it may be active. */
export function checkActive(basis: Basis | null, sheet: PurposeSheet, office: Office): FieldProblem[] {
  return collect((no) => {
    for (const lang of office.languages) {
      if (sheet.names[lang] === "") no(`names.${lang}`, "form.required");
      const description = sheet.description[lang];
      if (description === "") no(`description.${lang}`, "form.required");
      else if (description.length < DESCRIPTION_MIN)
        no(`description.${lang}`, "purposes.description_short", { min: DESCRIPTION_MIN });
      else if (isGeneric(description)) no(`description.${lang}`, "purposes.generic");
    }
    checkBasis(basis, sheet, office, no);
    required(sheet.subjects, "subjects", office, no);
    if (sheet.dataCategories.length === 0 || sheet.dataCategories.some((c) => !DATA_CATEGORIES.includes(c)))
      no("dataCategories", "purposes.no_categories");
    required(sheet.source, "source", office, no);
    required(sheet.duty, "duty", office, no);
    // Said in one language, the notice must say it in all (Art. 12(1)).
    for (const field of ["recipients", "transfers"] as const) together(sheet[field], field, office, no);
    if (sheet.owner === "") no("owner", "form.required");
    lengths(sheet, no);
    checkReview(sheet, no);
    for (const { field, code } of checkPeople(basis, sheet)) no(field, code);
    checkRetention(sheet.retention, basis, office, no, true);
  });
}

function checkBasis(basis: Basis | null, sheet: PurposeSheet, office: Office, no: No): void {
  if (basis === null || !BASES.includes(basis)) {
    no("basis", "purposes.no_basis");
    return;
  }
  reason(sheet.basisReason, "basisReason", no);
  if (basis === "a") reason(sheet.whyNotOther, "whyNotOther", no);
  if (basis === "c" || basis === "e") required(sheet.norm, "norm", office, no);
  if (basis === "f") {
    required(sheet.interests, "interests", office, no);
    // Art. 6(1) last subparagraph: not for public authorities in the performance of their tasks.
    if (office.publicAuthority && sheet.outsideTasks === "") no("basis", "purposes.public_authority");
    else if (office.publicAuthority) reason(sheet.outsideTasks, "outsideTasks", no);
  }
}

function checkRetention(retention: Retention, basis: Basis | null, office: Office, no: No, whole: boolean): void {
  const { kind, months, days, day } = retention;
  if (kind === "until-withdrawal") {
    if (basis !== null && basis !== "a") no("retention.kind", "purposes.retention_withdrawal");
    return;
  }
  if (kind !== "months" && kind !== "until-event") {
    if (whole) no("retention.kind", "purposes.no_retention");
    return;
  }
  if (kind === "months" && (whole || months !== undefined))
    if (months === undefined || !Number.isInteger(months) || months < 1 || months > 120)
      no("retention.months", "purposes.retention_months");
  if (days !== undefined && (!Number.isInteger(days) || days < 0 || days > 366))
    no("retention.days", "purposes.retention_days");
  if (day !== undefined && !isDay(day)) no("retention.day", "purposes.day");
  for (const lang of office.languages) {
    const event = retention.event?.[lang] ?? "";
    if (event === "" && whole) no(`retention.event.${lang}`, "purposes.retention_event");
    else if (isOpenEnded(event)) no(`retention.event.${lang}`, "purposes.just_in_case");
  }
}

function checkReview({ reviewDay }: PurposeSheet, no: No): void {
  if (reviewDay !== undefined && !isDay(reviewDay)) no("reviewDay", "purposes.day");
}

function reason(text: string, field: string, no: No): void {
  if (text === "") no(field, "form.required");
  else if (text.length < REASON_MIN) no(field, "purposes.reason_short", { min: REASON_MIN });
}

function required(text: Both, field: string, office: Office, no: No): void {
  for (const lang of office.languages) if (text[lang] === "") no(`${field}.${lang}`, "form.required");
}

function together(text: Both, field: string, office: Office, no: No): void {
  if (office.languages.some((lang) => text[lang] !== "")) required(text, field, office, no);
}

/** Longest texts: the sheet stands in a notice that people read. */
function lengths(sheet: PurposeSheet, no: No): void {
  const limit = (field: string, text: string, max: number) => {
    if (text.length > max) no(field, "form.too_long", { max });
  };
  for (const lang of ["lv", "en"] as const) {
    limit(`names.${lang}`, sheet.names[lang], 120);
    for (const field of [
      "description",
      "norm",
      "interests",
      "subjects",
      "source",
      "duty",
      "recipients",
      "transfers",
    ] as const)
      limit(`${field}.${lang}`, sheet[field][lang], 600);
    limit(`retention.event.${lang}`, sheet.retention.event?.[lang] ?? "", 200);
  }
  for (const field of ["basisReason", "whyNotOther", "outsideTasks"] as const) limit(field, sheet[field], 2000);
  limit("owner", sheet.owner, 200);
}

function collect(look: (no: No) => void): FieldProblem[] {
  const found: FieldProblem[] = [];
  look((field, code, values) => found.push({ field, code, ...(values ? { values } : {}) }));
  return found;
}

/** The languages in which a notice is missing, of those the institution uses. */
export function missingLanguages(have: readonly Lang[], office: Office): Lang[] {
  return office.languages.filter((lang) => !have.includes(lang));
}
