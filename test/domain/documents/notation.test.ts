import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNotation, writeNotation } from "../../../src/domain/documents/rules/notation.ts";
import { settle } from "../../../src/domain/documents/rules/settle.ts";
import type { Block, RichText, Run } from "../../../src/domain/documents/rules.ts";
import { richText } from "../../support/rich-text.ts";

const words = (text: string): Run => ({ kind: "text", text });
const said = (text: string): Block => ({ kind: "paragraph", runs: [words(text)] });

/** Short words made of the signs that mean something, where every mistake of escaping shows. */
const signs = fc
  .array(
    fc.constantFrom("*", "**", "\\", "[", "](", ")", "|", "<br>", "#", "> ", "- ", "1. ", "— ", " ", "a", "b", "---"),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((pieces) => pieces.join(""));
const run: fc.Arbitrary<Run> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: signs, bold: fc.boolean(), italic: fc.boolean() }),
  fc.record({
    kind: fc.constant("link" as const),
    text: signs,
    href: fc.constantFrom("https://a.example/(b)?c=\\|*_", "x"),
  }),
  fc.constant<Run>({ kind: "break" }),
);
const runs = fc.array(run, { maxLength: 5 });
const thorny: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("paragraph" as const), runs }),
  fc.record({ kind: fc.constant("heading" as const), level: fc.constantFrom(2 as const, 3 as const), text: signs }),
  fc.record({ kind: fc.constant("list" as const), ordered: fc.boolean(), items: fc.array(runs, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant("quote" as const),
    runs: runs.map((all) => all.filter((one) => one.kind !== "link")),
    by: fc.option(signs, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant("table" as const),
    head: fc.array(runs, { minLength: 2, maxLength: 2 }),
    rows: fc.array(fc.array(runs, { minLength: 2, maxLength: 2 }), { maxLength: 2 }),
  }),
);

describe("rich text as it is typed", () => {
  it("reads back as it was written, whatever its words are", () => {
    const same = (text: RichText) => void expect(readNotation(writeNotation(text))).toEqual(settle(text));
    fc.assert(fc.property(richText, same), { numRuns: 300 });
    fc.assert(fc.property(fc.array(thorny, { maxLength: 4 }), same), { numRuns: 1500 });
  });

  it("settled twice is settled once", () => {
    fc.assert(
      fc.property(
        fc.array(thorny, { maxLength: 4 }),
        (text) => void expect(settle(settle(text))).toEqual(settle(text)),
      ),
    );
  });

  it("takes whatever a person types without a complaint", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (typed) => void readNotation(typed)));
    fc.assert(
      fc.property(
        fc.array(signs).map((all) => all.join("\n")),
        (typed) => void readNotation(typed),
      ),
    );
  });

  it("knows headings, lists, quotes, tables, marks and links", () => {
    const typed = `## Termiņi
Viedokļus gaidām līdz **10. decembrim**, *ne vēlāk*.
Otrā rinda: [noteikumu projekts](https://projekti.ministrija.example/12)
- pirmais
  un tā otrā rinda
- otrais
1. viens
2. divi

> Gaidām visus.
> — Anna Paraudziņa

| Gads | Skaits |
| --- | --- |
| 2026 | 1 214 |`;
    expect(readNotation(typed)).toEqual([
      { kind: "heading", level: 2, text: "Termiņi" },
      {
        kind: "paragraph",
        runs: [
          words("Viedokļus gaidām līdz "),
          { kind: "text", text: "10. decembrim", bold: true },
          words(", "),
          { kind: "text", text: "ne vēlāk", italic: true },
          words("."),
          { kind: "break" },
          words("Otrā rinda: "),
          { kind: "link", text: "noteikumu projekts", href: "https://projekti.ministrija.example/12" },
        ],
      },
      {
        kind: "list",
        ordered: false,
        items: [[words("pirmais"), { kind: "break" }, words("un tā otrā rinda")], [words("otrais")]],
      },
      { kind: "list", ordered: true, items: [[words("viens")], [words("divi")]] },
      { kind: "quote", runs: [words("Gaidām visus.")], by: "Anna Paraudziņa" },
      { kind: "table", head: [[words("Gads")], [words("Skaits")]], rows: [[[words("2026")], [words("1 214")]]] },
    ]);
  });

  it("leaves signs alone that mark nothing", () => {
    for (const text of ["2 * 3 = 6", "5* viesnīca", "a*b", "– Labdien!", "snake_case", "[1] atsauce", "100 #"])
      expect(readNotation(text)).toEqual([said(text)]);
  });

  it("writes no backslash where none is needed", () => {
    expect(writeNotation([said("Cena (ar PVN): 2 * 3 = 6; skat. [1].")])).toBe("Cena (ar PVN): 2 * 3 = 6; skat. [1].");
    expect(writeNotation([said("1. punkts *nav* saraksts (šeit)")])).toBe("1\\. punkts \\*nav\\* saraksts (šeit)");
  });
});
