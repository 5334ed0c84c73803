/**
 * Lists. Word pastes them as paragraphs (`MsoListParagraph`, style `mso-list:l0 level2 lfo1`) with their bullets as text in
 * `mso-list:Ignore`; others paste `ul` and `ol`. Our lists have one level: what stood deeper becomes a line of its item.
 */

import { settleRuns } from "../../../../../domain/documents/rules/settle.ts";
import type { Run } from "../../../../../domain/documents/rules.ts";
import { close, type Ink, inkOf, oneBreak, runsIn } from "./inline.ts";
import { childrenOf, classOf, isElement, isText, isUnseen, nameOf, type Pasted, styleOf, wordsOf } from "./node.ts";

export interface Item {
  /** 1 is the outermost. */
  level: number;
  ordered: boolean;
  runs: Run[];
}

/** The bullet or number that Word wrote before an item: "·", "o", "1.", "a)". */
function markerOf(node: Pasted): string | undefined {
  if (isElement(node) && /ignore/.test(styleOf(node, "mso-list"))) return wordsOf(node).trim();
  if (isText(node)) return undefined;
  for (const child of childrenOf(node)) {
    const found = markerOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A paragraph of Word that is an item of a list. A list style without a level or a marker is only an indented paragraph. */
export function wordItem(node: Pasted, ink: Ink): Item | undefined {
  const place = /level(\d)/.exec(styleOf(node, "mso-list"))?.[1];
  const marker = markerOf(node);
  if (!place && !(marker !== undefined && /MsoList/.test(classOf(node)))) return undefined;
  const ordered = /^\(?([\dA-Za-z]{1,4}[.)]|\d+(\.\d+)+\.?)/.test(marker ?? "");
  return { level: Number(place ?? 1), ordered, runs: close(runsIn(node, inkOf(node, ink))) };
}

const isList = (node: Pasted) => ["ul", "ol"].includes(nameOf(node));
const BLOCK = new Set(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dd", "dt", "tr"]);

/** Items of `ul` or `ol`, also where a list stands directly in a list (Google Docs, old Word). */
export function listItems(list: Pasted, ink: Ink, level = 1): Item[] {
  const ordered = nameOf(list) === "ol";
  return childrenOf(list).flatMap((child): Item[] => {
    if (isUnseen(child) || isText(child)) return [];
    if (isList(child)) return listItems(child, inkOf(child, ink), level + 1);
    const own = childrenOf(child).filter((part) => !isList(part));
    const inner = childrenOf(child).filter(isList);
    const inside = inkOf(child, ink);
    const item: Item = {
      level,
      ordered,
      runs: settleRuns(oneBreak(close(own.flatMap((part) => itemRuns(part, inside))))),
    };
    return [item, ...inner.flatMap((one) => listItems(one, inside, level + 1))];
  });
}

/** Paragraphs of one item are its lines. */
function itemRuns(part: Pasted, ink: Ink): Run[] {
  const runs = runsIn(part, ink);
  return isElement(part) && BLOCK.has(nameOf(part)) ? [{ kind: "break" }, ...runs, { kind: "break" }] : runs;
}

/** One list of these items; deeper ones are lines of the item that they belong to. */
export function asList(items: readonly Item[]): { kind: "list"; ordered: boolean; items: Run[][] } {
  const outermost = Math.min(...items.map((item) => item.level));
  const lines: Run[][] = [];
  for (const { level, runs } of items) {
    const last = lines.at(-1);
    if (level === outermost || !last) lines.push([...runs]);
    else last.push({ kind: "break" }, { kind: "text", text: "– " }, ...runs);
  }
  return { kind: "list", ordered: items.find((item) => item.level === outermost)?.ordered ?? false, items: lines };
}
