/**
 * What set-up and settings must hold before anything is saved. Field names are those of the form: `names.lv.gen`,
 * `processors.2.country`. What the notice must say about the controller (GDPR Art. 13(1)(a), (b)) starts here.
 */
import { type FieldProblem, isRefusal, type RefusalCode, type RefusalValues } from "../../../refusal.ts";
import { domainOf, normaliseAddress } from "../../people/rules.ts";
import type { Institution, Lang, Processor } from "../rules.ts";
import { cleanMark } from "./mark.ts";

const LANGS: readonly Lang[] = ["lv", "en"];
/** A notice under every mail that is longer than this is read by nobody. */
const SIGNATURE_MAX = 800;
const CASES = ["nom", "gen", "dat", "acc", "loc"] as const;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
/** EU member states and the EEA states that apply the GDPR (EEA Joint Committee Decision 154/2018). */
export const EEA = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO".split(" "),
);
/** Processing outside the EEA needs a safeguard (GDPR Chapter V), here and in the notice. */
export const leavesEea = (country: string) => !EEA.has(country);

/** Host part of the proof log's origin line: `https://news.ministry.example` → `news.ministry.example/log`. */
export function logOriginOf(publicUrl: string): string {
  return `${new URL(publicUrl).host}/log`;
}

/** Everything that is wrong with a profile, in the order of the form. Empty: it may be saved. */
export function checkProfile(p: Institution): FieldProblem[] {
  const found: FieldProblem[] = [];
  const no = (field: string, code: RefusalCode, values?: RefusalValues) =>
    found.push({ field, code, ...(values ? { values } : {}) });
  const need = (field: string, text: string, max = 200) => {
    if (text.trim() === "") no(field, "form.required");
    else if (text.length > max) no(field, "form.too_long", { max });
  };
  const mail = (field: string, text: string) => {
    if (text.trim() === "") return void no(field, "form.required");
    const checked = normaliseAddress(text);
    if (isRefusal(checked)) no(field, checked.code, checked.values);
  };
  const whole = (field: string, n: number, from: number, to: number) => {
    if (!Number.isInteger(n) || n < from || n > to) no(field, "institution.number", { from, to });
  };
  const both = (field: string, text: Record<Lang, string>) => {
    for (const lang of p.languages) need(`${field}.${lang}`, text[lang]);
  };

  if (p.languages.includes("lv")) for (const c of CASES) need(`names.lv.${c}`, p.names.lv[c]);
  if (p.languages.includes("en")) need("names.en", p.names.en);
  need("registrationNumber", p.registrationNumber, 40);
  need("legalAddress", p.legalAddress);
  need("phone", p.phone, 40);
  mail("email", p.email);
  // Art. 37(1)(a): a public authority must have an officer; for others name and address may be left empty together.
  const officer = p.dataProtectionOfficer;
  if (p.publicAuthority || officer.name || officer.email) {
    need("dataProtectionOfficer.name", officer.name);
    mail("dataProtectionOfficer.email", officer.email);
  }
  both("supervisoryAuthority.name", p.supervisoryAuthority.name);
  need("supervisoryAuthority.address", p.supervisoryAuthority.address);
  mail("supervisoryAuthority.email", p.supervisoryAuthority.email);
  if (!/^https?:\/\/[^\s]+$/.test(p.supervisoryAuthority.website) || !URL.canParse(p.supervisoryAuthority.website))
    no("supervisoryAuthority.website", "institution.website");
  if (p.languages.length === 0 || p.languages.some((l) => !LANGS.includes(l))) no("languages", "institution.languages");
  if (!isTimeZone(p.timeZone)) no("timeZone", "institution.time_zone");
  both("sender.name", p.sender.name);
  mail("sender.address", p.sender.address);
  mail("sender.replyTo", p.sender.replyTo);
  if (/^(no-?reply|do-?not-?reply|neatbildet)@/i.test(p.sender.replyTo))
    no("sender.replyTo", "institution.reply_unread");
  if (p.signature) for (const lang of p.languages) need(`signature.${lang}`, p.signature[lang], SIGNATURE_MAX);
  for (const domain of p.ownDomains)
    if (!DOMAIN.test(domain)) {
      no("ownDomains", "institution.domain", { domain });
      break;
    }
  for (const site of p.signUpSites ?? [])
    if (!isSite(site)) {
      no("signUpSites", "institution.site", { site });
      break;
    }
  if (!/^#[0-9a-f]{6}$/.test(p.look.link)) no("look.link", "institution.colour");
  else if (contrast(p.look.link, "#ffffff") < 4.5) no("look.link", "institution.colour_pale");
  if (!/^#[0-9a-f]{6}$/.test(p.look.accent)) no("look.accent", "institution.colour");
  else if (contrast(p.look.accent, "#ffffff") < 3) no("look.accent", "institution.colour_pale");
  if (cleanMark(p.look.markSvg) === undefined) no("look.markSvg", "institution.mark");
  checkProcessors(p.processors, no, need, whole);
  whole("restoreWindowDays", p.restoreWindowDays, 0, 365);
  whole("proofMonths", p.proofMonths, 1, 120);
  whole("suppressionReviewMonths", p.suppressionReviewMonths, 1, 120);
  if (p.breachHours !== undefined) whole("breachHours", p.breachHours, 1, 72);
  if (p.signUpGuard) {
    whole("signUpGuard.hourAtLeast", p.signUpGuard.hourAtLeast, 10, 100_000);
    whole("signUpGuard.factor", p.signUpGuard.factor, 2, 100);
    whole("signUpGuard.networkDay", p.signUpGuard.networkDay, 5, 10_000);
  }
  return found;
}

function checkProcessors(
  processors: readonly Processor[],
  no: (field: string, code: RefusalCode, values?: RefusalValues) => void,
  need: (field: string, text: string, max?: number) => void,
  whole: (field: string, n: number, from: number, to: number) => void,
): void {
  processors.forEach((one, i) => {
    const field = (name: string) => `processors.${i}.${name}`;
    need(field("name"), one.name);
    if (!isCountry(one.country)) no(field("country"), "institution.country");
    else if (leavesEea(one.country) && one.transfer.trim() === "") no(field("transfer"), "institution.transfer");
    need(field("contract"), one.contract);
    whole(field("logRetentionDays"), one.logRetentionDays, 0, 3650);
  });
  for (const role of ["host", "database", "mail"] as const)
    if (!processors.some((one) => one.role === role)) no("processors.0.name", `institution.no_${role}`);
}

/** A profile as it is kept: addresses trimmed with the domain in A-labels, domains lower-case and once, the mark cleaned. */
export function tidyProfile(p: Institution): Institution {
  const mail = (typed: string) => {
    const checked = normaliseAddress(typed);
    return isRefusal(checked) ? typed.trim() : checked.address;
  };
  return {
    ...p,
    email: mail(p.email),
    dataProtectionOfficer: { ...p.dataProtectionOfficer, email: mail(p.dataProtectionOfficer.email) },
    supervisoryAuthority: { ...p.supervisoryAuthority, email: mail(p.supervisoryAuthority.email) },
    sender: { ...p.sender, address: mail(p.sender.address), replyTo: mail(p.sender.replyTo) },
    ...(p.signature && { signature: { lv: paragraphsOf(p.signature.lv), en: paragraphsOf(p.signature.en) } }),
    languages: [...new Set(p.languages)],
    ownDomains: [...new Set(p.ownDomains.map(asDomain).filter((d) => d !== ""))],
    ...(p.signUpSites && { signUpSites: [...new Set(p.signUpSites.map(asSite).filter((s) => s !== ""))] }),
    look: {
      link: p.look.link.toLowerCase(),
      accent: p.look.accent.toLowerCase(),
      markSvg: cleanMark(p.look.markSvg) ?? "",
    },
  };
}

/** Plain text in one spelling (PROOF 6.2): no spaces around, one blank line between paragraphs. */
const paragraphsOf = (typed: string) =>
  typed
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]*\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** A domain as typed (`@Ministrija.example`, non-ASCII) to its lower-case A-label where there is one. */
function asDomain(typed: string): string {
  const bare = typed.trim().replace(/^@/, "");
  const checked = normaliseAddress(`x@${bare}`);
  return isRefusal(checked) ? bare.toLowerCase() : domainOf(checked.address);
}

/** A site as typed to its origin where it names nothing but one: `https://Skola.example/` → `https://skola.example`. */
function asSite(typed: string): string {
  const bare = typed.trim();
  if (!URL.canParse(bare)) return bare;
  const { origin, pathname, search, hash, username } = new URL(bare);
  return pathname === "/" && search === "" && hash === "" && username === "" ? origin : bare;
}

/** An exact origin of the web. Whether it must be https is for where we run ourselves to say (`sitesProblems`). */
const isSite = (site: string) =>
  /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(site) && URL.canParse(site) && new URL(site).origin === site;

function isTimeZone(zone: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "" &&
      /^[A-Z]\w*(\/|$)/.test(zone)
    );
  } catch {
    return false;
  }
}

/** ISO 3166-1 alpha-2 code that has a name. */
export function isCountry(code: string): boolean {
  return (
    /^[A-Z]{2}$/.test(code) && new Intl.DisplayNames("en", { type: "region", fallback: "none" }).of(code) !== undefined
  );
}

/** WCAG 2 contrast ratio of two `#rrggbb` colours. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const s = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
