import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settle } from "../../../../../src/domain/documents/rules/settle.ts";
import { docOf, richTextOf } from "../../../../../src/http/assets/desk/editor/rich-text.ts";
import { schema } from "../../../../../src/http/assets/desk/editor/schema.ts";
import { richText } from "../../../../support/rich-text.ts";

describe("the editor's document", () => {
  it("is the rich text that it was made of", () => {
    fc.assert(
      fc.property(richText, (text) => {
        const doc = docOf(text);
        doc.check();
        expect(richTextOf(doc)).toEqual(settle(text));
        expect(richTextOf(schema.nodeFromJSON(doc.toJSON()))).toEqual(settle(text));
      }),
      { numRuns: 300 },
    );
  });

  it("of nothing has a paragraph to type in, and is nothing again", () => {
    const doc = docOf([]);
    doc.check();
    expect([doc.childCount, richTextOf(doc)]).toEqual([1, []]);
  });

  it("can hold no mark on a link, none in a heading, no link in a quote, and one paragraph to a cell", () => {
    const { nodes, marks } = schema;
    const link = marks.link.create({ href: "https://a.example/" });
    expect(marks.strong.create().addToSet([link])).toEqual([link]);
    expect(nodes.heading.allowsMarkType(marks.strong)).toBe(false);
    expect(nodes.quote_words.allowsMarkType(marks.link)).toBe(false);
    expect(nodes.table_cell.validContent(docOf([]).content)).toBe(true);
    expect(nodes.table_cell.validContent(docOf([]).content.append(docOf([]).content))).toBe(false);
  });
});
