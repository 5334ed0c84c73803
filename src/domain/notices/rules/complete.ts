/**
 * Whether a privacy notice would say everything that GDPR Art. 13 and 14 ask for. What is missing is named by the
 * thing, the purpose and the language, so that the office knows where to go.
 */
import type { FieldProblem, RefusalCode } from "../../../refusal.ts";
import { checkProfile } from "../../institution/rules/profile.ts";
import type { Institution, Lang } from "../../institution/rules.ts";
import { checkActive } from "../../purposes/rules/sheet.ts";
import { inLanguage, type Purpose } from "../../purposes/rules.ts";

/** First part of a profile field → what the notice lacks without it. */
const OF_PROFILE: Record<string, RefusalCode> = {
  names: "notices.missing_controller",
  registrationNumber: "notices.missing_controller",
  legalAddress: "notices.missing_contact",
  phone: "notices.missing_contact",
  email: "notices.missing_contact",
  dataProtectionOfficer: "notices.missing_officer",
  supervisoryAuthority: "notices.missing_authority",
  processors: "notices.missing_processor",
  proofMonths: "notices.missing_retention_proof",
  suppressionReviewMonths: "notices.missing_retention_proof",
  restoreWindowDays: "notices.missing_retention_proof",
};

/** First part of a sheet field → what the notice lacks. Fields that only the register needs are not listed. */
const OF_SHEET: Record<string, RefusalCode> = {
  names: "notices.missing_purpose",
  description: "notices.missing_purpose",
  basis: "notices.missing_basis",
  norm: "notices.missing_norm",
  interests: "notices.missing_interests",
  subjects: "notices.missing_subjects",
  dataCategories: "notices.missing_categories",
  source: "notices.missing_source",
  duty: "notices.missing_duty",
  recipients: "notices.missing_recipients",
  transfers: "notices.missing_transfers",
  retention: "notices.missing_retention",
};

/** What the notice of this institution with these active purposes lacks. Empty: it may be published. */
export function missingFromPrivacy(institution: Institution, purposes: readonly Purpose[], show: Lang): FieldProblem[] {
  const found = new Map<string, FieldProblem>();
  const note = (field: string, code: RefusalCode, purpose = "") => {
    const language = /\.(lv|en)(\.|$)/.exec(field)?.[1] ?? "all";
    found.set(`${code} ${purpose} ${language}`, { field, code, values: { purpose, language } });
  };
  for (const { field } of checkProfile(institution)) {
    const code = OF_PROFILE[field.split(".")[0] as string];
    if (code) note(field, code);
  }
  if (purposes.length === 0) note("purposes", "notices.missing_purposes");
  for (const { id, basis, sheet } of purposes)
    for (const { field } of checkActive(basis, sheet, institution)) {
      const code = OF_SHEET[field.split(".")[0] as string];
      if (code) note(`purposes.${id}.${field}`, code, inLanguage(sheet.names, show));
    }
  return [...found.values()];
}
