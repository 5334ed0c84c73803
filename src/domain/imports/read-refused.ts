/**
 * The rows of a checked import that will not be added, with the reason beside each: for correcting the file. Cells of
 * people leave the house here, so the read log has its line first.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, type RefusalCode, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readLogWrite } from "../people/store.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { loadTarget, openSource, readRows, standingOf } from "./acts/examine.ts";
import type { NumberedRow } from "./file/rows.ts";
import { readImport, readSourceParts } from "./views.ts";

export interface RefusedRow {
  row: number;
  /** `row.left`: suppressed, with the day; otherwise why the row was refused. */
  code: RefusalCode;
  day?: string;
  cells: readonly string[];
}

/** Those rows, in the order of the file, while its text is held: until the import is run or dropped. */
export async function readRefusedRows(
  deps: Deps,
  actor: Actor,
  input: { importId: string },
): Promise<{ titles: string[]; rows: RefusedRow[] } | Refusal> {
  const no = may(actor, "people.import");
  if (no) return no;
  const found = await readImport(deps.db, input.importId);
  if (!found) return refuse("imports.unknown");
  const target = await loadTarget(deps, found.listId);
  if (isRefusal(target)) return target;
  const text = openSource(deps, found.id, await readSourceParts(deps.db, found.id));
  if (text === undefined) return refuse("imports.file_gone");
  const line = {
    id: deps.ids.uuid(),
    actor: actorLabel(actor),
    act: "imports.refused-rows",
    subject: found.id,
    at: deps.clock.now(),
  };
  await commit(deps, { change: [readLogWrite(deps.db, line)], proof: [] });

  const rows: RefusedRow[] = [];
  const { mapping, encoding, titles } = found.findings;
  const read = readRows({ text, encoding }, target, mapping, (row, code, cells) => rows.push({ row, code, cells }));
  if (isRefusal(read)) return read;
  for (const json of read.pages) {
    const page = JSON.parse(json) as NumberedRow[];
    const { left } = await standingOf(deps, target.list, page);
    for (const [i, day] of left) {
      const gone = page[i];
      if (gone) rows.push({ row: gone.row, code: "row.left", day, cells: [gone.address, gone.name] });
    }
  }
  return { titles, rows: rows.sort((a, b) => a.row - b.row) };
}
