import { describe, expect, it } from "vitest";
import type { IssueBlock, IssueContent, IssueDraft, IssueText } from "../../../../src/domain/issues/rules/issue.ts";
import { type Images, issueFindings, shouts } from "../../../../src/domain/issues/rules/problems.ts";
import { refusalTexts } from "../../../../src/texts/refusals/index.ts";
import { issueText, PHOTO, SKETCH } from "../../../support/issues.ts";

const images: Images = new Map([
  [PHOTO, { type: "jpeg", width: 1200, height: 800, size: 90_000 }],
  [SKETCH, { type: "png", width: 120, height: 40, size: 900 }],
]);
const both: IssueDraft = { texts: { lv: issueText("lv"), en: issueText("en") }, salutation: "general" };
const findings = (draft: IssueDraft, there = images) =>
  issueFindings(draft, { languages: ["lv", "en"], images: there, publicUrl: PUBLIC });
const of = (text: Partial<IssueText>): IssueDraft => ({
  ...both,
  texts: { ...both.texts, lv: { ...issueText("lv"), ...text } },
});
const block = (content: IssueContent): IssueBlock => ({ id: "x1", ...content }) as IssueBlock;
/** What is said of one block in Latvian, apart from that the languages differ. */
const said = (content: IssueContent, there = images) =>
  findings(of({ blocks: [...issueText("lv").blocks.slice(1), block(content)] }), there)
    .filter((f) => f.language === "lv")
    .map((f) => `${f.level} ${f.code}`);
const rich = (...text: (IssueContent & { kind: "text" })["text"]): IssueContent => ({ kind: "text", text });
const link = (text: string, href: string) => rich({ kind: "paragraph", runs: [{ kind: "link", text, href }] });
const image = (change: Partial<IssueContent & { kind: "image" }>): IssueContent => ({
  kind: "image",
  image: PHOTO,
  alt: "Lasītava",
  ...change,
});
const PUBLIC = "https://jaunumi.ministrija.example";
const GOOD = "https://www.ministrija.example/";

