/**
 * The rows of a checked import that will not be added, with the reason beside each: for correcting the file. Cells of
 * people leave the house here, so the read log has its line first. Read part by part, as the caller takes them.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, type RefusalCode, refuse } from "../../refusal.ts";
import { mayRead, recordReading } from "../read-log/acts/record.ts";
import type { Actor } from "../staff/rules.ts";
import { readFrom } from "./acts/source.ts";
import { loadTarget, rowSettings, standingOf, type Target, taggedOf } from "./acts/target.ts";
import { lastTitleRow } from "./rules/columns.ts";
import { PAGE } from "./rules/cursor.ts";
import { type ReadRow, readRow } from "./rules/row.ts";
import { type Import, readImport } from "./views.ts";

export interface RefusedRow {
  row: number;
  /** `row.left`: suppressed, with the day; `row.opted_out`: opted out in the file; otherwise why the row was refused. */
  code: RefusalCode;
  day?: string;
  /** As they stand in the file; none of somebody who opted out. */
  cells: readonly string[];
}

/** Those rows, in the order of the file, while it is held: until the import is run or dropped. */
export async function readRefusedRows(
  deps: Deps,
  actor: Actor,
  input: { importId: string },
): Promise<{ titles: string[]; rows: AsyncIterable<RefusedRow> } | Refusal> {
  const no = await mayRead(deps, actor, "people.import", { act: "imports.refused-rows" });
  if (no) return no;
  const found = await readImport(deps.db, input.importId);
  if (!found) return refuse("imports.unknown");
  if (found.state !== "checked" || !found.cursor) return refuse("imports.file_gone");
  const target = await loadTarget(deps, found.listId);
  if (isRefusal(target)) return target;
  const count = found.findings.refused;
  await recordReading(deps, actor, { act: "imports.refused-rows", subject: found.id, count });
  return { titles: found.findings.titles, rows: refusedRows(deps, found, target) };
}

interface Waiting {
  row: number;
  read: ReadRow;
  cells: string[];
}

async function* refusedRows(deps: Deps, job: Import, target: Target): AsyncGenerator<RefusedRow> {
  const { encoding, delimiter, mapping } = job.findings;
  const parts = job.cursor?.parts ?? 0;
  const settings = rowSettings(target, job.kind);
  const file = { importId: job.id, parts, encoding, delimiter };
  for (let place = { part: 0, at: 0, row: 0 }; place.part < parts; ) {
    const rows: Waiting[] = [];
    const next = await readFrom(deps, file, place, (cells, row) => {
      if (row > lastTitleRow(mapping)) rows.push({ row, read: readRow(cells, mapping, settings), cells });
    });
    // Dropped or run meanwhile: what was given out stands.
    if (next === undefined || isRefusal(next)) return;
    place = next;
    for (let i = 0; i < rows.length; i += PAGE) yield* refusedOf(deps, job, target, rows.slice(i, i + PAGE));
  }
}

async function* refusedOf(deps: Deps, job: Import, target: Target, page: Waiting[]): AsyncGenerator<RefusedRow> {
  const named = page.map(({ read }) =>
    read.is === "person" ? read.row : read.is === "stop" ? read.stop : { normalised: read.normalised ?? "" },
  );
  const tagged = named.map((one) => taggedOf(deps, one));
  const at = await standingOf(deps, target.list, tagged, job.id);
  for (const [i, { row, read, cells }] of page.entries()) {
    const day = at.left.get(i);
    const first = at.read.get(i);
    if (read.is === "refused") yield { row, code: read.code, cells };
    else if (read.is === "unconfirmed") yield { row, code: "row.unconfirmed", cells };
    else if (day !== undefined) yield { row, code: "row.left", day, cells };
    else if (first && first.row !== row) yield { row, code: "row.duplicate", cells };
    else if (read.is === "stop") yield { row, code: "row.opted_out", cells: [] };
  }
}
