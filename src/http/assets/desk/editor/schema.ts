/**
 * Rich text (domain/documents) as the editor's own schema: what an author can make here is what a document can be. Nothing
 * else fits in, so nothing has to be taken out later.
 */
import { type DOMOutputSpec, type NodeSpec, Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";

const list = (tag: "ul" | "ol"): NodeSpec => ({
  content: "list_item+",
  group: "block",
  parseDOM: [{ tag }],
  toDOM: (): DOMOutputSpec => [tag, 0],
});

const cells = tableNodes({ tableGroup: "block", cellContent: "paragraph", cellAttributes: {} });

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: {
      content: "inline*",
      group: "block",
      parseDOM: [{ tag: "p" }],
      toDOM: () => ["p", 0],
    },
    // The title of the mail is h1; a heading is words without marks.
    heading: {
      attrs: { level: { default: 2, validate: "number" } },
      content: "text*",
      marks: "",
      group: "block",
      defining: true,
      parseDOM: [
        { tag: "h1", attrs: { level: 2 } },
        { tag: "h2", attrs: { level: 2 } },
        { tag: "h3", attrs: { level: 3 } },
      ],
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    },
    bullet_list: list("ul"),
    ordered_list: list("ol"),
    list_item: { content: "paragraph", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
    quote: {
      content: "quote_words quote_by",
      group: "block",
      defining: true,
      isolating: true,
      parseDOM: [{ tag: "blockquote[data-quote]" }],
      toDOM: () => ["blockquote", { "data-quote": "" }, 0],
    },
    quote_words: {
      content: "inline*",
      marks: "strong em",
      parseDOM: [{ tag: "p[data-words]" }],
      toDOM: () => ["p", { "data-words": "" }, 0],
    },
    /** Who said it; may stay empty. */
    quote_by: {
      content: "text*",
      marks: "",
      parseDOM: [{ tag: "p[data-by]" }],
      toDOM: () => ["p", { "data-by": "" }, 0],
    },
    ...cells,
    text: { group: "inline" },
    hard_break: {
      inline: true,
      group: "inline",
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
  },
  marks: {
    // Words that lead somewhere have no other mark.
    link: {
      attrs: { href: { validate: "string" } },
      inclusive: false,
      excludes: "_",
      parseDOM: [{ tag: "a[href]", getAttrs: (a) => ({ href: a.getAttribute("href") ?? "" }) }],
      toDOM: (mark) => ["a", { href: mark.attrs.href, rel: "noreferrer" }, 0],
    },
    strong: { parseDOM: [{ tag: "strong" }], toDOM: () => ["strong", 0] },
    em: { parseDOM: [{ tag: "em" }], toDOM: () => ["em", 0] },
  },
});
