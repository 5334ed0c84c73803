/**
 * A few names of a checked file in each of the encodings that it may be in: the bytes do not say which, and a person who knows
 * the names sees it at once. Masked like every sample; only the first part of the file is looked at.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal } from "../../../refusal.ts";
import type { Recorded } from "../../read-log/acts/record.ts";
import { partText } from "../acts/source.ts";
import { readRecords, sepLine } from "../file/records.ts";
import { lastTitleRow, type Mapping } from "../rules/columns.ts";
import { isOneByte, ONE_BYTE, type OneByteEncoding } from "../rules/format.ts";
import { maskName } from "../rules/mask.ts";
import type { Import } from "../views.ts";

/** The same rows, read in one way. */
export interface BothWays {
  encoding: OneByteEncoding;
  names: string[];
}

/** Rows that are looked through for such a name, and names that are shown. */
const ROWS = 2_000;
const NAMES = 3;

/** Both ways; none of a file whose encoding is no guess, or that is gone. */
export async function readBothWays(deps: Deps, _: Recorded, job: Import): Promise<BothWays[]> {
  if (job.state !== "checked" || !isOneByte(job.findings.encoding)) return [];
  const readings: BothWays[] = [];
  for (const encoding of ONE_BYTE) {
    const text = await partText(deps, job.id, 0, encoding);
    if (text === undefined) return [];
    readings.push({ encoding, names: namesIn(text, job) });
  }
  return readings;
}

function namesIn(text: string, job: Import): string[] {
  const { delimiter, mapping } = job.findings;
  const names: string[] = [];
  const each = (cells: readonly string[], row: number) => {
    if (row <= lastTitleRow(mapping) || names.length >= NAMES) return;
    const name = nameOf(cells, mapping);
    if (/[^\p{ASCII}]/u.test(name)) names.push(maskName(name));
  };
  const whole = (job.cursor?.parts ?? 0) === 1;
  const read = readRecords(text.slice(sepLine(text).length), { delimiter, last: whole, limit: ROWS }, each);
  return isRefusal(read) ? [] : names;
}

/** Its name, or, where no column is one, its first cell that is no address. */
function nameOf(cells: readonly string[], { uses }: Mapping): string {
  const named = cells.filter((_, i) => uses[i] === "name");
  const shown = named.length > 0 ? named : cells.filter((cell) => !cell.includes("@") && /[^\p{ASCII}]/u.test(cell));
  return (named.length > 0 ? shown : shown.slice(0, 1)).join(" ").slice(0, 60);
}
