/** Bringing a file in, for the tests of imports: check it, run it, see who is on the list. */
import { type CheckInput, checkImport } from "../../../src/domain/imports/check.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { type Import, readImport } from "../../../src/domain/imports/views.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { bytes, claim, editor, LISTS, type Office } from "./office.ts";

type File = string | CheckInput["bytes"];
const inputOf = (file: File, more: Partial<CheckInput>): CheckInput => ({
  listId: LISTS.newsletter,
  fileName: "saraksts.csv",
  bytes: typeof file === "string" ? bytes(file) : file,
  claim,
  ...more,
});

/** The import as it stands after its check. */
export async function checked(office: Office, file: File, more: Partial<CheckInput> = {}): Promise<Import> {
  const done = await checkImport(office.deps, editor, inputOf(file, more));
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return readBack(office, done.importId);
}

/** Why the file is refused: code and row; `accepted` if it is not. */
export async function refusedFor(office: Office, file: File, more: Partial<CheckInput> = {}): Promise<string> {
  const no = await checkImport(office.deps, editor, inputOf(file, more));
  if (!isRefusal(no)) return "accepted";
  const problem = no.fields?.[0] ?? no;
  return problem.values?.row === undefined ? problem.code : `${problem.code} ${problem.values.row}`;
}

/** The import as it stands after its run. */
export async function brought(office: Office, file: File, more: Partial<CheckInput> = {}): Promise<Import> {
  const { id } = await checked(office, file, more);
  const run = await runImport(office.deps, editor, { importId: id });
  if (isRefusal(run)) throw new Error(run.code);
  await office.work();
  return readBack(office, id);
}

/** Who is on a list, and in which state, in the order of addresses. */
export async function members(office: Office, listId = LISTS.newsletter): Promise<[string, string][]> {
  const rows = await office.client.execute({
    sql: "SELECT s.state, a.id, a.sealed FROM subscription s JOIN address a ON a.id = s.address_id WHERE s.list_id = ?",
    args: [listId],
  });
  return rows.rows
    .map((row): [string, string] => {
      const place = { table: "address", column: "sealed", row: String(row.id) };
      const opened = office.deps.vault.open(place, new Uint8Array(row.sealed as ArrayBuffer));
      return [String(JSON.parse(opened).address), String(row.state)];
    })
    .sort(([a], [b]) => a.localeCompare(b));
}

async function readBack(office: Office, id: string): Promise<Import> {
  const found = await readImport(office.deps.db, id);
  if (!found) throw new Error("no import");
  return found;
}
