import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGeneric, isOpenEnded } from "../../../src/domain/purposes/rules/phrases.ts";
import { checkActive, checkDraft, missingLanguages } from "../../../src/domain/purposes/rules/sheet.ts";
import { slugFor } from "../../../src/domain/purposes/rules/slug.ts";
import {
  BASES,
  type Basis,
  inLanguage,
  mayStep,
  type PurposeSheet,
  type Retention,
} from "../../../src/domain/purposes/rules.ts";
import { demoPurposes } from "../../../src/runtime/node/demo/content.ts";

const office = { languages: ["lv", "en"] as const, publicAuthority: true };
const [news, service] = demoPurposes.map((p) => p.sheet) as [PurposeSheet, PurposeSheet];
const both = (text: string) => ({ lv: text, en: text });
const codes = (
  basis: Basis | null,
  sheet: PurposeSheet,
  of: typeof office | { languages: ["lv"]; publicAuthority: boolean } = office,
) => checkActive(basis, sheet, of).map(({ field, code }) => `${field} ${code}`);

/** A sheet that is whole for its basis. */
function whole(basis: Basis): PurposeSheet {
  if (basis === "a") return news;
  const f = basis === "f";
  return {
    ...service,
    norm: f || basis === "b" ? both("") : service.norm,
    interests: f ? both("to keep partners informed") : both(""),
    outsideTasks: f ? "Renting out the hall is no task of the ministry." : "",
  };
}

test.each(BASES)("a sheet that is whole for basis %s may be active", (basis) => {
  expect(codes(basis, whole(basis))).toEqual([]);
});

test("an empty sheet lacks everything that the law asks for", () => {
  const empty: PurposeSheet = {
    names: both(""),
    description: both(""),
    basisReason: "",
    whyNotOther: "",
    norm: both(""),
    interests: both(""),
    outsideTasks: "",
    subjects: both(""),
    dataCategories: [],
    source: both(""),
    duty: both(""),
    recipients: both(""),
    transfers: both(""),
    retention: { kind: "" as Retention["kind"] },
    owner: "",
  };
  expect(new Set(codes(null, empty).map((c) => c.replace(/\.(lv|en) /, " ")))).toEqual(
    new Set([
      "names form.required",
      "description form.required",
      "basis purposes.no_basis",
      "subjects form.required",
      "dataCategories purposes.no_categories",
      "source form.required",
      "duty form.required",
      "owner form.required",
      "retention.kind purposes.no_retention",
    ]),
  );
  expect(checkDraft({ ...empty, names: both("Jaunumi") }, office)).toEqual([]);
  expect(checkDraft(empty, office).map((p) => p.field)).toEqual(["names.lv", "names.en"]);
});

describe("what a basis demands", () => {
  test.each(BASES)("basis %s needs a reason", (basis) => {
    expect(codes(basis, { ...whole(basis), basisReason: "" })).toEqual(["basisReason form.required"]);
    expect(codes(basis, { ...whole(basis), basisReason: "because we can" })).toEqual([
      "basisReason purposes.reason_short",
    ]);
  });
  test("consent needs the reason why no other basis fits (R013)", () => {
    expect(codes("a", { ...news, whyNotOther: "" })).toEqual(["whyNotOther form.required"]);
    expect(codes("a", { ...news, whyNotOther: "none does" })).toEqual(["whyNotOther purposes.reason_short"]);
  });
  test.each(["c", "e"] as const)("basis %s names the law in every language", (basis) => {
    expect(codes(basis, { ...whole(basis), norm: { lv: "Nolikums", en: "" } })).toEqual(["norm.en form.required"]);
  });
  test("legitimate interests are named", () => {
    expect(codes("f", { ...whole("f"), interests: both("") })).toEqual([
      "interests.lv form.required",
      "interests.en form.required",
    ]);
  });
  test("a public authority may not rest on legitimate interests in its tasks (Art. 6(1), D4)", () => {
    expect(codes("f", { ...whole("f"), outsideTasks: "" })).toEqual(["basis purposes.public_authority"]);
    expect(codes("f", { ...whole("f"), outsideTasks: "no" })).toEqual(["outsideTasks purposes.reason_short"]);
    expect(checkActive("f", { ...whole("f"), outsideTasks: "" }, { ...office, publicAuthority: false })).toEqual([]);
  });
});

