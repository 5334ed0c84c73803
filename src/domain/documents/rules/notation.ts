/**
 * Rich text as it is typed where there is no editor (without JavaScript, in a mail, at a prompt). Reading what was written
 * gives the same rich text, settled (settle.ts), so nothing is lost between the two ways of editing.
 *
 *     ## Heading            ### Smaller heading
 *
 *     A paragraph with **bold**, *italic* and [words that lead on](https://…).
 *     A second line of the same paragraph; a blank line ends it.
 *
 *     - an item             1. a numbered item
 *       and its second line
 *
 *     > Somebody's words.   | Year | Visitors |
 *     > – Anna Paraudziņa   | --- | --- |
 *                           | 2026 | 1 214 |
 *
 * A backslash before a sign makes it a plain one; alone on a line it is an empty line of the paragraph.
 */
import type { Block, RichText, Run } from "../rules.ts";
import { readLine, readWords, type Signs, writeLine } from "./inline-notation.ts";
import { settle } from "./settle.ts";
import { isRow, readTable, writeTable } from "./table-notation.ts";

const HEADING = /^(#{1,6})\s+(.+)$/u;
const ITEM = /^(?:[-*•]|(\d{1,3})[.)])(?:\s+(.*))?$/u;
const QUOTED = /^>\s?(.*)$/u;
const BY = /^(?:—|–|--)\s+(.+)$/u;

/** Reads what was typed; never refuses, whatever it is. */
export function readNotation(typed: string): Block[] {
  const lines = typed.replaceAll(/\r\n?/g, "\n").replaceAll("\t", " ").split("\n");
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]?.trim() ?? "";
    if (line === "") {
      at++;
      continue;
    }
    const many = lengthOf(lines, at);
    blocks.push(readPart(lines.slice(at, at + many)));
    at += many;
  }
  return settle(blocks);
}

type Shape = "heading" | "item" | "quote" | "row" | "words" | "nothing";

function shapeOf(line: string | undefined): Shape {
  const shown = line?.trim() ?? "";
  if (shown === "") return "nothing";
  if (HEADING.test(shown)) return "heading";
  if (ITEM.test(shown)) return "item";
  if (QUOTED.test(shown)) return "quote";
  return isRow(shown) ? "row" : "words";
}

/** How many lines from here are one block. */
function lengthOf(lines: readonly string[], from: number): number {
  const shape = shapeOf(lines[from]);
  if (shape === "heading") return 1;
  const marker = ITEM.exec(lines[from]?.trim() ?? "");
  let at = from + 1;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const next = shapeOf(line);
    const goesOn = shape === "item" && next !== "nothing" && /^\s{2}/.test(line);
    if (next !== shape && !goesOn) break;
    // Another kind of list begins.
    if (!goesOn && shape === "item" && !ITEM.exec(line.trim())?.[1] !== !marker?.[1]) break;
  }
  return at - from;
}

const BREAK: Run = { kind: "break" };
const asRuns = (lines: readonly string[], links = true): Run[] =>
  lines.flatMap((line, i): Run[] => {
    const shown = line.trim();
    const runs = shown === "\\" ? [] : readLine(shown, links);
    return i === 0 ? runs : [BREAK, ...runs];
  });

function readPart(lines: readonly string[]): Block {
  const shape = shapeOf(lines[0]);
  if (shape === "heading") {
    const [, signs = "", words = ""] = HEADING.exec(lines[0]?.trim() ?? "") ?? [];
    return { kind: "heading", level: signs.length > 2 ? 3 : 2, text: readWords(words) };
  }
  if (shape === "item") return readList(lines);
  if (shape === "quote") return readQuote(lines.map((line) => QUOTED.exec(line.trim())?.[1] ?? ""));
  if (shape === "row") return readTable(lines);
  return { kind: "paragraph", runs: asRuns(lines) };
}

function readList(lines: readonly string[]): Block {
  const items: string[][] = [];
  for (const line of lines) {
    const item = ITEM.exec(line.trim());
    if (item) items.push([item[2] ?? ""]);
    else items.at(-1)?.push(line);
  }
  return { kind: "list", ordered: /^\d/.test(lines[0]?.trim() ?? ""), items: items.map((item) => asRuns(item)) };
}

function readQuote(lines: readonly string[]): Block {
  const by = lines.length > 1 ? BY.exec(lines.at(-1)?.trim() ?? "")?.[1] : undefined;
  const runs = asRuns(by ? lines.slice(0, -1) : lines, false);
  return { kind: "quote", runs: runs.filter((run) => run.kind !== "link"), ...(by && { by: readWords(by) }) };
}

/** From no backslashes to one before every sign: the first form that reads back as it was. */
const CARE: Signs[] = [/(?!)/gu, /[\\*[|]|^[#>•—–-]|(?<=^\d{1,3})[.)]/gu, /[!-/:-@[-`{-~•—–]/gu];

/** Writes it, as few backslashes as it takes. */
export function writeNotation(text: RichText): string {
  return settle(text).map(written).join("\n\n");
}

function written(block: Block): string {
  const [bare = "", some = "", all = ""] = CARE.map((signs) => writePart(block, signs));
  const same = (typed: string) => JSON.stringify(readNotation(typed)) === JSON.stringify([block]);
  return [bare, some].find(same) ?? all;
}

/** Lines of runs; an empty one would end the block. */
function linesOf(runs: readonly Run[], signs: Signs): string[] {
  const lines: Exclude<Run, { kind: "break" }>[][] = [[]];
  for (const run of runs) {
    if (run.kind === "break") lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines.map((line) => writeLine(line, signs) || "\\");
}

function writePart(block: Block, signs: Signs): string {
  const words = (text: string) => writeLine([{ kind: "text", text }], signs);
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${words(block.text)}`;
    case "paragraph":
      return linesOf(block.runs, signs).join("\n");
    case "list":
      return block.items
        .map((runs, i) => `${block.ordered ? `${i + 1}.` : "-"} ${linesOf(runs, signs).join("\n  ")}`)
        .join("\n");
    case "quote": {
      const lines = linesOf(block.runs, signs).map((line) => `> ${line}`);
      return [...lines, ...(block.by ? [`> – ${words(block.by)}`] : [])].join("\n");
    }
    case "table":
      return writeTable(block, signs);
  }
}
