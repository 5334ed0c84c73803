/**
 * Rich text as a fragment of a page: plain elements, no style, no attribute but those that mean something. `deeper` moves its
 * headings down where the page has other headings above it. Every word is escaped here. Pure: the same text gives the same bytes.
 */
import type { Lang } from "../../institution/rules.ts";
import { escapeText } from "../../notices/rules.ts";
import { type RichText, type Writer, writeBlock } from "../rules.ts";
import { linkTarget } from "./link.ts";

const MARKS: Record<Lang, readonly [string, string]> = { lv: ["„", "”"], en: ["“", "”"] };

/** HTML. */
export function pageHtml(text: RichText, { lang, deeper = 0 }: { lang: Lang; deeper?: 0 | 1 | 2 }): string {
  const writer = pageWriter(lang, deeper);
  return text.map((block) => writeBlock(block, writer)).join("\n");
}

function pageWriter(lang: Lang, deeper: number): Writer<string> {
  const [open, close] = MARKS[lang];
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag.slice(0, 2)}>`).join("")}</tr>`;
  return {
    text({ text, bold, italic }) {
      const words = bold ? `<strong>${escapeText(text)}</strong>` : escapeText(text);
      return italic ? `<em>${words}</em>` : words;
    },
    // What leads nowhere is words: a draft may hold such links.
    link: ({ text, href }) =>
      linkTarget(href) === undefined ? escapeText(text) : `<a href="${escapeText(href)}">${escapeText(text)}</a>`,
    lineBreak: () => "<br>",
    together: (all) => all.join(""),
    paragraph: (inner) => `<p>${inner}</p>`,
    heading: (level, words) => `<h${level + deeper}>${escapeText(words)}</h${level + deeper}>`,
    list(ordered, items) {
      const tag = ordered ? "ol" : "ul";
      return `<${tag}>${items.map((item) => `<li>${item}</li>`).join("")}</${tag}>`;
    },
    quote(inner, by) {
      const said = by === undefined ? "" : `<p>${escapeText(by)}</p>`;
      return `<blockquote><p>${open}${inner}${close}</p>${said}</blockquote>`;
    },
    table: (head, rows) =>
      `<table><thead>${row(head, 'th scope="col"')}</thead><tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`,
  };
}
