/**
 * Text to records, piece by piece: RFC 4180 with the liberties that offices take (semicolon or tab, Excel's `sep=` line,
 * any line end, ragged rows, a quotation mark in the middle of a cell). A record that the piece cuts off is left for the
 * next one, so the reader needs no memory but its place.
 */
import { type Refusal, refuse } from "../../../refusal.ts";
import { DELIMITERS, type Delimiter } from "../rules/format.ts";

/** A record longer than this is an unclosed quotation mark or no list at all, not a person. */
export const MAX_RECORD = 100_000;

/** Told of each record: its cells, its number, and whether a cell in quotation marks goes over several lines. */
export type Each = (cells: string[], row: number, lines: boolean) => void;
const SEP = /^sep=([;,\t])\r?\n/;

/** Excel's line that names the delimiter; it is no row. */
export const sepLine = (text: string): string => SEP.exec(text)?.[0] ?? "";

/** The delimiter that stands in the first lines in the same number; of several, the most frequent. */
export function guessDelimiter(text: string): Delimiter {
  const named = SEP.exec(text)?.[1] as Delimiter | undefined;
  if (named) return named;
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\r|\n/)
    .filter(Boolean)
    .slice(0, 20);
  let best: Delimiter = ",";
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const score = Math.min(...counts) * 1000 + counts.reduce((a, b) => a + b, 0);
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

/**
 * Calls `each` with each whole record of the text, up to `limit`. Gives the place after the last one, or refuses
 * quotation marks that do not close, and lines without an end; `row` is the number of the record before the text. `last`:
 * nothing follows.
 */
export function readRecords(
  text: string,
  how: { delimiter: Delimiter; last: boolean; row?: number; limit?: number },
  each: Each,
): { at: number; row: number } | Refusal {
  const { delimiter, last, limit = Number.POSITIVE_INFINITY } = how;
  let row = how.row ?? 0;
  let at = 0;
  // The next of each mark, looked for only once it was passed: a plain line is then one split.
  let lf = -2;
  let quote = -2;
  let cr = -2;
  for (let n = 0; at < text.length && n < limit; n++) {
    if (lf !== -1 && lf < at) lf = text.indexOf("\n", at);
    if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
    if (cr !== -1 && cr < at) cr = text.indexOf("\r", at);
    const plain = lf >= 0 && (quote === -1 || quote > lf) && (cr === -1 || cr >= lf - 1);
    if (plain && lf - at <= MAX_RECORD) {
      each(text.slice(at, cr >= at && cr === lf - 1 ? cr : lf).split(delimiter), ++row, false);
      at = lf + 1;
      continue;
    }
    const record = readRecord(text, at, delimiter, last);
    const whole = typeof record !== "string";
    if (!whole && !last && text.length - at <= MAX_RECORD) break;
    if (!whole || record.end - at > MAX_RECORD) {
      const quoted = whole ? record.lines : record === "open";
      return refuse(quoted ? "imports.quotes" : "imports.long_line", { values: { row: row + 1 } });
    }
    each(record.cells, ++row, record.lines);
    at = record.end;
  }
  return { at, row };
}

/** One record, mark by mark; if the text ends before it does, `open` inside quotation marks and `cut` outside. */
function readRecord(text: string, from: number, delimiter: string, last: boolean) {
  const cells: string[] = [];
  let lines = false;
  let i = from;
  for (;;) {
    let cell: string;
    if (text[i] === '"') {
      const read = readQuoted(text, i, delimiter, last);
      if (typeof read === "string") return "open" as const;
      ({ cell, end: i } = read);
      lines ||= /[\r\n]/.test(cell);
    } else {
      const start = i;
      while (i < text.length && text[i] !== delimiter && text[i] !== "\n" && text[i] !== "\r") i++;
      cell = text.slice(start, i);
    }
    cells.push(cell);
    if (i - from > MAX_RECORD) return lines ? ("open" as const) : ("cut" as const);
    if (i >= text.length) return last ? { cells, lines, end: i } : ("cut" as const);
    if (text[i] === delimiter) {
      i++;
      continue;
    }
    // A line feed may follow in the next piece.
    if (text[i] === "\r" && i + 1 >= text.length && !last) return "cut" as const;
    return { cells, lines, end: text[i] === "\r" && text[i + 1] === "\n" ? i + 2 : i + 1 };
  }
}

/** A cell in quotation marks, and where it ends. A mark that no delimiter or line end follows is a mark in the cell. */
function readQuoted(text: string, from: number, delimiter: string, last: boolean) {
  let cell = "";
  let start = from + 1;
  for (;;) {
    const mark = text.indexOf('"', start);
    if (mark < 0 || mark - from > MAX_RECORD) return "open";
    if (mark + 1 >= text.length && !last) return "open";
    cell += text.slice(start, mark);
    const next = text[mark + 1];
    if (next === undefined || next === delimiter || next === "\n" || next === "\r") return { cell, end: mark + 1 };
    cell += '"';
    start = mark + (next === '"' ? 2 : 1);
  }
}
