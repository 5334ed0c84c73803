/**
 * Tables. The first row becomes the heads; merged cells become the cells that they covered, so that every row has as many.
 * What stood in a cell in paragraphs or lists becomes lines of it.
 */

import { settleRuns } from "../../../../../domain/documents/rules/settle.ts";
import type { Block, Run } from "../../../../../domain/documents/rules.ts";
import { close, type Ink, inkOf, oneBreak, runsIn } from "./inline.ts";
import { attribute, childrenOf, isElement, isUnseen, nameOf, type Pasted } from "./node.ts";

const LINES = new Set(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "tr", "dd"]);
const spanOf = (cell: Pasted, name: string) => Math.min(Math.max(Number(attribute(cell, name)) || 1, 1), 50);

/** Rows of cells of this table, without those of tables within. */
export function rowsOf(table: Pasted): Pasted[][] {
  return childrenOf(table).flatMap((part): Pasted[][] => {
    const name = nameOf(part);
    if (!isElement(part) || isUnseen(part)) return [];
    if (["thead", "tbody", "tfoot"].includes(name)) return rowsOf(part);
    return name === "tr" ? [childrenOf(part).filter((cell) => /^t[dh]$/.test(nameOf(cell)))] : [];
  });
}

function cellRuns(node: Pasted, ink: Ink): Run[] {
  if (isUnseen(node)) return [];
  if (!isElement(node) || !childrenOf(node).some(isElement)) return asLine(node, runsIn(node, ink));
  const inside = inkOf(node, ink);
  if (nameOf(node) === "br") return [{ kind: "break" }];
  return asLine(
    node,
    childrenOf(node).flatMap((child) => cellRuns(child, inside)),
  );
}

const asLine = (node: Pasted, runs: Run[]): Run[] => {
  if (!isElement(node) || !LINES.has(nameOf(node))) return runs;
  const point: Run[] = nameOf(node) === "li" ? [{ kind: "text", text: "– " }] : [];
  return [{ kind: "break" }, ...point, ...settleRuns(runs), { kind: "break" }];
};

export function tableBlock(table: Pasted, ink: Ink): Extract<Block, { kind: "table" }> | undefined {
  const grid: Run[][][] = [];
  const rows = rowsOf(table);
  rows.forEach((cells, y) => {
    let x = 0;
    for (const cell of cells) {
      while (rowAt(grid, y)[x]) x++;
      const runs = oneBreak(close(cellRuns(cell, ink)));
      for (let down = 0; down < spanOf(cell, "rowspan") && y + down < rows.length; down++)
        for (let right = 0; right < spanOf(cell, "colspan"); right++)
          rowAt(grid, y + down)[x + right] = down + right === 0 ? runs : [];
      x += spanOf(cell, "colspan");
    }
  });
  const wide = Math.max(0, ...grid.map((row) => row.length));
  const whole = grid.map((row) => Array.from({ length: wide }, (_, i) => row[i] ?? []));
  const [head, ...others] = whole.filter((row) => row.some((cell) => cell.length > 0));
  if (!head) return undefined;
  // Heads are bold by themselves.
  const light = head.map((cell) => cell.map((run): Run => (run.kind === "text" ? { ...run, bold: false } : run)));
  return { kind: "table", head: light, rows: others };
}

function rowAt(grid: Run[][][], y: number): Run[][] {
  grid[y] ??= [];
  return grid[y];
}
