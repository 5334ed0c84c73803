/**
 * The dry run: reads a file's rows, asks the database where each address stands, and yields the findings with the pages
 * of people who can be added. Nobody comes onto a list by it.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { hex } from "../../../platform/encoding.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { readInstitution } from "../../institution/views.ts";
import { type List, listAccepts } from "../../lists/rules.ts";
import { readList } from "../../lists/views.ts";
import type { Decoded } from "../file/decode.ts";
import type { FileRows, NumberedRow, OnRefused } from "../file/rows.ts";
import { readFileRows } from "../file/rows.ts";
import type { Mapping } from "../rules/columns.ts";
import type { Findings } from "../rules/findings.ts";
import { findWrite, insertPage } from "../store.ts";
import { type PageStanding, readPageStanding } from "../views.ts";

export interface Target {
  list: List;
  settings: Parameters<typeof readFileRows>[1];
}

/** The list that an import is for, and what it takes. Refuses a list that takes nobody any more. */
export async function loadTarget(deps: Pick<Deps, "db">, listId: string): Promise<Target | Refusal> {
  const [list, office] = await Promise.all([readList(deps.db, listId), readInstitution(deps.db)]);
  if (!office) return refuse("institution.missing");
  if (!list) return refuse("imports.list_unknown");
  if (list.state !== "active") return refuse("imports.list_ended");
  const settings = {
    accepts: (domain: string) => listAccepts(list.kind, domain, office.ownDomains),
    defaultLanguage: office.languages[0] ?? "lv",
  };
  return { list, settings };
}

/** Reads the rows of a decoded file for a target. */
export function readRows(file: Decoded, target: Target, mapping?: Mapping, onRefused?: OnRefused): FileRows | Refusal {
  return readFileRows(file.text, target.settings, mapping, onRefused);
}

/** Where the people of a page stand with the institution now. */
export function standingOf(
  deps: Pick<Deps, "db" | "vault">,
  list: List,
  page: readonly NumberedRow[],
): Promise<PageStanding> {
  return readPageStanding(
    deps.db,
    { listId: list.id, purposeId: list.purposeId },
    page.map((row) => deps.vault.tags(row.normalised).map((t) => hex(t.tag))),
    page.map((row) => deps.vault.suppressionTags(row.normalised).map((t) => hex(t.tag))),
  );
}

export const pagePlace = (importId: string, n: number) => ({
  table: "import_page",
  column: "sealed",
  row: `${importId}/${n}`,
});

/** Pages per commit while a dry run is stored. */
const PAGES_PER_COMMIT = 10;

/**
 * Looks every row up and yields, commit by commit, the writes that store the people who can be added in sealed pages; the
 * last one shows the import with its findings. The import row must exist as `dropped`, without pages of rows.
 */
export async function* findings(
  deps: Pick<Deps, "db" | "vault">,
  importId: string,
  target: Target,
  read: FileRows,
  encoding: Findings["encoding"],
): AsyncGenerator<Write[]> {
  const found = nothingFound(read, encoding);
  let waiting: Write[] = [];
  let n = 0;
  for (const json of read.pages) {
    const page = JSON.parse(json) as NumberedRow[];
    const { known, left } = await standingOf(deps, target.list, page);
    const staying = page.map((row, i) => ({ row, at: known.get(i) })).filter((_, i) => !left.has(i));
    const add = staying.filter(({ at }) => !at?.onList);
    found.left += left.size;
    found.already += staying.length - add.length;
    found.add += add.length;
    found.known += add.filter(({ at }) => at).length;
    if (add.length === 0) continue;
    const sealed = deps.vault.seal(pagePlace(importId, n), JSON.stringify(add.map(({ row }) => row)));
    waiting.push(insertPage(deps.db, { importId, n, rows: add.length, sealed }));
    n++;
    if (waiting.length === PAGES_PER_COMMIT) {
      yield waiting;
      waiting = [];
    }
  }
  yield [...waiting, findWrite(deps.db, importId, found)];
}

function nothingFound(read: FileRows, encoding: Findings["encoding"]): Findings {
  const { delimiter, mapping, titles, rows, reasons } = read;
  return {
    encoding,
    delimiter,
    mapping,
    titles,
    rows,
    add: 0,
    known: 0,
    already: 0,
    left: 0,
    refused: reasons.total,
    reasons: reasons.list(),
    written: { added: 0, already: 0, left: 0 },
  };
}

/** The file's text again, from its sealed parts; undefined once they are deleted. */
export function openSource(
  deps: Pick<Deps, "vault">,
  importId: string,
  parts: { n: number; sealed: Uint8Array }[],
): string | undefined {
  if (parts.length === 0) return undefined;
  return parts.map((part) => deps.vault.open(pagePlace(importId, part.n), part.sealed)).join("");
}
