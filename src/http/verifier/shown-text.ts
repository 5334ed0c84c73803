/**
 * A text as it was shown to a person: its own headings, paragraphs and lists, rebuilt from elements that are known to be
 * harmless. Nothing in it runs, loads or leads anywhere; a link keeps its words.
 */
import { h } from "./dom.ts";

const KEPT = new Set(
  "P H1 H2 H3 H4 H5 H6 UL OL LI STRONG EM B I BR HR TABLE THEAD TBODY TR TH TD DL DT DD BLOCKQUOTE DIV SECTION ARTICLE SPAN A BUTTON".split(
    " ",
  ),
);
/** What was pressed is shown as a frame around its words. */
const PLAIN: Record<string, string> = { A: "u", BUTTON: "b", SECTION: "div", ARTICLE: "div" };

export function shownText(html: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const place = h("div", { class: "shown" });
  const language = parsed.body.querySelector("[lang]")?.getAttribute("lang");
  if (language && /^[a-z]{2}$/.test(language)) place.setAttribute("lang", language);
  copy(parsed.body, place);
  return place;
}

function copy(from: Node, to: HTMLElement): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.textContent ?? "");
    else if (node instanceof Element && KEPT.has(node.tagName)) {
      // Headings of the text are not headings of the page around it.
      const heading = /^H[1-6]$/.test(node.tagName);
      const made = document.createElement(heading ? "p" : (PLAIN[node.tagName] ?? node.tagName.toLowerCase()));
      if (heading) made.className = "heading";
      copy(node, made);
      to.append(made);
    }
  }
}
