/**
 * One step of a check: the records of one part are read, looked up, counted, and those that will be written are sealed in
 * pages, all in one commit that also moves the cursor. A step that runs twice, or is killed, is done once. Memory holds one
 * part, whatever the file. Nobody comes onto a list by it.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { BY_THE_PROGRAM } from "../../read-log/acts/record.ts";
import { returnsWrite } from "../../suppressions/store.ts";
import { isOtherText } from "../file/foreign.ts";
import { guessDelimiter, readRecords, sepLine } from "../file/records.ts";
import { checkMapping, guessMapping, lastTitleRow } from "../rules/columns.ts";
import { type Cursor, PAGE, SAMPLE_PAGE, STOP_PAGES } from "../rules/cursor.ts";
import { notesOf, swallowsRows, watchUnread } from "../rules/doubts.ts";
import { emptyFindings, type Findings } from "../rules/findings.ts";
import { readRow } from "../rules/row.ts";
import { insertPage, putSamples, stepCheck, tagWrite } from "../store.ts";
import { countMissing } from "../views/leaving.ts";
import { readSamples } from "../views/sample.ts";
import type { Import } from "../views.ts";
import { type Numbered, settle } from "./settle.ts";
import { partText, readFrom } from "./source.ts";
import { loadTarget, pagePlace, rowSettings } from "./target.ts";

/** Records that the columns are guessed from. */
const FIRST = 50;
/** More columns than any list has: a file of something else. */
const MOST_COLUMNS = 300;
/** Addresses in one row without titles: a line of recipients, copied from a mail. */
const IN_ONE_LINE = 3;

/** What a step writes, in one commit; `last`: the import can be run from then on. */
export interface Step {
  change: Write[];
  last: boolean;
}

/** The writes of the next step; `gone`: the file is deleted. A refusal says why it cannot be read. */
export async function checkStep(deps: Deps, job: Import): Promise<Step | "gone" | Refusal> {
  const { cursor } = job;
  if (!cursor) throw new Error("an import is checked without a cursor");
  const target = await loadTarget(deps, job.listId);
  if (isRefusal(target)) return target;
  if (cursor.part >= cursor.parts) return endCheck(deps, job, cursor, target.office.timeZone);
  const begins = cursor.part === 0 && cursor.at === 0;
  const found = begins ? await beginFindings(deps, job, cursor) : structuredClone(job.findings);
  if (found === undefined) return "gone";
  if (isRefusal(found)) return found;

  const { encoding, delimiter, mapping } = found;
  const settings = rowSettings(target, job.kind);
  const rows: Numbered[] = [];
  const file = { importId: job.id, parts: cursor.parts, encoding, delimiter };
  const titleRow = lastTitleRow(mapping);
  const unread = watchUnread(mapping.uses, found.titles, found.unread);
  let swallowing: number | undefined;
  const next = await readFrom(deps, file, cursor, (cells, row, lines) => {
    if (lines && swallowsRows(cells, delimiter, mapping.uses.length)) swallowing ??= row;
    if (row <= titleRow) return;
    const read = readRow(cells, mapping, settings);
    if (read.is === "person") unread(cells);
    rows.push({ row, read });
  });
  if (next === undefined) return "gone";
  if (isRefusal(next)) return next;
  if (swallowing !== undefined) return refuse("imports.quotes", { values: { row: swallowing } });

  const before = await readSamples(deps, BY_THE_PROGRAM, job.id);
  const samples = structuredClone(before);
  const settled = await settle(deps, job, target.list, rows, found, samples);
  const moved: Cursor = { ...cursor, ...next, step: cursor.step + 1 };
  const change: Write[] = [];
  const pages: Write[] = [];
  for (const part of chunks(settled.add)) pages.push(sealed(deps, job.id, moved.page++, part));
  for (const part of chunks(settled.stop)) pages.push(sealed(deps, job.id, STOP_PAGES + moved.stopPage++, part));
  // The fence first: whoever lost the step then fails on it, and not on a page that is there already.
  change.push(stepCheck(deps.db, job.id, cursor.step, { cursor: moved, findings: found, state: "checking" }), ...pages);
  if (settled.tags.length > 0) change.push(tagWrite(job.id, settled.tags));
  if (JSON.stringify(samples) !== JSON.stringify(before))
    change.push(putSamples(deps.db, job.id, deps.vault.seal(pagePlace(job.id, SAMPLE_PAGE), JSON.stringify(samples))));
  return { change, last: false };
}

/** Everything is read: the import can be run from now on. */
async function endCheck(deps: Deps, job: Import, cursor: Cursor, zone: string): Promise<Step | Refusal> {
  const findings = structuredClone(job.findings);
  if (findings.rows === 0) return refuse("imports.no_rows");
  if (job.kind === "sync") {
    const sync = { importId: job.id, listId: job.listId, before: job.createdAt };
    findings.missing = await countMissing(deps.db, sync);
  }
  const moved = { ...cursor, step: cursor.step + 1 };
  const at = deps.clock.now();
  const back = { door: "import", outcome: "refused", reasons: findings.leftBy ?? {} } as const;
  return {
    change: [
      stepCheck(deps.db, job.id, cursor.step, { cursor: moved, findings, state: "checked" }),
      ...(findings.left > 0 ? [returnsWrite({ ...back, day: dayOf(at, zone), at })] : []),
    ],
    last: true,
  };
}

/** Delimiter and columns, from the first part. */
async function beginFindings(deps: Deps, job: Import, cursor: Cursor): Promise<Findings | Refusal | undefined> {
  const { encoding } = job.findings;
  const text = await partText(deps, job.id, 0, encoding);
  if (text === undefined) return undefined;
  if (isOtherText(text)) return refuse("imports.not_csv");
  const delimiter = guessDelimiter(text);
  const start: string[][] = [];
  const body = text.slice(sepLine(text).length);
  const early = readRecords(body, { delimiter, last: cursor.parts === 1, limit: FIRST }, (cells) => start.push(cells));
  if (isRefusal(early)) return early;
  const mapping = cursor.mapping ?? guessMapping(start);
  if (!mapping)
    return refuse(start.some((r) => r.some((cell) => cell.trim())) ? "imports.no_addresses" : "imports.no_rows");
  const bad = checkMapping(mapping);
  if (bad) return bad;
  if (mapping.uses.length > MOST_COLUMNS)
    return refuse("imports.too_many_columns", { values: { most: MOST_COLUMNS, n: mapping.uses.length } });
  if (!mapping.header && start.some((r) => r.filter((cell) => cell.includes("@")).length >= IN_ONE_LINE))
    return refuse("imports.one_line");
  const first = mapping.header ? (start[lastTitleRow(mapping) - 1] ?? []) : [];
  // A first row with an address in it is a person, whatever was ticked, and is not kept in clear.
  const titles = first.some((t) => t.includes("@")) ? [] : first.map((t) => t.trim().slice(0, 80));
  const notes = job.kind === "opt-outs" ? [] : notesOf(job.fileName, titles);
  return { ...emptyFindings({ encoding, delimiter, mapping, titles }), notes };
}

function sealed(deps: Pick<Deps, "db" | "vault">, importId: string, n: number, rows: readonly object[]): Write {
  const bytes = deps.vault.seal(pagePlace(importId, n), JSON.stringify(rows));
  return insertPage(deps.db, { importId, n, rows: rows.length, sealed: bytes });
}

function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / PAGE) }, (_, i) => rows.slice(i * PAGE, (i + 1) * PAGE));
}
