/** Text to records: RFC 4180 with the liberties that offices take (semicolon or tab, Excel's `sep=` line, ragged rows). */
import { CsvError, parse } from "csv-parse/sync";
import { type Refusal, refuse } from "../../../refusal.ts";

export const DELIMITERS = [";", "\t", ","] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A record longer than this is an unclosed quotation mark, not a person. */
const MAX_RECORD = 100_000;

/** The delimiter that stands in the first lines in the same number; of several, the most frequent. */
export function guessDelimiter(text: string): Delimiter {
  const named = /^sep=([;,\t])\r?\n/.exec(text)?.[1] as Delimiter | undefined;
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
 * Calls `each` with the cells and the number of each record, as a spreadsheet numbers its rows (an Excel `sep=` line is
 * none). Refuses a file whose quotation marks do not close.
 */
export function readRecords(
  text: string,
  delimiter: Delimiter,
  each: (cells: string[], row: number) => void,
  limit?: number,
): Refusal | undefined {
  let row = 0;
  try {
    parse(text.replace(/^sep=[;,\t]\r?\n/, ""), {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: MAX_RECORD,
      to: limit,
      on_record: (cells: string[]) => {
        each(cells, ++row);
        return null;
      },
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse("imports.quotes", { values: { row: row + 1 } });
  }
}
