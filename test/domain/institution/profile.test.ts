import { expect, test } from "vitest";
import { sitesProblems } from "../../../src/domain/institution/acts/sites.ts";
import { checkProfile, leavesEea, logOriginOf, tidyProfile } from "../../../src/domain/institution/rules/profile.ts";
import type { Institution } from "../../../src/domain/institution/rules.ts";
import { demoInstitution as good } from "../../../src/runtime/node/demo/content.ts";

const codes = (p: Institution) => checkProfile(p).map(({ field, code }) => `${field} ${code}`);
const host = good.processors[0] as Institution["processors"][0];
const first = (more: Partial<typeof host>) => [{ ...host, ...more }, ...good.processors.slice(1)];

test("a whole profile has nothing wrong with it", () => {
  expect(checkProfile(good)).toEqual([]);
});

test.each<[string, Partial<Institution>, string[]]>([
  [
    "every case of the Latvian name",
    { names: { ...good.names, lv: { nom: "", gen: "", dat: "", acc: "", loc: " " } } },
    ["nom", "gen", "dat", "acc", "loc"].map((c) => `names.lv.${c} form.required`),
  ],
  ["the English name", { names: { ...good.names, en: "" } }, ["names.en form.required"]],
  ["the registration number", { registrationNumber: "" }, ["registrationNumber form.required"]],
  ["the legal address", { legalAddress: "x".repeat(201) }, ["legalAddress form.too_long"]],
  ["a telephone", { phone: "" }, ["phone form.required"]],
  ["an address that can be written to", { email: "pasts" }, ["email address.no_at"]],
  [
    "an officer in a public authority",
    { dataProtectionOfficer: { name: "", email: "", phone: "" } },
    ["dataProtectionOfficer.name form.required", "dataProtectionOfficer.email form.required"],
  ],
  [
    "the supervisory authority in every language",
    { supervisoryAuthority: { name: { lv: "", en: "" }, address: "", email: "", website: "inspekcija.example" } },
    [
      "supervisoryAuthority.name.lv form.required",
      "supervisoryAuthority.name.en form.required",
      "supervisoryAuthority.address form.required",
      "supervisoryAuthority.email form.required",
      "supervisoryAuthority.website institution.website",
    ],
  ],
  ["a language", { languages: [] }, ["languages institution.languages"]],
  ["a real time zone", { timeZone: "Europe/Ventspils" }, ["timeZone institution.time_zone"]],
  [
    "replies that a person reads",
    { sender: { ...good.sender, replyTo: "no-reply@ministrija.example" } },
    ["sender.replyTo institution.reply_unread"],
  ],
  [
    "a notice under every mail, in every language, that somebody reads",
    { signature: { lv: " ", en: "x".repeat(801) } },
    ["signature.lv form.required", "signature.en form.too_long"],
  ],
  ["domains without a path", { ownDomains: ["ministrija.example/x"] }, ["ownDomains institution.domain"]],
  ["exact sites for its forms", { signUpSites: ["https://skola.example/lapa"] }, ["signUpSites institution.site"]],
  ["sites of the web", { signUpSites: ["ftp://skola.example"] }, ["signUpSites institution.site"]],
  ["sites, not wildcards", { signUpSites: ["https://*"] }, ["signUpSites institution.site"]],
  ["a readable link colour", { look: { ...good.look, link: "#ffd166" } }, ["look.link institution.colour_pale"]],
  ["a colour at all", { look: { ...good.look, accent: "red" } }, ["look.accent institution.colour"]],
  ["a harmless mark", { look: { ...good.look, markSvg: "<svg onload=x>" } }, ["look.markSvg institution.mark"]],
  ["a country", { processors: first({ country: "XQ" }) }, ["processors.0.country institution.country"]],
  [
    "a safeguard outside the EEA",
    { processors: first({ country: "US", transfer: " " }) },
    ["processors.0.transfer institution.transfer"],
  ],
  ["a processor contract", { processors: first({ contract: "" }) }, ["processors.0.contract form.required"]],
  [
    "a log period",
    { processors: first({ logRetentionDays: Number.NaN }) },
    ["processors.0.logRetentionDays institution.number"],
  ],
  [
    "host, database and mail service",
    { processors: [] },
    ["host", "database", "mail"].map((r) => `processors.0.name institution.no_${r}`),
  ],
  ["whole days", { restoreWindowDays: 1.5 }, ["restoreWindowDays institution.number"]],
  ["an end for proofs", { proofMonths: 0 }, ["proofMonths institution.number"]],
  ["a review of marks", { suppressionReviewMonths: 121 }, ["suppressionReviewMonths institution.number"]],
])("set-up wants %s", (_, change, expected) => {
  expect(codes({ ...good, ...change })).toEqual(expected);
});