describe("an issue", () => {
  it("that is well written has nothing against it", () => expect(findings(both)).toEqual([]));

  it.each<[string, IssueContent, string[]]>([
    ["an image without words", image({ alt: " " }), ["stop issues.alt_missing"]],
    ["an image for decoration alone", image({ alt: "", decorative: true }), []],
    ["a decoration that is a link", image({ alt: "", decorative: true, href: GOOD }), ["stop issues.alt_linked"]],
    ["a file name for words", image({ alt: "IMG_2041.JPG" }), ["stop issues.alt_file"]],
    ["a camera's number for words", image({ alt: "DSC 0042" }), ["stop issues.alt_file"]],
    ["endless words for an image", image({ alt: "Lasītava ".repeat(30) }), ["advise issues.alt_long"]],
    ["an image that is gone", image({ image: "0".repeat(64) }), ["stop issues.image_missing"]],
    ["an image with a link that is none", image({ href: "www.a.example" }), ["stop documents.link"]],
    ["a button without words", { kind: "button", label: " ", href: GOOD }, ["stop issues.words_empty"]],
    ["a button that leads nowhere", { kind: "button", label: "Pieteikties", href: "" }, ["stop issues.link_empty"]],
    ["a button that shouts", { kind: "button", label: "PIETEIKTIES TAGAD", href: GOOD }, ["advise issues.capitals"]],
    ["no links", { kind: "links", items: [] }, ["stop issues.block_empty"]],
    ["a link half typed", link("Noteikumu projekts", "https://"), ["stop issues.link_empty"]],
    [
      "a link that can be changed on its way",
      link("Noteikumu projekts", "http://a.example/"),
      ["stop issues.link_http"],
    ],
    ["a script", link("Noteikumu projekts", "javascript:alert(1)"), ["stop documents.link"]],
    ["a link that says nothing", link("šeit", GOOD), ["advise issues.words_vague"]],
    ["a link that says nothing in English", link("Read more…", GOOD), ["advise issues.words_vague"]],
    ["a link of an arrow", link("→", GOOD), ["stop documents.link_words"]],
    ["a link that shows its address", link("https://www.ministrija.example/a", GOOD), ["stop documents.link_words"]],
    [
      "an event without a time",
      { kind: "event", title: "Diena", when: "", place: "Rīga" },
      ["stop issues.event_incomplete"],
    ],
    [
      "an event without a place",
      { kind: "event", title: "Diena", when: "rīt", place: "" },
      ["advise issues.event_place"],
    ],
    ["an empty text", rich(), ["advise issues.block_empty"]],
    ["a heading that falls into a gap", rich({ kind: "heading", level: 3, text: "Vēl" }), []],
    ["a heading that shouts", rich({ kind: "heading", level: 2, text: "SVARĪGI VISIEM" }), ["advise issues.capitals"]],
    [
      "a table whose column has no head",
      rich({ kind: "table", head: [[{ kind: "text", text: "A" }], []], rows: [[[], []]] }),
      ["stop issues.table_head"],
    ],
    [
      "a table that is wide for a telephone",
      rich({ kind: "table", head: Array(4).fill([{ kind: "text", text: "A" }]), rows: [Array(4).fill([])] }),
      ["advise issues.table_wide"],
    ],
    ["a divider", { kind: "divider" }, []],
  ])("with %s", (_, content, expected) => expect(said(content)).toEqual(expected));

  it.each([
    `/u/${"x".repeat(71)}`,
    "/r/x",
    "/c/x",
    "/n/x",
    "/q/x",
    "/o/x",
    "/me",
    "/me/x",
    "/return",
    "/staff/issues/1",
    "//u/x",
    "/%75/x",
    `/subscribe/${"x".repeat(71)}`,
    `/subscribe?from=${"x".repeat(71)}`,
  ])("never leads everybody to the page of one person: %s", (path) => {
    const hrefs = [`${PUBLIC}${path}`, `HTTPS://Jaunumi.Ministrija.example.:443${path}`, `${PUBLIC}:8443${path}`];
    for (const href of hrefs)
      for (const content of [
        link("Noteikumu projekts", href),
        image({ href }),
        { kind: "button", label: "Pieteikties", href } as IssueContent,
        { kind: "links", items: [{ title: "Noteikumu projekts", href }] } as IssueContent,
        { kind: "event", title: "Diena", when: "rīt", place: "Rīga", href } as IssueContent,
      ])
        expect(said(content)).toEqual(["stop issues.link_personal"]);
    expect(said(link("Noteikumu projekts", `https://www.ministrija.example${path}`))).toEqual([]);
  });

  it("may lead to what is the same for everybody on our own pages", () => {
    for (const path of ["/", "/subscribe", "/privacy", `/privacy/${"a".repeat(64)}`, "/log/verify", "/users/x"])
      expect(said(link("Noteikumu projekts", PUBLIC + path))).toEqual([]);
  });

  it("begins its headings with the second level, whichever block they stand in", () => {
    const h3 = block(rich({ kind: "heading", level: 3, text: "Sīkāk" }));
    const h2 = block(rich({ kind: "heading", level: 2, text: "Virsraksts" }));
    const codes = (blocks: IssueBlock[]) =>
      findings(of({ blocks })).filter((f) => f.code === "documents.headings").length;
    expect(codes([h3])).toBe(1);
    expect(codes([h2, { ...h3, id: "x2" }])).toBe(0);
    expect(
      codes([
        block({ kind: "links", heading: "Relīzes", items: [{ title: "Relīze", href: GOOD }] }),
        { ...h3, id: "x2" },
      ]),
    ).toBe(0);
  });

  it.each<[string, Partial<IssueText>, string, string]>([
    ["no subject", { subject: " " }, "lv.subject", "stop form.required"],
    ["a subject that no program shows", { subject: "x".repeat(81) }, "lv.subject", "stop form.too_long"],
    ["a subject that telephones cut", { subject: "Temats ".repeat(10) }, "lv.subject", "advise issues.subject_long"],
    ["a subject that shouts", { subject: "SVARĪGI JAUNUMI VISIEM" }, "lv.subject", "advise issues.capitals"],
    ["no preview line", { preheader: "" }, "lv.preheader", "advise issues.preheader_missing"],
    ["the subject once more", { preheader: issueText("lv").subject }, "lv.preheader", "advise issues.preheader_same"],
    ["an endless preview line", { preheader: "Ievads ".repeat(30) }, "lv.preheader", "advise issues.preheader_long"],
    ["nothing to read", { blocks: [block({ kind: "divider" })] }, "lv.blocks", "stop issues.empty"],
  ])("with %s", (_, text, field, expected) => {
    expect(
      findings(of(text))
        .filter((f) => f.field === field)
        .map((f) => `${f.level} ${f.code}`),
    ).toContain(expected);
  });

  it("may be written in one language, which its author is told; in none it is no issue", () => {
    const { lv } = both.texts;
    const one = findings({ ...both, texts: lv ? { lv } : {} });
    expect(one.map((f) => [f.level, f.field, f.code])).toEqual([["advise", "en.blocks", "issues.language_missing"]]);
    const none = findings({ ...both, texts: {} });
    expect(none.map((f) => [f.level, f.field, f.code])).toEqual([["stop", "lv.subject", "form.required"]]);
  });

  it("that has another number of parts in each language is looked at again", () => {
    const fewer = findings(of({ blocks: issueText("lv").blocks.slice(0, 2) }));
    expect(fewer.map((f) => f.code)).toEqual(["issues.languages_differ"]);
  });

  it("says when its images are heavy, each and all", () => {
    const heavy: Images = new Map([...images].map(([sha, facts]) => [sha, { ...facts, size: 1_200_000 }]));
    const codes = findings(both, heavy).map((f) => f.code);
    expect(codes.filter((code) => code === "issues.image_heavy")).toHaveLength(4);
    expect(codes.filter((code) => code === "issues.images_heavy")).toHaveLength(2);
  });

  it("is spoken of by block, in sentences of both languages", () => {
    const found = findings(of({ subject: "x".repeat(90), blocks: [block(image({ alt: "" }))] }));
    expect(found.find((f) => f.code === "issues.alt_missing")).toMatchObject({
      field: "lv.x1",
      block: "x1",
      language: "lv",
    });
    for (const { code } of found) expect([code in refusalTexts.lv, code in refusalTexts.en]).toEqual([true, true]);
  });
});

it("capitals are a shout when they are more than a name", () => {
  expect(["NATO", "Rīga", "VIAA un IZM", "2026", ""].map(shouts)).toEqual([false, false, false, false, false]);
  expect(["SVARĪGI VISIEM", "ŠĶŪNIS UN ĒDNĪCA"].map(shouts)).toEqual([true, true]);
});
