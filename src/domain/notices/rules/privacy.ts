/**
 * The institution's privacy notice, built from what the institution, its active purposes and its processors say:
 * GDPR Art. 13 and 14 in the order of a reader's questions. The sentences come from texts/privacy-notice.ts.
 */

import { leavesEea } from "../../institution/rules/profile.ts";
import type { Both, Institution, Lang } from "../../institution/rules.ts";
import { topicsOf } from "../../purposes/rules/people.ts";
import { type Basis, inLanguage, type Purpose } from "../../purposes/rules.ts";
import { escapeText } from "../rules.ts";
import type { PrivacyKey, PrivacySay } from "./privacy-key.ts";

/** Everything that the notice is made of. */
export interface PrivacyFacts {
  institution: Institution;
  /** Active purposes only. */
  purposes: readonly Purpose[];
  publicUrl: string;
}

/** The HTML fragment of a version in one language. Pure: the same facts give the same bytes. */
export function privacyBody(facts: PrivacyFacts, of: { language: Lang; version: number }, say: PrivacySay): string {
  const page = new Page(say);
  const { institution: office, purposes } = facts;
  const lang = of.language;
  who(page, office, lang);
  page.heading("what.title");
  for (const purpose of purposes) activity(page, purpose, lang);
  proof(page, office, lang);
  tag(page, office, lang);
  recipients(page, facts, lang);
  left(page, office);
  rights(page, facts);
  page.heading("safe.title");
  page.text("safe.text");
  complain(page, office, lang);
  return `<article class="flow" lang="${lang}" data-notice="privacy" data-version="${of.version}">\n${page.html}</article>`;
}

function who(page: Page, office: Institution, lang: Lang): void {
  const name = lang === "lv" ? office.names.lv.nom : office.names.en;
  page.heading("who.title");
  page.text("who.lead", { name });
  page.facts([
    ["who.name", escapeText(name)],
    ["who.number", escapeText(office.registrationNumber)],
    ["who.address", escapeText(office.legalAddress)],
    ["who.phone", escapeText(office.phone)],
    ["who.email", mailLink(office.email)],
  ]);
  const officer = office.dataProtectionOfficer;
  if (officer.email === "") return;
  page.subheading("officer.title");
  page.facts([
    ["officer.name", escapeText(officer.name)],
    ["officer.email", mailLink(officer.email)],
    ["officer.phone", escapeText(officer.phone)],
  ]);
}

function activity(page: Page, { basis, sheet }: Purpose, lang: Lang): void {
  const { say } = page;
  const plain = (both: Both) => escapeText(sentence(inLanguage(both, lang), lang));
  const { kind, months = 0, days = 0, event } = sheet.retention;
  const topics = topicsOf(sheet);
  const term = kind === "until-event" && days > 0 ? "until-event-days" : kind;
  page.html += `<h3>${escapeText(inLanguage(sheet.names, lang))}</h3>\n`;
  page.facts([
    ["what.why", plain(sheet.description)],
    ["what.basis", basis ? escapeText(say(`basis.${basis}`)) : ""],
    ["what.norm", basis === "c" || basis === "e" ? plain(sheet.norm) : ""],
    ["what.interests", basis === "f" ? plain(sheet.interests) : ""],
    ["what.subjects", plain(sheet.subjects)],
    ["what.data", escapeText(sentence(sheet.dataCategories.map((c) => say(`category.${c}`)).join(", "), lang))],
    [
      "what.special",
      topics.length > 0 ? escapeText(sentence(topics.map((topic) => say(`topic.${topic}`)).join(", "), lang)) : "",
    ],
    ["what.age", sheet.ageFrom === undefined ? "" : escapeText(say("age.from", { n: sheet.ageFrom }))],
    ["what.source", plain(sheet.source)],
    ["what.duty", plain(sheet.duty)],
    [
      "what.retention",
      escapeText(say(`retention.${term}`, { n: months, days, event: event ? inLanguage(event, lang) : "" })),
    ],
  ]);
}

function proof(page: Page, office: Institution, lang: Lang): void {
  const { say } = page;
  const own = office.keeping?.proof;
  page.subheading("proof.title");
  page.facts([
    ["what.data", escapeText(say("proof.data"))],
    ["what.why", escapeText(own ? sentence(inLanguage(own.purpose, lang), lang) : say("proof.why"))],
    ["what.basis", grounds(say("proof.basis"), own && inLanguage(own.ground, lang), lang)],
    ["what.retention", escapeText(say("proof.retention", { n: office.proofMonths }))],
  ]);
}

/** What keeps us from writing to whoever left: processing of its own, with its own reason and end. */
function tag(page: Page, office: Institution, lang: Lang): void {
  const { say } = page;
  const own = office.keeping?.tag;
  page.subheading("tag.title");
  page.facts([
    ["what.data", escapeText(say("tag.data"))],
    ["what.why", escapeText(own ? sentence(inLanguage(own.purpose, lang), lang) : say("tag.why"))],
    ["what.basis", grounds(say("tag.basis"), own && inLanguage(own.ground, lang), lang)],
    ["what.retention", escapeText(say("tag.retention", { n: office.suppressionReviewMonths }))],
  ]);
}

