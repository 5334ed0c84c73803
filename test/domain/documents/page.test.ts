import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elements, readTree, wordsOf } from "../../../src/delivery/lint/tree.ts";
import { pageHtml } from "../../../src/domain/documents/rules/page.ts";
import type { RichText } from "../../../src/domain/documents/rules.ts";
import { richText } from "../../support/rich-text.ts";

const tree = (html: string) => readTree(`<!doctype html><html><body><main>${html}</main></body></html>`);
const inside = (html: string) => [...elements(tree(html))].slice(4);

describe("rich text on a page", () => {
  it("reads as this", () => {
    const text: RichText = [
      { kind: "heading", level: 2, text: "A & B" },
      {
        kind: "paragraph",
        runs: [
          { kind: "text", text: "Ļoti ", bold: true, italic: true },
          { kind: "break" },
          { kind: "link", text: "Projekts", href: "https://a.example/?a=1&b=2" },
          { kind: "link", text: "nekurp", href: "javascript:alert(1)" },
        ],
      },
      { kind: "list", ordered: true, items: [[{ kind: "text", text: "viens" }]] },
      { kind: "quote", runs: [{ kind: "text", text: "Labi." }], by: "Anna" },
      { kind: "table", head: [[{ kind: "text", text: "Diena" }]], rows: [[[]]] },
    ];
    expect(pageHtml(text, { lang: "lv", deeper: 1 })).toBe(
      [
        "<h3>A &amp; B</h3>",
        '<p><em><strong>Ļoti </strong></em><br><a href="https://a.example/?a=1&amp;b=2">Projekts</a>nekurp</p>',
        "<ol><li>viens</li></ol>",
        "<blockquote><p>„Labi.”</p><p>Anna</p></blockquote>",
        '<table><thead><tr><th scope="col">Diena</th></tr></thead><tbody><tr><td></td></tr></tbody></table>',
      ].join("\n"),
    );
  });

  it("is made of the elements that it says, whatever its words are, and says every word", () => {
    const known = new Set("h2 h3 p a br strong em ul ol li blockquote table thead tbody tr th td".split(" "));
    fc.assert(
      fc.property(richText, (text) => {
        const html = pageHtml(text, { lang: "en" });
        for (const { tag, attributes } of inside(html)) {
          expect(known.has(tag)).toBe(true);
          expect([...attributes.keys()].filter((name) => !["href", "scope"].includes(name))).toEqual([]);
        }
        const count = (kind: string) => text.filter((block) => block.kind === kind).length;
        const tags = inside(html).map(({ tag }) => tag);
        const tagged = (tag: string) => tags.filter((one) => one === tag).length;
        expect([tagged("table"), tagged("blockquote"), tagged("h2")]).toEqual([
          count("table"),
          count("quote"),
          count("heading"),
        ]);
        const all = wordsOf(tree(html)).replaceAll(" ", "");
        for (const block of text) if (block.kind === "heading") expect(all).toContain(block.text.replaceAll(/\s/g, ""));
      }),
      { numRuns: 200 },
    );
  });
});
