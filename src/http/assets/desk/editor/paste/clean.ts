/**
 * What somebody pastes from Word, Google Docs, LibreOffice or a page, as rich text: headings, paragraphs, lists, quotes, tables,
 * bold, italic, links. No styles, fonts, colours or pictures come along; whatever there was, rich text comes out.
 */

import { settle } from "../../../../../domain/documents/rules/settle.ts";
import type { Block, LinkRun, Run } from "../../../../../domain/documents/rules.ts";
import { close, type Ink, inkOf, PLAIN, runOf, runsIn, tidyWords } from "./inline.ts";
import { asList, type Item, listItems, wordItem } from "./lists.ts";
import { attribute, childrenOf, classOf, isText, isUnseen, nameOf, type Pasted, styleOf } from "./node.ts";
import { rowsOf, tableBlock } from "./tables.ts";

/** Blocks, with headings still at the level that they had. */
type Found =
  | Exclude<Block, { kind: "heading" }>
  | { kind: "heading"; level: number; text: string }
  | { kind: "items"; items: Item[] };

const CONTAINERS = new Set(
  "html body div section article main header footer aside figure form center details summary dl dd dt pre address li".split(
    " ",
  ),
);
const LINE_OF_ORIGIN = /^(?:—|–|--)\s+(.+)$/u;

export function cleanPaste(root: Pasted): Block[] {
  const found: Found[] = [];
  let line: Run[] = [];
  const flush = () => {
    // Line ends between the elements of the source are nothing, and part no list.
    if (plain(line) !== "") found.push({ kind: "paragraph", runs: close(line) });
    line = [];
  };
  const add = (block: Found | undefined) => {
    flush();
    if (block) found.push(block);
  };
  const walk = (node: Pasted, around: Ink): void => {
    if (isUnseen(node)) return;
    if (isText(node)) {
      const text = tidyWords(node.nodeValue ?? "");
      if (text !== "") line.push(runOf(text, around));
      return;
    }
    const name = nameOf(node);
    const ink = inkOf(node, around);
    const heading = headingLevel(node);
    if (name === "br") line.push({ kind: "break" });
    else if (heading) add({ kind: "heading", level: heading, text: plain(runsIn(node, ink)) });
    else if (name === "ul" || name === "ol") add({ kind: "items", items: listItems(node, ink) });
    else if (name === "table") {
      flush();
      const cells = rowsOf(node).flat();
      // A frame around the text, as newsletters and some editors draw it.
      if (cells.length === 1 && cells[0]) within(cells[0], ink);
      else add(tableBlock(node, ink));
    } else if (name === "blockquote" || /\bMso(Intense)?Quote\b/.test(classOf(node))) add(quoteOf(node, ink));
    else if (name === "p") {
      const item = wordItem(node, ink);
      if (item) add({ kind: "items", items: [item] });
      else within(node, ink);
    } else if (name === "hr") flush();
    else if (CONTAINERS.has(name)) within(node, ink);
    else for (const child of childrenOf(node)) walk(child, ink);
  };
  const within = (node: Pasted, ink: Ink) => {
    flush();
    for (const child of childrenOf(node)) walk(child, ink);
    flush();
  };
  walk(root, PLAIN);
  flush();
  return settle(inOrder(gathered(found)));
}

const plain = (runs: readonly Run[]) =>
  close(runs)
    .map((run) => (run.kind === "break" ? " " : run.text))
    .join("")
    .trim();

/** `h1` to `h6`, or the name of Word's style where it pastes paragraphs. */
function headingLevel(node: Pasted): number | undefined {
  const level = /^h([1-6])$/.exec(nameOf(node))?.[1];
  if (level) return Number(level);
  if (attribute(node, "role") === "heading") return Number(attribute(node, "aria-level")) || 2;
  if (nameOf(node) !== "p") return undefined;
  if (/\bMsoTitle\b/.test(classOf(node))) return 1;
  const named = /\bMsoHeading([1-9])\b|\bHeading([1-9])\b/.exec(classOf(node));
  const outline = styleOf(node, "mso-outline-level");
  return Number(named?.[1] ?? named?.[2] ?? outline) || undefined;
}

/** Words that somebody said, line by line; a last line that begins with a dash says who. */
function quoteOf(node: Pasted, ink: Ink): Found {
  const parts = childrenOf(node).some((child) => ["p", "div", "blockquote"].includes(nameOf(child)))
    ? childrenOf(node).filter((child) => !isUnseen(child))
    : [node];
  const lines = parts.map((part) => close(runsIn(part, ink))).filter((runs) => plain(runs) !== "");
  const origin = lines.length > 1 ? LINE_OF_ORIGIN.exec(plain(lines.at(-1) ?? []))?.[1] : undefined;
  const said = origin ? lines.slice(0, -1) : lines;
  const runs = said.flatMap((line, i): Run[] => (i === 0 ? line : [{ kind: "break" }, ...line])).map(withoutLink);
  return { kind: "quote", runs, ...(origin && { by: origin }) };
}

const withoutLink = (run: Run): Exclude<Run, LinkRun> => (run.kind === "link" ? { kind: "text", text: run.text } : run);

/** Items that follow each other are one list, unless the outermost ones change their kind. */
function gathered(found: readonly Found[]): Exclude<Found, { kind: "items" }>[] {
  const out: Exclude<Found, { kind: "items" }>[] = [];
  for (let at = 0; at < found.length; at++) {
    const block = found[at] as Found;
    if (block.kind !== "items") {
      out.push(block);
      continue;
    }
    const items = [...block.items];
    for (; at + 1 < found.length; at++) {
      const next = found[at + 1];
      if (next?.kind !== "items") break;
      const [first] = next.items;
      const outermost = Math.min(...items.map((item) => item.level));
      if (first && first.level <= outermost && first.ordered !== items.find((i) => i.level === outermost)?.ordered)
        break;
      items.push(...next.items);
    }
    if (items.length > 0) out.push(asList(items));
  }
  return out;
}

/** The highest heading of what was pasted is ours of level 2, all others are of level 3. */
function inOrder(found: readonly Exclude<Found, { kind: "items" }>[]): Block[] {
  const top = Math.min(...found.flatMap((block) => (block.kind === "heading" ? [block.level] : [])));
  return found.map(
    (block): Block => (block.kind === "heading" ? { ...block, level: block.level <= top ? 2 : 3 } : block),
  );
}
