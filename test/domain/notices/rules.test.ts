import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Institution, Lang } from "../../../src/domain/institution/rules.ts";
import { missingFromPrivacy } from "../../../src/domain/notices/rules/complete.ts";
import { type PrivacyFacts, privacyBody } from "../../../src/domain/notices/rules/privacy.ts";
import { checkStatement, statementBody, statementText } from "../../../src/domain/notices/rules/statement.ts";
import { escapeText, noticeHash, paragraphs } from "../../../src/domain/notices/rules.ts";
import { BASES, type Basis, type Purpose } from "../../../src/domain/purposes/rules.ts";
import { demoPurposes, demoInstitution as office } from "../../../src/runtime/node/demo/content.ts";
import { privacyNoticeTexts } from "../../../src/texts/privacy-notice.ts";
import { refusalText } from "../../../src/texts/refusals/index.ts";
import { say } from "../../../src/texts/say.ts";

const purposes: Purpose[] = demoPurposes.map(({ basis, sheet }, i) => ({
  id: `p${i}`,
  slug: `p${i}`,
  state: "active",
  basis,
  sheet,
  version: 1,
  createdAt: i,
  updatedAt: i,
}));
const notice = (facts: Partial<PrivacyFacts> = {}, language: Lang = "en", version = 1) =>
  privacyBody(
    { institution: office, purposes, publicUrl: "https://news.ministry.example", ...facts },
    { language, version },
    say(privacyNoticeTexts, language),
  );

test("tells from what age a list is and what being on it may reveal, where the sheet says so", () => {
  const [first] = purposes as [Purpose];
  const flagged = { ...first, sheet: { ...first.sheet, ageFrom: 13, special: ["union" as const] } };
  const body = notice({ purposes: [flagged] }, "lv");
  expect(body).toContain("No 13\u00a0gadu vecuma");
  expect(body).toContain("Dalību arodbiedrībā.");
  expect(notice({ purposes: [first] }, "lv")).not.toMatch(/arodbiedr|No kāda vecuma/);
});

