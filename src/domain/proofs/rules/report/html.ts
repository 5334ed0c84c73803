/** Pieces of a report's HTML. What comes in is plain text unless it is said to be HTML. */
import type { Both } from "../../../institution/rules.ts";
import { escapeText } from "../../../notices/rules.ts";

export const paragraph = (text: string, name?: string) => `<p${name ? ` class="${name}"` : ""}>${escapeText(text)}</p>`;

export const section = (title: string, html: string) => `<section>\n<h2>${escapeText(title)}</h2>\n${html}\n</section>`;

export const list = (items: readonly string[]) =>
  `<ul>\n${items.map((item) => `<li>${escapeText(item)}</li>`).join("\n")}\n</ul>`;

/** Names and values; the values are HTML. */
export const factsTable = (rows: readonly (readonly [name: string, html: string])[]) =>
  `<table class="facts"><tbody>\n${rows
    .map(([name, html]) => `<tr><th scope="row">${escapeText(name)}</th><td>${html}</td></tr>`)
    .join("\n")}\n</tbody></table>`;

/** What a cell is, for a narrow page that shows no row of heads. */
export const headed = (head: string | undefined) => (head === undefined ? "" : ` data-head="${escapeText(head)}"`);

/** A name in this language, or in the other one where it has none. */
export const named = (names: Both, lang: "lv" | "en") => names[lang] || names[lang === "lv" ? "en" : "lv"];

/** A text of ours with its headings three levels down: it stands inside a report that has its own. */
export const lowered = (body: string) =>
  body.replace(/<(\/?)h([12])>/g, (_, end: string, level: string) => `<${end}h${Number(level) + 4}>`);