/** The basis, and what the institution itself says of it. */
const grounds = (basis: string, own: string | undefined, lang: Lang): string =>
  escapeText(own ? `${basis} ${sentence(own, lang)}` : basis);

function recipients(page: Page, { institution: office, purposes }: PrivacyFacts, lang: Lang): void {
  const { say } = page;
  const countries = new Intl.DisplayNames(lang, { type: "region" });
  const country = (code: string) => countries.of(code) ?? code;
  page.heading("to.title");
  page.text("to.lead");
  page.list(
    office.processors.map((p) =>
      say(`to.${p.role}`, { name: p.name, country: country(p.country), n: p.logRetentionDays }),
    ),
  );
  const others = said(
    purposes.map((p) => p.sheet.recipients),
    lang,
  );
  if (others.length > 0) {
    page.text("to.others");
    page.list(others);
  } else page.text("to.nobody");

  page.heading("abroad.title");
  const abroad = [
    ...office.processors
      .filter((p) => leavesEea(p.country))
      .map((p) => say("abroad.processor", { name: p.name, country: country(p.country), safeguard: p.transfer })),
    ...said(
      purposes.map((p) => p.sheet.transfers),
      lang,
    ).map((text) => say("abroad.others", { text })),
  ];
  if (abroad.length === 0) page.text("abroad.none");
  else {
    page.list(abroad);
    page.text("abroad.copy", { email: office.dataProtectionOfficer.email || office.email });
  }
}

function left(page: Page, office: Institution): void {
  const { say } = page;
  page.heading("left.title");
  page.text("left.lead");
  page.list([
    say("left.proof", { n: office.proofMonths }),
    say("left.mark", { n: office.suppressionReviewMonths }),
    say("left.hash"),
  ]);
  if (office.lastMail) page.text("left.last");
  page.text("left.backup", { n: office.restoreWindowDays });
}

function rights(page: Page, { institution: office, purposes }: PrivacyFacts): void {
  const { say } = page;
  const rest = (...bases: Basis[]) => purposes.some((p) => p.basis !== null && bases.includes(p.basis));
  page.heading("rights.title");
  page.text("rights.lead", { email: office.dataProtectionOfficer.email || office.email, phone: office.phone });
  page.list([
    ...(rest("a") ? [say("rights.withdraw")] : []),
    say("rights.access"),
    say("rights.rectify"),
    say("rights.erase"),
    say("rights.restrict"),
    ...(rest("a", "b") ? [say("rights.port")] : []),
  ]);
  // Art. 21(4): apart from any other information.
  if (rest("e", "f"))
    page.html += `<div class="note"><h3>${escapeText(say("object.title"))}</h3>\n<p>${escapeText(say("object.text"))}</p></div>\n`;
  page.text("automated");
}

function complain(page: Page, { supervisoryAuthority: authority }: Institution, lang: Lang): void {
  const { website } = authority;
  page.heading("complain.title");
  page.text("complain.text");
  page.facts([
    ["complain.name", escapeText(inLanguage(authority.name, lang))],
    ["complain.address", escapeText(authority.address)],
    ["complain.email", mailLink(authority.email)],
    [
      "complain.website",
      `<a href="${escapeText(website)}">${escapeText(website.replace(/^https?:\/\/|\/$/g, ""))}</a>`,
    ],
  ]);
}

/** A fragment in the making. Only `text`, `list` and headings take plain text; `facts` takes escaped HTML values. */
class Page {
  html = "";
  constructor(readonly say: PrivacySay) {}
  heading(key: PrivacyKey & `${string}.title`): void {
    this.html += `<h2 id="${key.split(".")[0]}">${escapeText(this.say(key))}</h2>\n`;
  }
  subheading(key: PrivacyKey): void {
    this.html += `<h3>${escapeText(this.say(key))}</h3>\n`;
  }
  text(key: PrivacyKey, values?: Record<string, string | number>): void {
    this.html += `<p>${escapeText(this.say(key, values))}</p>\n`;
  }
  list(items: readonly string[]): void {
    this.html += `<ul>${items.map((item) => `<li>${escapeText(item)}</li>`).join("\n")}</ul>\n`;
  }
  /** Empty values are left out. */
  facts(rows: readonly (readonly [PrivacyKey, string])[]): void {
    const shown = rows.filter(([, html]) => html !== "");
    const row = ([key, html]: readonly [PrivacyKey, string]) =>
      `<div><dt>${escapeText(this.say(key))}</dt><dd>${html}</dd></div>`;
    this.html += `<dl class="facts">${shown.map(row).join("\n")}</dl>\n`;
  }
}

function mailLink(address: string): string {
  return `<a href="mailto:${escapeText(address)}">${escapeText(address)}</a>`;
}

/** As a sentence: a capital at the start, a full stop at the end. */
function sentence(text: string, lang: Lang): string {
  const start = text.slice(0, 1).toLocaleUpperCase(lang);
  return text === "" ? "" : `${start}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

/** What is said, once each, in order. */
function said(all: readonly Both[], lang: Lang): string[] {
  return [...new Set(all.map((both) => inLanguage(both, lang)).filter((text) => text !== ""))];
}