describe("the text of a notice", () => {
  test("is named by the SHA-256 of its UTF-8 bytes", () => {
    expect(noticeHash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(noticeHash("ā")).not.toBe(noticeHash("a"));
  });

  test("lets no markup through, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const inner = paragraphs(text).replaceAll(/<\/?p>|<br>/g, "");
        expect(inner).not.toMatch(/[<>"']/);
        expect(escapeText(text)).not.toMatch(/[<>"']/);
      }),
    );
  });

  test("keeps paragraphs and line breaks", () => {
    expect(paragraphs("Viens\r\ndivi\n\n\n trīs & <b> \n")).toBe("<p>Viens<br>divi</p>\n<p>trīs &amp; &lt;b&gt;</p>");
  });

  test("can be corrected from what was published", () => {
    const text = "Viens „divi”\n& <trīs>\n\nčetri 'pieci'";
    expect(statementText(statementBody({ purposeId: "p", language: "lv", version: 1, text }))).toBe(text);
  });

  test("of a statement is bound to its purpose, language and version: no two are the same notice", () => {
    const one = { purposeId: "p", language: "lv" as const, version: 1, text: "Viens." };
    const bodies = [one, { ...one, purposeId: "q" }, { ...one, language: "en" as const }, { ...one, version: 2 }].map(
      statementBody,
    );
    expect(new Set(bodies.map(noticeHash)).size).toBe(4);
  });
});

describe("a statement", () => {
  const check = (text: string, basis: Basis | null = "a", lang: Lang = "en") =>
    checkStatement({ [lang]: text }, basis, { ...office, languages: [lang] }).map((p) => p.code);
  const full = "The Ministry of Samples sends news to my address. I can withdraw my consent at any time.";

  test("names the controller and tells of withdrawal before a consent", () => {
    expect(check(full)).toEqual([]);
    expect(check(full.replace("Ministry of Samples", "ministry"))).toEqual(["notices.no_controller"]);
    expect(check(full.replace("withdraw", "change"))).toEqual(["notices.no_withdrawal"]);
  });

  test("tells of the right to object where there is one, and only there", () => {
    const objects = full.replace("withdraw my consent", "object");
    for (const basis of BASES) expect(check(objects, basis)).toEqual(basis === "a" ? ["notices.no_withdrawal"] : []);
    for (const basis of ["e", "f"] as const) expect(check(full, basis)).toEqual(["notices.no_objection"]);
    for (const basis of ["b", "c", null] as const) expect(check(full, basis)).toEqual([]);
  });

  test("may name the institution in any of its five Latvian cases", () => {
    for (const name of Object.values(office.names.lv))
      expect(check(`Jaunumus sūta ${name.toLowerCase()}, un piekrišanu var atsaukt jebkurā laikā.`, "a", "lv")).toEqual(
        [],
      );
  });

  test("is neither empty, nor short, nor endless, in any language of the institution", () => {
    expect(check("")).toEqual(["form.required"]);
    expect(check("Ministry of Samples, withdraw.")).toEqual(["notices.statement_short"]);
    expect(check(full + "x".repeat(4000))).toEqual(["form.too_long"]);
    expect(checkStatement({ lv: full }, "a", office).map((p) => p.field)).toContain("text.en");
  });
});

describe("the privacy notice", () => {
  test("is a pure function: the same facts give the same bytes, and each version and language its own", () => {
    expect(notice()).toBe(notice());
    expect(new Set([notice(), notice({}, "lv"), notice({}, "en", 2)].map(noticeHash)).size).toBe(3);
  });

  test.each<[string, RegExp]>([
    [
      "13(1)(a) the controller and its contacts",
      /Ministry of Samples.*00000000000.*Paraugu iela 1.*pasts@ministrija\.example/s,
    ],
    ["13(1)(b) the officer", /Data protection officer.*dati@ministrija\.example/s],
    ["13(1)(c) the purposes", /send a weekly e-mail about the ministry/i],
    ["13(1)(c) the legal basis", /Article 6\(1\)\(a\).*Article 6\(1\)\(e\)/s],
    ["the law of a public task", /Statute of the Ministry of Samples, paragraph 5/],
    ["13(1)(e) recipients", /SIA „Krātuve” \(Latvia\) runs the system.*UAB „Siuntėjas” \(Lithuania\) delivers/s],
    ["log retention of processors", /delivery logs for 14\u00a0days/],
    ["13(1)(f) transfers, here none", /We do not send the data outside the European Economic Area/],
    ["13(2)(a) retention", /Until you withdraw your consent.*Until this happens: the end of employment/s],
    ["retention of proofs", /36\u00a0months after a refusal/],
    ["13(2)(b) rights", /get a copy.*corrected.*deleted.*restricted.*moved elsewhere/s],
    ["21(4) the right to object, apart", /<div class="note"><h3>The right to object<\/h3>/],
    ["13(2)(c) withdrawal", /Withdraw your consent at any time/],
    ["13(2)(d) the authority", /Data Inspectorate of Samples.*pasts@inspekcija\.example/s],
    ["13(2)(e) whether data must be given", /No; without an address we cannot send the news/],
    ["13(2)(f) automated decisions", /no decisions by automated means/],
    ["14(1)(d) categories", /E-mail address, name, language of correspondence/],
    ["14(2)(f) the source", /from the ministry’s staff records/i],
    ["what remains after a refusal (D9)", /still personal data/],
  ])("says what Art. %s asks for", (_, pattern) => {
    expect(notice()).toMatch(pattern);
  });

  test("tells of consent only where something rests on it, of objection only where there is something to object to", () => {
    const [news, service] = purposes as [Purpose, Purpose];
    expect(notice({ purposes: [service] })).not.toMatch(/Withdraw your consent/);
    expect(notice({ purposes: [news] })).not.toMatch(/right to object/i);
  });

  test("names every transfer with its safeguard and where to get a copy", () => {
    const host = {
      ...(office.processors[0] as Institution["processors"][0]),
      country: "US",
      transfer: "adequacy decision",
    };
    const body = notice({ institution: { ...office, processors: [host] } });
    expect(body).toContain("SIA „Krātuve” (United States). Safeguard: adequacy decision");
    expect(body).toContain("A copy of the safeguards can be had by writing to dati@ministrija.example");
    expect(body).not.toContain("We do not send the data outside");
  });

  test("escapes what people typed", () => {
    const names = { ...office.names, en: "<script>alert(1)</script>" };
    expect(notice({ institution: { ...office, names } })).not.toContain("<script>");
  });
});

describe("what a privacy notice lacks", () => {
  const lacks = (institution: Institution, of: readonly Purpose[] = purposes) =>
    missingFromPrivacy(institution, of, "en").map((p) => p.code);

  test("is nothing for a whole institution", () => {
    expect(lacks(office)).toEqual([]);
  });

  test("is said of the settings", () => {
    expect(lacks({ ...office, legalAddress: "" })).toEqual(["notices.missing_contact"]);
    expect(lacks({ ...office, dataProtectionOfficer: { name: "", email: "", phone: "" } })).toEqual([
      "notices.missing_officer",
    ]);
    expect(lacks({ ...office, processors: [] })).toEqual(["notices.missing_processor"]);
    expect(lacks({ ...office, supervisoryAuthority: { ...office.supervisoryAuthority, address: "" } })).toEqual([
      "notices.missing_authority",
    ]);
  });

  test("is said of each purpose and language, in words", () => {
    const [news] = purposes as [Purpose];
    const sheet = { ...news.sheet, duty: { lv: "nē", en: "" }, source: { lv: "", en: "" } };
    const missing = missingFromPrivacy(office, [{ ...news, sheet }], "en");
    expect(missing.map((p) => refusalText(p, "en"))).toEqual([
      "Purpose “Weekly newsletter” lacks: the source of the data in Latvian.",
      "Purpose “Weekly newsletter” lacks: the source of the data in English.",
      "Purpose “Weekly newsletter” lacks: whether the data must be given and what follows if not in English.",
    ]);
    for (const p of missing) expect(refusalText(p, "lv")).toMatch(/^Nolūkam .* trūkst: /);
  });

  test("is a purpose, where there is none", () => {
    expect(lacks(office, [])).toEqual(["notices.missing_purposes"]);
  });

  test("grows when the institution adds a language", () => {
    const one = { ...office, languages: ["lv"] as Lang[], names: { ...office.names, en: "" } };
    expect(lacks(one)).toEqual([]);
    expect(lacks({ ...one, languages: ["lv", "en"] })).toEqual(["notices.missing_controller"]);
  });
});
