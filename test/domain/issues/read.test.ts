import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderIssue } from "../../../src/delivery/issues/render.ts";
import { LIMITS, readIssueDraft } from "../../../src/domain/issues/acts/read.ts";
import { fitText } from "../../../src/domain/issues/rules/fit.ts";
import type { IssueDraft } from "../../../src/domain/issues/rules/issue.ts";
import { emptyDraft } from "../../../src/domain/issues/rules/issue.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { frozenIssue, issueText, PHOTO, SKETCH } from "../../support/issues.ts";
import { MAILING, member, tokens } from "../../support/mailing.ts";

const whole: IssueDraft = { texts: { lv: issueText("lv"), en: issueText("en") }, salutation: "name" };
const copy = (draft: unknown) => JSON.parse(JSON.stringify(draft));
const lv = (blocks: unknown[], change: object = {}) => ({
  texts: { lv: { subject: "T", preheader: "", blocks, ...change } },
  salutation: "general",
});
const text = (...said: unknown[]) => ({ id: "a", kind: "text", text: said });
const paragraph = (...runs: unknown[]) => ({ kind: "paragraph", runs });

/** Data of every shape that a form of blocks could send, most of it nearly right. */
const scrap = fc.oneof(
  fc.constantFrom(
    "",
    "x",
    "<script>",
    "https://",
    "https://a.example/",
    "http://a.example",
    "javascript:alert(1)",
    PHOTO,
    "0".repeat(64),
    "a\u0000b",
    "\ud800",
    "‮",
  ),
  fc.string({ maxLength: 20 }),
  fc.constant(undefined),
  fc.integer(),
);
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }).map((s) => s.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, "")),
  },
  { weight: 1, arbitrary: scrap },
);
const run = fc.oneof(
  fc.record({ kind: fc.constant("text"), text: word }),
  fc.record({ kind: fc.constant("link"), text: word, href: scrap }),
  fc.record({ kind: fc.constant("break") }),
);
const runs = fc.array(run, { maxLength: 3 });
const part = fc.oneof(
  fc.record({ kind: fc.constant("paragraph"), runs }),
  fc.record({ kind: fc.constant("heading"), level: fc.constantFrom(2, 3, 2, 1), text: word }),
  fc.record({ kind: fc.constant("list"), ordered: fc.boolean(), items: fc.array(runs, { maxLength: 2 }) }),
  fc.record({ kind: fc.constant("quote"), runs, by: word }),
  fc.record({
    kind: fc.constant("table"),
    head: fc.array(runs, { maxLength: 2 }),
    rows: fc.array(fc.array(runs, { maxLength: 2 }), { maxLength: 2 }),
  }),
);
const anyBlock = fc.oneof(
  fc.record({ id: fc.uuid(), kind: fc.constant("text"), text: fc.array(part, { maxLength: 3 }) }),
  fc.record(
    {
      id: fc.uuid(),
      kind: fc.constant("image"),
      image: fc.constantFrom(PHOTO, SKETCH, "0".repeat(64)),
      alt: word,
      href: scrap,
    },
    { requiredKeys: ["id", "kind", "image", "alt"] },
  ),
  fc.record({ id: fc.uuid(), kind: fc.constant("button"), label: word, href: scrap }),
  fc.record({
    id: fc.uuid(),
    kind: fc.constant("links"),
    items: fc.array(fc.record({ title: word, href: scrap }), { maxLength: 2 }),
  }),
  fc.record({ id: fc.uuid(), kind: fc.constant("event"), title: word, when: word, place: word }),
  fc.record({ id: fc.uuid(), kind: fc.constant("divider") }),
);
const anyDraft = fc.record({
  texts: fc.record({ lv: fc.record({ subject: word, preheader: word, blocks: fc.array(anyBlock, { maxLength: 5 }) }) }),
  salutation: fc.constantFrom("none", "general", "name", "name", "Ļ. cien."),
});

