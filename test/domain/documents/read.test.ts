import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRichText } from "../../../src/domain/documents/acts/read.ts";
import { plainText } from "../../../src/domain/documents/rules.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { richText } from "../../support/rich-text.ts";

const text = (said: string) => ({ kind: "text", text: said });
const paragraph = (...runs: object[]) => ({ kind: "paragraph", runs });
const link = (href: string, said = "Noteikumu projekts") => ({ kind: "link", text: said, href });
const table = (head: object[][], rows: object[][][]) => ({ kind: "table", head, rows });
const hrefOf = (href: string) => {
  const read = readRichText([paragraph(link(href))]);
  return isRefusal(read) ? read.code : (read as never as { runs: { href: string }[] }[])[0]?.runs[0]?.href;
};

describe("rich text from outside", () => {
  it("comes through as it is when it is well made", () => {
    fc.assert(
      fc.property(richText, (made) => {
        const read = readRichText(JSON.parse(JSON.stringify(made)));
        expect(isRefusal(read)).toBe(false);
        expect(readRichText(read)).toEqual(read);
      }),
    );
  });

  it("is refused, never mended and never a fault, whatever it is", () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        const read = readRichText(anything);
        if (isRefusal(read)) expect(read.code).toMatch(/^documents\./);
      }),
    );
  });

  it.each<[string, unknown, string, number]>([
    ["nothing", [], "documents.empty", 0],
    ["markup as a string", "<p>Labdien</p>", "documents.shape", 0],
    [
      "a part it does not know",
      [paragraph(text("a")), { kind: "image", src: "https://a.example" }],
      "documents.shape",
      2,
    ],
    ["a property it does not know", [{ ...paragraph(text("a")), style: "color:red" }], "documents.shape", 1],
    ["a title of its own", [{ kind: "heading", level: 1, text: "Virsraksts" }], "documents.shape", 1],
    ["a heading into a gap", [{ kind: "heading", level: 3, text: "Virsraksts" }], "documents.headings", 0],
    ["blank words", [paragraph(text(" \u00a0"))], "documents.empty", 1],
    ["a line break inside words", [paragraph(text("a\nb"))], "documents.control", 1],
    ["NUL", [paragraph(text("a\0"))], "documents.control", 1],
    ["half a character", [paragraph(text("a\ud800"))], "documents.control", 1],
    ["a link that says nothing", [paragraph(link("https://a.example/", " → "))], "documents.link_words", 1],
    ["a link in somebody's words", [{ kind: "quote", runs: [link("https://a.example/")] }], "documents.shape", 1],
    ["a table whose rows differ", [table([[text("a")], [text("b")]], [[[text("c")]]])], "documents.table", 1],
    ["a table without a head", [table([], [[]])], "documents.empty", 1],
    ["a table that no telephone shows", [table(Array(7).fill([text("a")]), [Array(7).fill([])])], "documents.wide", 1],
    ["more than a mail can hold", [paragraph(...Array(10).fill(text("x".repeat(4_000))))], "documents.long", 0],
  ])("refuses %s", (_, input, code, block) => {
    expect(readRichText(input)).toMatchObject({ code, values: { block } });
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " https://a.example",
    "http://a.example/",
    "//a.example/",
    "data:text/html,x",
    "https://user:password@a.example/",
    "https://localhost/",
    "https://a.example/\r\nBcc: x",
    "mailto:a@pasts.example?bcc=b@pasts.example",
    "mailto:a@pasts.example,b@pasts.example",
    "mailto:šķūnis@pasts.example",
    "mailto:",
    "tel:+37160000000",
  ])("refuses a link to %s", (href) => expect(hrefOf(href)).toBe("documents.link"));

  it("keeps a link's target in one spelling, hosts in A-labels", () => {
    const ascii = new URL("https://šķūnis.example").hostname;
    expect(ascii).toMatch(/^xn--/);
    expect(hrefOf("https://Šķūnis.example/ceļš?a=b")).toBe(`https://${ascii}/ce%C4%BC%C5%A1?a=b`);
    expect(hrefOf("MAILTO:Prese@Ministrija.example")).toBe("mailto:Prese@ministrija.example");
  });

  it("keeps words in one spelling (NFC)", () => {
    expect(readRichText([paragraph(text("a\u0304"))])).toEqual([paragraph(text("ā"))]);
  });
});

it("plain text becomes paragraphs at blank lines and keeps its line breaks", () => {
  expect(plainText("Viens\r\n divi \n\n \n trīs\n")).toEqual([
    { kind: "paragraph", runs: [text("Viens"), { kind: "break" }, text("divi")] },
    { kind: "paragraph", runs: [text("trīs")] },
  ]);
  expect(plainText(" \n ")).toEqual([]);
});
