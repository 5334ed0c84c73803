/**
 * The text part of a mail document: the same words in the same order as its HTML (html.ts). Headings in capitals; a link
 * stands alone on its line under its words with a colon. Marks for its holes.
 */
import { type Block, type Writer, writeBlock } from "../../domain/documents/rules.ts";
import type { Lang } from "../../domain/institution/rules.ts";
import { mark, plain } from "./fill.ts";
import { type Fact, Hole, type MailDocument, type Part, type Picture, type Words } from "./mail.ts";
import { blocks, capitals, RULE, wrap } from "./wrap.ts";

/** A piece of text, and the links that follow it. */
interface Piece {
  text: string;
  links: readonly { words: string; url: string }[];
  /** The same on one line, with all its links to follow. */
  inCell?: Pick<Piece, "text" | "links">;
}

/** Whole text part of the mail. */
export function mailText(doc: MailDocument): string {
  const { wayOut, lang } = doc;
  const writer = textWriter(lang);
  const foot = doc.foot.map((runs) => shown(writeBlock({ kind: "paragraph", runs }, writer)));
  return blocks([
    wrap(plain(doc.institution)),
    doc.issue?.preheader ? wrap(plain(doc.issue.preheader)) : "",
    wayOut ? `${wrap(plain(wayOut.why))}\n${link(wayOut.button, wayOut.url)}` : "",
    capitals(plain(doc.heading), lang),
    ...doc.parts.map((part) => partText(part, writer, lang)),
    ...(doc.issue?.reasons ?? []).map((part) => partText(part, writer, lang)),
    wayOut ? link(wayOut.inText, wayOut.url) : "",
    [RULE, ...foot.slice(0, 1)].join("\n"),
    ...foot.slice(1),
  ]);
}

function partText(part: Part, writer: Writer<Piece>, lang: Lang): string {
  switch (part.kind) {
    case "facts":
      return part.facts.map(factText).join("\n");
    case "button":
      return link(part.words, part.url);
    case "code":
      return plain(part.text);
    case "note":
      return wrap(plain(part.text));
    case "picture":
      return pictureText(part, lang);
    case "links":
      return part.items
        .map(({ words, url, summary }) => [link(words, url), ...(summary ? [wrap(plain(summary))] : [])].join("\n"))
        .join("\n\n");
    case "divider":
      return "* * *";
    default:
      return shown(writeBlock(part satisfies Block, writer));
  }
}

/** What a picture says to whoever does not see it. */
function pictureText({ alt, caption, href }: Picture, lang: Lang): string {
  const said = alt ? wrap(`[${lang === "lv" ? "Attēls" : "Image"}: ${plain(alt)}]`) : "";
  const to = href ? [said ? href : link(caption || href, href)] : [];
  return [said, ...to, ...(caption ? [wrap(plain(caption))] : [])].filter(Boolean).join("\n");
}

function factText({ name, value, url }: Fact): string {
  if (value instanceof Hole) return `${wrap(`${plain(name)}:`)} ${mark(value.name)}`;
  return wrap(`${plain(name)}: ${plain(url ?? value)}`, 2);
}

/** A link under its words. The address stands alone on its line. */
function link(words: string, url: Words): string {
  const said = plain(words);
  return `${wrap(/[.?!:…]$/.test(said) ? said : `${said}:`)}\n${url instanceof Hole ? mark(url.name) : plain(url)}`;
}

function textWriter(lang: Lang): Writer<Piece> {
  const piece = (text: string, links: Piece["links"] = []): Piece => ({ text, links });
  const [open, close] = lang === "lv" ? ["„", "”"] : ["“", "”"];
  return {
    text: (run) => piece(plain(run.text)),
    link: ({ text, href }) => piece(plain(text), said(text, href) ? [] : [{ words: text, url: href }]),
    lineBreak: () => piece("\n"),
    together,
    paragraph: ({ text, links }) => piece(wrap(text), links),
    heading: (_, text) => piece(capitals(plain(text), lang)),
    list: (ordered, items) => ({
      text: items.map((item, i) => wrap(`${ordered ? `${i + 1}.` : "-"} ${item.text}`, ordered ? 3 : 2)).join("\n"),
      links: items.flatMap((item) => item.links),
    }),
    quote: ({ text, links }, by) =>
      piece(wrap(`${open}${text}${close}${by === undefined ? "" : `\n${plain(by)}`}`), links),
    table: (head, rows) => ({
      text: rows.map((row) => rowText(head, row)).join("\n"),
      links: head.flatMap((cell) => cell.inCell?.links ?? []),
    }),
  };
}

/** A row of a table: each cell after its head, the first at the margin; its links below it. */
function rowText(head: readonly Piece[], row: readonly Piece[]): string {
  const said = row.map((cell, i) => `${head[i]?.inCell?.text ?? ""}: ${cell.inCell?.text || "–"}`);
  const links = row.flatMap((cell) => cell.inCell?.links ?? []);
  return [
    ...said.map((line, i) => wrap(i === 0 ? line : `- ${line}`, 2)),
    ...links.map(({ words, url }) => link(words, url)),
  ].join("\n");
}

/** Runs as lines. A line that is one link and no more is written as such; the links of others follow their block. */
function together(all: readonly Piece[]): Piece {
  const lines: Piece[][] = [[]];
  for (const run of all) run.text === "\n" ? lines.push([]) : lines.at(-1)?.push(run);
  const made = lines.map((line): Piece => {
    const shown = line.filter((run) => run.text.trim() !== "");
    const only = shown.length === 1 ? shown[0]?.links[0] : undefined;
    if (only) return { text: link(only.words, only.url), links: [] };
    return { text: line.map((run) => run.text).join(""), links: line.flatMap((run) => run.links) };
  });
  const text = all.map((run) => (run.text === "\n" ? " " : run.text)).join("");
  return {
    text: made.map((line) => line.text).join("\n"),
    links: made.flatMap((line) => line.links),
    inCell: { text: text.trim(), links: all.flatMap((run) => run.links) },
  };
}

/** A block with the links in it below. */
function shown({ text, links }: Piece): string {
  return [text, ...links.map(({ words, url }) => link(words, url))].join("\n");
}

/** Whether the words of a link say its address already. */
function said(words: string, href: string): boolean {
  return [href, href.replace(/^mailto:/, ""), href.replace(/^https:\/\/(.*?)\/?$/, "$1")].includes(words.trim());
}