describe("the draft of an issue from outside", () => {
  it("comes through as it is when it is well made, and again", () => {
    const read = readIssueDraft(copy(whole));
    expect(read).toEqual(whole);
    expect(readIssueDraft(copy(read))).toEqual(read);
    expect(readIssueDraft(emptyDraft(["lv", "en"]))).toEqual(emptyDraft(["lv", "en"]));
  });

  it("is read or refused, never a fault, whatever it is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue(), anyDraft), (input) => {
        const read = readIssueDraft(input);
        if (isRefusal(read)) expect(read.code).toMatch(/^(documents|issues)\./);
        else expect(readIssueDraft(copy(read))).toEqual(copy(read));
      }),
      { numRuns: 400 },
    );
  });

  it("once it is read makes a mail at any moment, with every word as words and no link that leads nowhere", () => {
    let made = 0;
    fc.assert(
      fc.property(anyDraft, (input) => {
        const read = readIssueDraft(input);
        if (isRefusal(read) || !read.texts.lv) return;
        made++;
        const { html, text } = renderIssue(
          { ...frozenIssue, texts: { lv: read.texts.lv }, salutation: read.salutation },
          MAILING,
          member(),
          tokens,
        );
        expect(html).not.toMatch(/<script|\s(?:href|src)="(?!https:\/\/|mailto:)/i);
        expect((html + text).split("\u0001")).toHaveLength(1);
        expect(html).not.toContain("<!--slot");
      }),
      { numRuns: 400 },
    );
    expect(made).toBeGreaterThan(40);
  });

  it("is kept as far as it has been written: half a link, an empty button, a text without words", () => {
    const half = lv(
      [
        text(paragraph({ kind: "link", text: "", href: "https://" })),
        { id: "b", kind: "button", label: "", href: "" },
        { id: "c", kind: "links", items: [{ title: "", href: "" }] },
        { id: "d", kind: "event", title: "", when: "", place: "" },
        text(),
      ].map((b, i) => ({ ...b, id: `b${i}` })),
    );
    const read = readIssueDraft(half);
    expect(read).toEqual(half);
    if (!isRefusal(read) && read.texts.lv) expect(fitText(read.texts.lv, new Set()).blocks).toEqual([]);
  });

  it.each<[string, unknown, string, object]>([
    ["markup", "<p>Labdien</p>", "issues.shape", { language: "", block: 0 }],
    [
      "a block it does not know",
      lv([{ id: "a", kind: "html", html: "<b>" }]),
      "issues.shape",
      { language: "lv", block: 1 },
    ],
    [
      "a property it does not know",
      lv([{ id: "a", kind: "divider", style: "x" }]),
      "issues.shape",
      { language: "lv", block: 1 },
    ],
    [
      "two blocks of one name",
      lv([
        { id: "a", kind: "divider" },
        { id: "a", kind: "divider" },
      ]),
      "issues.shape",
      { language: "lv", block: 0 },
    ],
    [
      "an image that is no hash",
      lv([{ id: "a", kind: "image", image: "https://a.example/x.png", alt: "" }]),
      "issues.shape",
      { block: 1 },
    ],
    ["a name of a block that is none", lv([{ id: "a b", kind: "divider" }]), "issues.shape", { block: 1 }],
    [
      "control characters",
      lv([text(paragraph({ kind: "text", text: "a\u0000b" }))]),
      "documents.control",
      { block: 1 },
    ],
    [
      "a subject on two lines",
      lv([], { subject: "A\r\nBcc: b@evil.example" }),
      "documents.control",
      { language: "lv" },
    ],
    [
      "another language",
      { texts: { ru: { subject: "", preheader: "", blocks: [] } }, salutation: "none" },
      "issues.shape",
      {},
    ],
    ["a greeting of its own", { texts: {}, salutation: "Godātais {name}!" }, "issues.shape", {}],
    [
      "more blocks than anybody reads",
      lv(Array.from({ length: LIMITS.blocks + 1 }, (_, i) => ({ id: `b${i}`, kind: "divider" }))),
      "documents.long",
      { block: 0 },
    ],
    [
      "a table that does not hold together",
      lv([text({ kind: "table", head: [[]], rows: [[[], []]] })]),
      "documents.table",
      { block: 1 },
    ],
  ])("refuses %s", (_, input, code, values) => {
    expect(readIssueDraft(input)).toMatchObject({ refused: true, code, values });
  });

  it("is kept in one spelling: NFC, links as they are followed, empty words as none", () => {
    const read = readIssueDraft(
      lv(
        [
          text(paragraph({ kind: "link", text: "a\u0304bele", href: "https://Šķūnis.example" })),
          { id: "i", kind: "image", image: PHOTO, alt: "x", caption: "", href: "" },
        ],
        { subject: "Ra\u0304da" },
      ),
    ) as IssueDraft;
    expect(read.texts.lv?.subject).toBe("Rāda");
    expect(JSON.stringify(read)).toContain("ābele");
    expect(JSON.stringify(read)).toContain("https://xn--");
    expect(read.texts.lv?.blocks[1]).toEqual({ id: "i", kind: "image", image: PHOTO, alt: "x" });
  });
});
