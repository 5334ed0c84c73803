/** Of a file that was brought in only a keyed tag is kept: a file with one address cannot be guessed from row or event. */
import { sha256 } from "@noble/hashes/sha2.js";
import { expect, it } from "vitest";
import { checkImport } from "../../../src/domain/imports/check.ts";
import { markFiles } from "../../../src/domain/imports/mark-files.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { readImportsOfFile } from "../../../src/domain/imports/views/files.ts";
import { readImport } from "../../../src/domain/imports/views.ts";
import { hex, utf8 } from "../../../src/platform/encoding.ts";
import { must } from "../consent/scene.ts";
import { renew } from "../key-rotation/rings.ts";
import { claim, createOffice, editor, LISTS, type Office } from "./office.ts";

const FILE = "e-pasts\nanna@pasts.example\n";
const bare = hex(sha256(utf8(FILE)));

async function bring(office: Office, before?: () => Promise<unknown>): Promise<string> {
  const input = { listId: LISTS.newsletter, fileName: "a.csv", bytes: utf8(FILE), claim };
  const { importId } = must(await checkImport(office.deps, editor, input));
  await office.work();
  await before?.();
  must(await runImport(office.deps, editor, { importId }));
  await office.work();
  return importId;
}

const bodies = async (office: Office) =>
  (await office.client.execute("SELECT body FROM event")).rows.map(({ body }) => JSON.parse(String(body)));

it("neither the database nor the event holds the hash of the file, and whoever has file and key finds the import", async () => {
  const office = await createOffice();
  const id = await bring(office);
  const all = await office.client.execute("SELECT * FROM import");
  expect(JSON.stringify([all.rows, await bodies(office)])).not.toContain(bare);
  const [event] = await bodies(office);
  expect(event).toMatchObject({ typ: "consent.imported", fileTag: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(event).not.toHaveProperty("file");
  expect((await readImportsOfFile(office.deps, bare)).map((one) => one.id)).toEqual([id]);
  renew(office.deps, "PROOF_KEYS");
  expect((await readImportsOfFile(office.deps, bare)).map((one) => one.id)).toEqual([id]);
  expect(await readImportsOfFile(office.deps, hex(sha256(utf8("other"))))).toEqual([]);
});

it("an import of an older version goes on with its hash, and its row comes under the keyed tag", async () => {
  const office = await createOffice();
  const id = await bring(office, () => office.client.execute(`UPDATE import SET file_sha256 = '${bare}'`));
  const [event] = await bodies(office);
  // What that event says is true of the row as it was.
  expect(event).toMatchObject({ typ: "consent.imported", file: bare });
  expect((await readImportsOfFile(office.deps, bare)).map((one) => one.id)).toEqual([id]);
  await markFiles(office.deps);
  expect((await readImport(office.deps.db, id))?.file).toEqual({ tag: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const { rows } = await office.client.execute("SELECT file_sha256 FROM import");
  expect(JSON.stringify(rows)).not.toContain(bare);
  expect((await readImportsOfFile(office.deps, bare)).map((one) => one.id)).toEqual([id]);
  await markFiles(office.deps);
  expect((await readImportsOfFile(office.deps, bare)).map((one) => one.id)).toEqual([id]);
});