test("an institution with one language is not asked for texts in the other", () => {
  const names = { ...good.names, en: "" };
  const sender = { ...good.sender, name: { lv: "Paraugu ministrija", en: "" } };
  const supervisoryAuthority = { ...good.supervisoryAuthority, name: { lv: "Inspekcija", en: "" } };
  expect(checkProfile({ ...good, names, sender, supervisoryAuthority, languages: ["lv"] })).toEqual([]);
});

test("who is no public authority may have no officer", () => {
  const none = { name: "", email: "", phone: "" };
  expect(checkProfile({ ...good, publicAuthority: false, dataProtectionOfficer: none })).toEqual([]);
});

test("domains are kept once, lower-case, as A-labels; addresses with the domain lower-case", () => {
  const tidy = tidyProfile({
    ...good,
    ownDomains: ["@Ministrija.example", "ministrija.example", "ģimene.example"],
    email: " Pasts@MINISTRIJA.example ",
  });
  expect(tidy.ownDomains).toEqual(["ministrija.example", "xn--imene-71a.example"]);
  expect(tidy.email).toBe("Pasts@ministrija.example");
});

test("sites for forms are exact origins, once each; over https where we are reached so ourselves", () => {
  const typed = [
    "https://Skola.example/",
    "https://skola.example",
    "https://skola.example:8443",
    "http://pils.example",
  ];
  const { signUpSites } = tidyProfile({ ...good, signUpSites: typed });
  expect(signUpSites).toEqual(["https://skola.example", "https://skola.example:8443", "http://pils.example"]);
  expect(checkProfile({ ...good, signUpSites })).toEqual([]);
  const reachedAt = (publicUrl: string) => ({ config: { publicUrl } }) as Parameters<typeof sitesProblems>[0];
  expect(sitesProblems(reachedAt("https://jaunumi.example"), { signUpSites })).toMatchObject([
    { field: "signUpSites", code: "institution.site_open", values: { site: "http://pils.example" } },
  ]);
  expect(sitesProblems(reachedAt("http://127.0.0.1:8787"), { signUpSites })).toEqual([]);
  expect(sitesProblems(reachedAt("https://jaunumi.example"), {})).toEqual([]);
});

test("Norway is inside the EEA, Switzerland and the United Kingdom are not", () => {
  expect(["LV", "NO", "CH", "GB"].map(leavesEea)).toEqual([false, false, true, true]);
});

test("the log's origin is the public host", () => {
  expect(logOriginOf("https://news.ministry.example")).toBe("news.ministry.example/log");
});

test("the notice under mails is kept as paragraphs, and a profile from before there was one stays as it is", () => {
  const typed = { lv: " Viena  \r\nrinda. \r\n\r\n\r\n Otra. ", en: "One.\n\n\n\nTwo." };
  const kept = tidyProfile({ ...good, signature: typed }).signature;
  expect(kept).toEqual({ lv: "Viena\nrinda.\n\n Otra.", en: "One.\n\nTwo." });
  expect(checkProfile(good)).toEqual([]);
  expect("signature" in tidyProfile(good)).toBe(false);
});
