/** The file beside the database, as on Workers with R2: nothing of it in the rows, and nothing left where it is not wanted. */
import { describe, expect, it } from "vitest";
import { checkImport } from "../../../src/domain/imports/check.ts";
import { dropImport, dropStaleImports } from "../../../src/domain/imports/drop.ts";
import { readRefusedRows } from "../../../src/domain/imports/read-refused.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { readImport } from "../../../src/domain/imports/views.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { r2Pieces } from "../../../src/runtime/r2-pieces.ts";
import { fakeBucket } from "../../fakes/r2.ts";
import { peopleList } from "../../support/people-list.ts";
import { claim, createOffice, editor, LISTS } from "./office.ts";

const FILE = peopleList({ rows: 16_000 });

async function officeWithBucket() {
  const office = await createOffice();
  const bucket = fakeBucket(2);
  office.deps.pieces = r2Pieces(bucket);
  const check = async (bytes: Uint8Array | AsyncIterable<Uint8Array> = FILE, atOnce?: number) => {
    const done = await checkImport(office.deps, editor, {
      listId: LISTS.newsletter,
      fileName: "a.csv",
      bytes,
      claim,
      ...(atOnce === undefined ? {} : { atOnce }),
    });
    if (isRefusal(done)) throw new Error(done.code);
    return done.importId;
  };
  return { office, bucket, check };
}

describe("pieces beside the database", () => {
  it("hold the file sealed, are read by jobs, and go when the import runs", async () => {
    const { office, bucket, check } = await officeWithBucket();
    const id = await check(FILE, 1);
    expect(bucket.keys().length).toBeGreaterThan(2);
    expect(await office.count("SELECT sum(length(sealed)) FROM import_page WHERE n < 0 AND n > -1000")).toBe(0);
    for (const key of bucket.keys()) expect(Buffer.from(bucket.read(key) ?? []).includes("@pasts.example")).toBe(false);
    await office.work();
    const refused = await readRefusedRows(office.deps, editor, { importId: id });
    if (isRefusal(refused)) throw new Error(refused.code);
    let rows = 0;
    for await (const _ of refused.rows) rows++;
    expect(rows).toBe((await readImport(office.deps.db, id))?.findings.refused);
    await runImport(office.deps, editor, { importId: id });
    expect(bucket.keys()).toEqual([]);
    await office.work();
    expect(await readImport(office.deps.db, id)).toMatchObject({ state: "done" });
  });

  it("go when the upload breaks off, when the import is dropped, and when a sweep finds them without an import", async () => {
    const { office, bucket, check } = await officeWithBucket();
    async function* broken() {
      for (let at = 0; at < 500_000; at += 50_000) yield FILE.slice(at, at + 50_000);
      throw new Error("broke off");
    }
    await expect(check(broken())).rejects.toThrow("broke off");
    expect(bucket.keys()).toEqual([]);
    await dropImport(office.deps, editor, { importId: await check() });
    expect(bucket.keys()).toEqual([]);
    const kept = await check();
    await bucket.put("imports/orphan/0", new Uint8Array(3));
    await dropStaleImports(office.deps);
    expect(bucket.keys().every((key) => key.startsWith(`imports/${kept}/`))).toBe(true);
    expect(bucket.keys().length).toBeGreaterThan(2);
  });
});