describe("how long", () => {
  const keep = (retention: Retention, basis: Basis = "e") => codes(basis, { ...whole(basis), retention });
  test("until withdrawal fits consent only", () => {
    for (const basis of BASES)
      expect(keep({ kind: "until-withdrawal" }, basis)).toEqual(
        basis === "a" ? [] : ["retention.kind purposes.retention_withdrawal"],
      );
  });
  test("months are whole, from 1 to 120, and counted from an event", () => {
    const event = both("darba attiecību beigas");
    for (const months of [1, 6, 120]) expect(keep({ kind: "months", months, event })).toEqual([]);
    for (const months of [undefined, 0, 121, 1.5, Number.NaN])
      expect(keep({ kind: "months", months, event })).toEqual(["retention.months purposes.retention_months"]);
    expect(keep({ kind: "months", months: 6 })).toEqual([
      "retention.event.lv purposes.retention_event",
      "retention.event.en purposes.retention_event",
    ]);
  });
  test("an event is named in every language", () => {
    expect(keep({ kind: "until-event", event: { lv: "darba attiecību beigas", en: "" } })).toEqual([
      "retention.event.en purposes.retention_event",
    ]);
    expect(
      checkActive(
        "e",
        { ...whole("e"), retention: { kind: "until-event", event: { lv: "beigas", en: "" } } },
        { ...office, languages: ["lv"] },
      ),
    ).toEqual([]);
  });
  test("just in case is refused, also in a draft (R031)", () => {
    const retention: Retention = {
      kind: "until-event",
      event: { lv: "kamēr nepieciešams", en: "as long as necessary" },
    };
    const expected = ["retention.event.lv purposes.just_in_case", "retention.event.en purposes.just_in_case"];
    expect(keep(retention)).toEqual(expected);
    expect(checkDraft({ ...service, retention }, office).map(({ field, code }) => `${field} ${code}`)).toEqual(
      expected,
    );
  });
});

test.each([
  "katram gadījumam",
  "Beztermiņa",
  "pastāvīgi",
  "uz visiem laikiem",
  "varētu noderēt nākotnē",
  "līdz turpmākam",
  "kamēr vajadzīgs",
  "just in case",
  "for ever",
  "forever",
  "indefinitely",
  "until further notice",
  "as long as it is useful",
  "for future use",
])("„%s” is no end", (text) => {
  expect(isOpenEnded(text)).toBe(true);
});

test.each([
  "darba attiecību beigas",
  "pakalpojuma lietošanas beigas",
  "mandāta beigas",
  "the end of employment",
  "the end of the project",
])("„%s” is an end", (text) => {
  expect(isOpenEnded(text)).toBe(false);
});

test.each([
  "Mārketinga nolūkiem",
  "dažādiem nolūkiem",
  "citi mērķi",
  "sabiedrības informēšana.",
  "iestādes vajadzībām",
  "marketing purposes",
  "for various purposes",
  "any lawful purposes",
  "Improving our services",
  "news, events, etc.",
])("„%s” could be anything (R028)", (text) => {
  expect(isGeneric(text)).toBe(true);
});

test("what says something is not generic, and short is refused before generic", () => {
  for (const { sheet } of demoPurposes)
    for (const text of Object.values(sheet.description)) expect(isGeneric(text)).toBe(false);
  expect(codes("a", { ...news, description: both("sūtīt jaunumus") })).toEqual([
    "description.lv purposes.description_short",
    "description.en purposes.description_short",
  ]);
  expect(codes("a", { ...news, description: both("sūtīt ziņas visiem dažādiem nolūkiem") })[0]).toBe(
    "description.lv purposes.generic",
  );
});

test("recipients and transfers that are said in one language are said in all", () => {
  expect(codes("e", { ...service, recipients: { lv: "Arhīvs", en: "" } })).toEqual(["recipients.en form.required"]);
  expect(codes("e", { ...service, transfers: { lv: "", en: "Norway" } })).toEqual(["transfers.lv form.required"]);
});

test("a text over its limit is refused whatever the basis", () => {
  expect(codes("e", { ...service, duty: { ...service.duty, en: "x".repeat(601) } })).toEqual(["duty.en form.too_long"]);
});

test("only a draft becomes active, only an active purpose ends", () => {
  const step = (from: "draft" | "active" | "ended", to: "active" | "ended") => mayStep(from, to)?.code;
  expect([step("draft", "active"), step("active", "ended")]).toEqual([undefined, undefined]);
  expect([step("active", "active"), step("ended", "active"), step("draft", "ended"), step("ended", "ended")]).toEqual([
    "purposes.already_active",
    "purposes.ended",
    "purposes.not_active",
    "purposes.ended",
  ]);
});

test("a text is shown in the other language where the asked one is empty", () => {
  expect(inLanguage({ lv: "Jaunumi", en: "" }, "en")).toBe("Jaunumi");
  expect(inLanguage({ lv: "Jaunumi", en: "News" }, "en")).toBe("News");
});

test("missing languages are those of the institution", () => {
  expect(missingLanguages(["lv"], office)).toEqual(["en"]);
  expect(missingLanguages(["lv", "en"], office)).toEqual([]);
});

test("slugs are ASCII words, never taken twice, never empty", () => {
  expect(slugFor("Nedēļas apskats: „Ģ”", [], "x")).toBe("nedelas-apskats-g");
  expect(slugFor("Ziņas", ["zinas", "zinas-2"], "x")).toBe("zinas-3");
  expect(slugFor("Новости", [], "list")).toBe("list");
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (name, taken) => {
      const slug = slugFor(name, taken, "list");
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(taken).not.toContain(slug);
    }),
  );
});
