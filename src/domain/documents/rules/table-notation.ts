/** Tables as they are typed: a row to a line, bars around the cells, dashes under the row of heads, `<br>` for a line break. */
import type { Block, Run } from "../rules.ts";
import { readLine, type Signs, writeLine } from "./inline-notation.ts";

type Table = Extract<Block, { kind: "table" }>;

export const isRow = (line: string) => line.length > 1 && line.startsWith("|") && line.endsWith("|");

const PIECE = /\\[^\p{L}\p{N}\s]|<br>|\||[^\\<|]+|[\\<]/giu;
const BREAK: Run = { kind: "break" };

/** Lines of each cell of a row, still as typed. */
function cellsOf(line: string): string[][] {
  const cells: string[][] = [];
  let lines = [""];
  for (const [piece] of line.trim().slice(1).matchAll(PIECE)) {
    if (piece === "|") {
      cells.push(lines);
      lines = [""];
    } else if (piece.toLowerCase() === "<br>") lines.push("");
    else lines[lines.length - 1] += piece;
  }
  return cells;
}

const isRule = (cells: readonly string[][]) => cells.every(([line = ""]) => /^\s*:?-{3,}:?\s*$/.test(line));

export function readTable(lines: readonly string[]): Table {
  const rows = lines.map(cellsOf);
  const kept = rows.filter((cells, i) => !(i === 1 && isRule(cells)));
  const runs = (cell: readonly string[]): Run[] =>
    cell.flatMap((line, i): Run[] => (i === 0 ? readLine(line.trim()) : [BREAK, ...readLine(line.trim())]));
  const [head = [], ...others] = kept.map((cells) => cells.map(runs));
  return { kind: "table", head, rows: others };
}

export function writeTable({ head, rows }: Table, signs: Signs): string {
  const cell = (runs: readonly Run[]) => {
    const lines: Exclude<Run, { kind: "break" }>[][] = [[]];
    for (const run of runs) {
      if (run.kind === "break") lines.push([]);
      else lines.at(-1)?.push(run);
    }
    return lines.map((line) => writeLine(line, signs)).join("<br>");
  };
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [head.map(cell), head.map(() => "---"), ...rows.map((row) => row.map(cell))].map(line).join("\n");
}
