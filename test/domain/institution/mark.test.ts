import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanMark } from "../../../src/domain/institution/rules/mark.ts";

const svg = (inner: string, more = "") => `<svg viewBox="0 0 40 40"${more}>${inner}</svg>`;

test("a drawing passes, without its size, its ids and the tool that made it", () => {
  const typed = `<?xml version="1.0"?><!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" id="a" width="10" height="10" viewBox="0 0 40 40">
    <g fill="none" stroke="#9d2b38"><path d="M27.5 0C26 9,19.5-12 1e1 3" stroke-width="4"/><circle cx="2" cy="2" r="2"></circle></g></svg>`;
  expect(cleanMark(typed)).toBe(
    '<svg viewBox="0 0 40 40"><g fill="none" stroke="#9d2b38"><path d="M27.5 0C26 9,19.5-12 1e1 3" stroke-width="4"/><circle cx="2" cy="2" r="2"></circle></g></svg>',
  );
});

test("no mark is a mark", () => {
  expect(cleanMark("  ")).toBe("");
});

test.each([
  ["a script", svg("<script>alert(1)</script>")],
  ["an event handler", svg("", ' onload="alert(1)"')],
  ["a style attribute", svg('<path style="x" d="M0 0"/>')],
  ["a style element", svg("<style>*{}</style>")],
  ["a foreign object", svg("<foreignObject></foreignObject>")],
  ["an image", svg('<image href="x"/>')],
  ["a reference", svg('<use href="#a"/>')],
  ["a link", svg('<a href="javascript:alert(1)"></a>')],
  ["a url() fill", svg('<path fill="url(#x)" d="M0 0"/>')],
  ["a colon in a value", svg('<path fill="javascript:x" d="M0 0"/>')],
  ["an entity", svg('<path d="&lt;"/>')],
  ["text", svg("words")],
  ["an unclosed element", '<svg viewBox="0 0 1 1"><g></svg>'],
  ["something after the drawing", `${svg("")}<svg viewBox="0 0 1 1"></svg>`],
  ["something before it", `x${svg("")}`],
  ["a drawing in a drawing", svg('<svg viewBox="0 0 1 1"></svg>')],
  ["no viewBox", "<svg></svg>"],
  ["an unquoted attribute", "<svg viewBox=0></svg>"],
  ["an unclosed comment", `<!-- ${svg("")}`],
  ["CDATA", svg("<![CDATA[<script>]]>")],
  ["too much", svg(`<path d="${"M0 0".repeat(3000)}"/>`)],
])("%s is refused", (_, typed) => {
  expect(cleanMark(typed)).toBeUndefined();
});

test("whatever is typed, the outcome is nothing, or a drawing that is read the same again", () => {
  const piece = fc.constantFrom(
    '<svg viewBox="0 0 1 1">',
    "</svg>",
    "<g>",
    "</g>",
    '<path d="M0 0"/>',
    "<script>",
    "onload=",
    '"',
    "<!--",
    "-->",
    "&",
    "x",
    " ",
    '<a href="x">',
    "<svg>",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const clean = cleanMark(pieces.join(""));
      if (!clean) return;
      expect(cleanMark(clean)).toBe(clean);
      expect(clean).not.toMatch(/script|href|onload|&|<!--/);
    }),
    { numRuns: 3000 },
  );
});
