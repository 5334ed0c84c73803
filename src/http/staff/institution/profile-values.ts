/** The profile as the fields of its form, and back. Nothing is judged here: what was typed reaches the rules as it is. */
import { OWN_HOURS } from "../../../domain/breaches/rules.ts";
import type { Institution, Lang, Processor } from "../../../domain/institution/rules.ts";
import { GUARD } from "../../../domain/sign-up-guard/rules/caps.ts";
import { signatureTexts } from "../../../texts/signature.ts";
import type { Form } from "../../forms.ts";

/** Roles of the rows of processors, in the order of the form; more rows are `other`. */
export const PROCESSOR_ROLES: readonly Processor["role"][] = ["host", "database", "mail"];

const TEXTS = [
  "registrationNumber",
  "legalAddress",
  "phone",
  "email",
  "timeZone",
] as const satisfies readonly (keyof Institution)[];
const NUMBERS = ["restoreWindowDays", "proofMonths", "suppressionReviewMonths"] as const;

/** As the program has it, for a profile that says nothing of it. */
const GUARD_VALUES = Object.fromEntries(Object.entries(GUARD).map(([name, n]) => [`signUpGuard.${name}`, String(n)]));

/** A profile to begin with: what is likely in Latvia, to be corrected by whoever knows. */
export const firstValues: Record<string, string> = {
  "supervisoryAuthority.name.lv": "Datu valsts inspekcija",
  "supervisoryAuthority.name.en": "Data State Inspectorate",
  "supervisoryAuthority.address": "Elijas iela 17, Rīga, LV-1050",
  "supervisoryAuthority.email": "pasts@dvi.gov.lv",
  "supervisoryAuthority.website": "https://www.dvi.gov.lv",
  languages: "lv,en",
  timeZone: "Europe/Riga",
  publicAuthority: "yes",
  secondPerson: "no",
  secondPersonOpens: "no",
  lastMail: "no",
  "signature.lv": signatureTexts.lv.default,
  "signature.en": signatureTexts.en.default,
  "look.link": "#1e4577",
  "look.accent": "#9d2b38",
  restoreWindowDays: "30",
  proofMonths: "36",
  suppressionReviewMonths: "36",
  breachHours: String(OWN_HOURS),
  ...GUARD_VALUES,
};

/** Field name → value, for a form that shows a saved profile. */
export function valuesOf(p: Institution): Record<string, string> {
  const values: Record<string, string> = {
    // A profile saved before there was a notice goes out with these.
    "signature.lv": signatureTexts.lv.default,
    "signature.en": signatureTexts.en.default,
    breachHours: String(OWN_HOURS),
    ...GUARD_VALUES,
    languages: p.languages.join(","),
    publicAuthority: p.publicAuthority ? "yes" : "no",
    secondPerson: p.secondPerson ? "yes" : "no",
    secondPersonOpens: p.secondPersonOpens ? "yes" : "no",
    lastMail: p.lastMail ? "yes" : "no",
    ownDomains: p.ownDomains.join("\n"),
    signUpSites: (p.signUpSites ?? []).join("\n"),
  };
  const put = (field: string, value: unknown): void => {
    if (typeof value === "string" || typeof value === "number") values[field] = String(value);
    else if (typeof value === "object" && value !== null && !Array.isArray(value))
      for (const [name, inner] of Object.entries(value)) put(`${field}.${name}`, inner);
  };
  for (const [name, value] of Object.entries(p)) put(name, value);
  for (const [i, processor] of sorted(p.processors).entries()) put(`processors.${i}`, processor);
  return values;
}

/** Host, database and mail first, as the form shows them. */
function sorted(processors: readonly Processor[]): Processor[] {
  const rank = (p: Processor) => [...PROCESSOR_ROLES, "other"].indexOf(p.role);
  return [...processors].sort((a, b) => rank(a) - rank(b));
}

/** How many rows of processors a form with these values has: three, every further one, and an empty one. */
export function processorRows(values: Record<string, string>): number {
  let rows = PROCESSOR_ROLES.length;
  while (values[`processors.${rows}.name`]) rows++;
  return rows + 1;
}

/** What was typed, as a profile. Numbers that are none become NaN, which the rules refuse. */
export function readProfile(form: Form): Institution {
  const text = form.text;
  const number = (field: string) => (/^\d{1,6}$/.test(text(field)) ? Number(text(field)) : Number.NaN);
  const both = (field: string) => ({ lv: text(`${field}.lv`), en: text(`${field}.en`) });
  const name = (grammaticalCase: string) => text(`names.lv.${grammaticalCase}`);
  return {
    ...(Object.fromEntries(TEXTS.map((f) => [f, text(f)])) as Pick<Institution, (typeof TEXTS)[number]>),
    ...(Object.fromEntries(NUMBERS.map((f) => [f, number(f)])) as Pick<Institution, (typeof NUMBERS)[number]>),
    names: {
      lv: { nom: name("nom"), gen: name("gen"), dat: name("dat"), acc: name("acc"), loc: name("loc") },
      en: text("names.en"),
    },
    dataProtectionOfficer: {
      name: text("dataProtectionOfficer.name"),
      email: text("dataProtectionOfficer.email"),
      phone: text("dataProtectionOfficer.phone"),
    },
    supervisoryAuthority: {
      name: both("supervisoryAuthority.name"),
      address: text("supervisoryAuthority.address"),
      email: text("supervisoryAuthority.email"),
      website: text("supervisoryAuthority.website"),
    },
    languages: text("languages")
      .split(",")
      .filter((l): l is Lang => l === "lv" || l === "en"),
    sender: { name: both("sender.name"), address: text("sender.address"), replyTo: text("sender.replyTo") },
    signature: both("signature"),
    ownDomains: listed(text("ownDomains")),
    ...(text("signUpSites") !== "" && { signUpSites: listed(text("signUpSites")) }),
    publicAuthority: text("publicAuthority") !== "no",
    ...(text("secondPerson") === "yes" && { secondPerson: true }),
    ...(text("secondPersonOpens") === "yes" && { secondPersonOpens: true }),
    ...(text("lastMail") === "yes" && { lastMail: true }),
    ...(text("breachHours") !== "" && { breachHours: number("breachHours") }),
    ...(text("signUpGuard.hourAtLeast") !== "" && {
      signUpGuard: {
        hourAtLeast: number("signUpGuard.hourAtLeast"),
        factor: number("signUpGuard.factor"),
        networkDay: number("signUpGuard.networkDay"),
      },
    }),
    look: { link: text("look.link"), accent: text("look.accent"), markSvg: text("look.markSvg") },
    processors: readProcessors(form, number),
  };
}

/** One on each line, or with commas between. */
const listed = (typed: string) => typed.split(/[\s,;]+/).filter((one) => one !== "");

function readProcessors(form: Form, number: (field: string) => number): Processor[] {
  const rows = processorRows(form.values);
  return Array.from({ length: rows }, (_, i): Processor => {
    const field = (name: string) => form.text(`processors.${i}.${name}`);
    return {
      role: PROCESSOR_ROLES[i] ?? "other",
      name: field("name"),
      country: field("country").toUpperCase(),
      contract: field("contract"),
      transfer: field("transfer"),
      logRetentionDays: number(`processors.${i}.logRetentionDays`),
    };
  }).filter((processor, i) => i < PROCESSOR_ROLES.length || processor.name !== "");
}
