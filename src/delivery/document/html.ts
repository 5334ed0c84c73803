/** The HTML of a mail document: compiled shells and parts (emails/*.mjml) filled with escaped words. Marks for its holes. */
import { type Block, type Writer, writeBlock } from "../../domain/documents/rules.ts";
import type { Lang } from "../../domain/institution/rules.ts";
import type { ShellSlots } from "../shells.gen.ts";
import { escapeHtml, fill, Html, mark } from "./fill.ts";
import { type Fact, Hole, type MailDocument, type Palette, type Part, type Picture, type Words } from "./mail.ts";

/** Quotation marks of each language. */
const MARKS: Record<Lang, readonly [string, string]> = { lv: ["„", "”"], en: ["“", "”"] };

/** Whole HTML of the mail. */
export function mailHtml(doc: MailDocument): string {
  const { lang, subject, institution, heading, palette, wayOut } = doc;
  const writer = htmlWriter(lang, palette);
  const parts = join(doc.parts.map((part) => partHtml(part, writer, palette)));
  const fine = { ...writer, paragraph: (inner: Html) => new Html(fill("fine", { inner }, palette)) };
  const foot = join(doc.foot.map((runs) => writeBlock({ kind: "paragraph", runs }, fine)));
  const words = { lang, subject, institution, heading, parts, foot };
  if (!wayOut) return fill("letter", words, palette);
  const { why, url, button, means } = wayOut;
  const list = { ...words, why, refuseUrl: url, refuseButton: button, refuseMeans: means };
  if (!doc.issue) return fill("list", list, palette);
  const { preheader, logo, reasons } = doc.issue;
  const frame = {
    preheader: preheader ? new Html(fill("fine", { inner: new Html(escapeHtml(preheader)) }, palette)) : EMPTY,
    logo: logo ? piece("logo", { url: logo.url, width: String(logo.width) }, palette) : EMPTY,
    reasons: join(reasons.map((part) => partHtml(part, writer, palette))),
  };
  return fill("issue", { ...list, ...frame }, palette);
}

const EMPTY = new Html("");

function partHtml(part: Part, writer: Writer<Html>, palette: Palette): Html {
  switch (part.kind) {
    case "facts":
      return piece("facts", { rows: join(part.facts.map((fact) => factHtml(fact, palette))) }, palette);
    case "button":
      return piece("button", { words: part.words, url: part.url }, palette);
    case "code":
      return piece("code", { words: part.text }, palette);
    case "note":
      return piece("note", { words: part.text }, palette);
    case "picture":
      return pictureHtml(part, palette);
    case "links":
      return piece("links", { items: join(part.items.map((item) => entryHtml(item, palette))) }, palette);
    case "divider":
      return piece("rule", {}, palette);
    default:
      return writeBlock(part satisfies Block, writer);
  }
}

function pictureHtml({ url, alt = "", width, caption, href }: Picture, palette: Palette): Html {
  const picture = piece("picture", { url, alt, width: String(width) }, palette);
  const inner = join([
    href ? piece("linked", { url: href, inner: picture }, palette) : picture,
    caption ? piece("caption", { words: caption }, palette) : EMPTY,
  ]);
  return piece("image", { inner }, palette);
}

function entryHtml(
  { words, url, summary }: { words: string; url: string; summary?: string | undefined },
  palette: Palette,
) {
  const title = piece("link", { words, url }, palette);
  return piece("entry", { title, summary: summary ? piece("summary", { words: summary }, palette) : EMPTY }, palette);
}

function factHtml({ name, value, strong, url }: Fact, palette: Palette): Html {
  if (value instanceof Hole) return piece("fact", { name, value: new Html(mark(value.name)) }, palette);
  const words = url
    ? piece("link", { words: value, url }, palette)
    : strong
      ? piece("strong", { words: value }, palette)
      : new Html(escapeHtml(value));
  return piece("fact", { name, value: words }, palette);
}

function htmlWriter(lang: Lang, palette: Palette): Writer<Html> {
  const [open, close] = MARKS[lang];
  return {
    text({ text, bold, italic }) {
      const words = bold ? piece("strong", { words: text }, palette) : new Html(escapeHtml(text));
      return italic ? new Html(fill("em", { inner: words }, palette)) : words;
    },
    link: ({ text, href }) => piece("link", { words: text, url: href }, palette),
    lineBreak: () => piece("br", {}, palette),
    together: join,
    paragraph: (inner) => piece("paragraph", { inner }, palette),
    heading: (level, words) => piece(level === 2 ? "heading2" : "heading3", { words }, palette),
    list: (ordered, items) =>
      piece(
        ordered ? "numbers" : "bullets",
        { items: join(items.map((inner) => piece("item", { inner }, palette))) },
        palette,
      ),
    quote: (inner, by) =>
      piece(
        "quote",
        { open, inner, close, by: by === undefined ? EMPTY : piece("by", { words: by }, palette) },
        palette,
      ),
    table: (head, rows) =>
      piece(
        "table",
        {
          head: join(head.map((inner) => piece("head", { inner }, palette))),
          rows: join(
            rows.map((row) =>
              piece("row", { cells: join(row.map((inner) => piece("cell", { inner }, palette))) }, palette),
            ),
          ),
        },
        palette,
      ),
  };
}

function piece<K extends keyof ShellSlots>(
  part: K,
  values: Record<ShellSlots[K], Words | Html>,
  palette: Palette,
): Html {
  return new Html(fill(part, values, palette));
}

function join(pieces: readonly Html[]): Html {
  return new Html(pieces.map((p) => p.html).join(""));
}
