/** A file that arrives piece by piece, breaks off, is checked in steps, and whose checker is killed or has company. */
import { describe, expect, it } from "vitest";
import { type CheckInput, checkImport } from "../../../src/domain/imports/check.ts";
import { checkImportPart } from "../../../src/domain/imports/check-part.ts";
import { dropImport, dropStaleImports } from "../../../src/domain/imports/drop.ts";
import { readRefusedRows } from "../../../src/domain/imports/read-refused.ts";
import { recheckImport } from "../../../src/domain/imports/recheck.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { readImport, readRunningImports } from "../../../src/domain/imports/views.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { peopleList } from "../../support/people-list.ts";
import { bytes, claim, createOffice, editor, LISTS, NOW, type Office } from "./office.ts";

const LONG = peopleList({ rows: 16_000, duplicates: 0.03, encoding: "windows-1257", delimiter: ";" });

async function* pieces(file: Uint8Array, size: number, cut?: number) {
  for (let at = 0; at < file.length; at += size) {
    if (cut !== undefined && at + size > cut) throw new Error("the connection broke off");
    yield file.slice(at, at + size);
  }
}

const check = (office: Office, file: CheckInput["bytes"], more: Partial<CheckInput> = {}) =>
  checkImport(office.deps, editor, {
    listId: LISTS.newsletter,
    fileName: "liels.csv",
    bytes: file,
    claim,
    ...more,
  });

async function checked(office: Office, file: CheckInput["bytes"], more: Partial<CheckInput> = {}) {
  const done = await check(office, file, more);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  const found = await readImport(office.deps.db, done.importId);
  if (!found) throw new Error("no import");
  return found;
}

const left = async (office: Office) => ({
  imports: await office.count("SELECT count(*) FROM import"),
  pages: await office.count("SELECT count(*) FROM import_page"),
  tags: await office.count("SELECT count(*) FROM import_tag"),
});
const NOTHING = { imports: 0, pages: 0, tags: 0 };

describe("a file in pieces", () => {
  it("is the same file, whatever the pieces: same hash, same findings", async () => {
    const office = await createOffice();
    const whole = await checked(office, LONG);
    expect(whole.cursor?.parts).toBeGreaterThan(2);
    for (const size of [61, 70_001]) {
      const other = await checked(office, pieces(LONG, size));
      expect([other.file, other.findings]).toEqual([whole.file, whole.findings]);
    }
  });

  it("finds duplicates across its parts, and each part of the findings adds up", async () => {
    const office = await createOffice();
    const { findings: f } = await checked(office, LONG);
    expect(f.rows).toBe(16_000);
    expect(f.add + f.already + f.left + f.stopped + f.unconfirmed + f.refused).toBe(f.rows);
    expect(f.reasons.find((r) => r.code === "row.duplicate")?.rows).toBeGreaterThan(300);
    expect(await office.count("SELECT count(*) FROM import_tag WHERE kind IN ('add', 'ask')")).toBe(f.add);
  });

  it("that breaks off leaves nothing, wherever it breaks", async () => {
    const office = await createOffice();
    for (const cut of [1, 200_000, LONG.length - 1]) {
      await expect(check(office, pieces(LONG, 50_000, cut))).rejects.toThrow("broke off");
      expect(await left(office)).toEqual(NOTHING);
    }
  });

  it("that turns out to be no list leaves nothing, however late that is", async () => {
    const office = await createOffice();
    const bad = new Uint8Array([...LONG, 0, 1, 2]);
    expect(await check(office, pieces(bad, 50_000))).toMatchObject({ fields: [{ code: "imports.not_text" }] });
    const open = new Uint8Array([...LONG, ...bytes('"never closed')]);
    expect(await check(office, pieces(open, 50_000))).toMatchObject({ fields: [{ code: "imports.quotes" }] });
    expect(await check(office, pieces(LONG, 50_000), { limit: 300_000 })).toMatchObject({
      fields: [{ code: "imports.too_large" }],
    });
    expect(await left(office)).toEqual(NOTHING);
  });

  it("whose program died while it came is deleted by the sweep, and only then", async () => {
    const office = await createOffice();
    await office.client.execute(
      `INSERT INTO import (id, list_id, kind, state, claim, findings, file_name, file_sha256, created_by, created_at, touched_at)
       VALUES ('dead', '${LISTS.newsletter}', 'people', 'uploading', '{}', '{}', 'x', '', 'y', ${NOW}, ${NOW})`,
    );
    await office.client.execute("INSERT INTO import_page (import_id, n, rows, sealed) VALUES ('dead', -1, 0, x'00')");
    office.clock.set(NOW + 5 * 60_000);
    expect(await dropStaleImports(office.deps)).toBe(0);
    office.clock.set(NOW + 11 * 60_000);
    expect(await dropStaleImports(office.deps)).toBe(1);
    expect(await left(office)).toEqual(NOTHING);
  });
});

describe("a check in steps", () => {
  it("is found by the sweep when its job was lost, and ends as one that was done at once", async () => {
    const office = await createOffice();
    const whole = await checked(office, LONG);
    const half = await checked(office, LONG, { atOnce: 1 });
    expect(half.state).toBe("checking");
    expect(await runImport(office.deps, editor, { importId: half.id })).toMatchObject({
      code: "imports.still_checking",
    });
    office.jobs.length = 0;
    expect(await readRunningImports(office.deps.db)).toEqual([half.id]);
    await checkImportPart(office.deps, half.id, 1);
    await office.work();
    const end = await readImport(office.deps.db, half.id);
    expect(end).toMatchObject({ state: "checked", findings: whole.findings });
  });

  it("done by several at the same time counts every row once", async () => {
    const office = await createOffice();
    const whole = await checked(office, LONG);
    const half = await checked(office, LONG, { atOnce: 0 });
    for (let round = 0; round < 6; round++)
      await Promise.all([1, 1, 2].map((most) => checkImportPart(office.deps, half.id, most)));
    await office.work();
    expect((await readImport(office.deps.db, half.id))?.findings).toEqual(whole.findings);
    const rows = "SELECT sum(rows) FROM import_page WHERE import_id = ?";
    expect(await office.count(rows, [half.id])).toBe(whole.findings.add);
  });

  it("killed between its statements has done nothing of the step", async () => {
    const office = await createOffice();
    const half = await checked(office, LONG, { atOnce: 0 });
    const { client } = office;
    const batch = client.batch.bind(client);
    let alive = 2;
    client.batch = (async (statements: never, mode: "write") => {
      if (mode === "write" && alive-- === 0) throw new Error("killed");
      return batch(statements, mode);
    }) as typeof client.batch;
    await expect(checkImportPart(office.deps, half.id)).rejects.toThrow("killed");
    client.batch = batch;
    await office.work();
    await checkImportPart(office.deps, half.id);
    const whole = await checked(office, LONG);
    expect((await readImport(office.deps.db, half.id))?.findings).toEqual(whole.findings);
  });

  it("of a file that cannot be read to its end says why on its page, and holds nothing any more", async () => {
    const office = await createOffice();
    const open = new Uint8Array([...LONG, ...bytes('"never closed')]);
    const half = await checked(office, open, { atOnce: 1 });
    await office.work();
    expect(await readImport(office.deps.db, half.id)).toMatchObject({
      state: "dropped",
      findings: { fault: { code: "imports.quotes" } },
    });
    expect(await left(office)).toEqual({ ...NOTHING, imports: 1 });
  });

  it("can be dropped meanwhile, and read anew by other columns", async () => {
    const office = await createOffice();
    const half = await checked(office, LONG, { atOnce: 1 });
    await dropImport(office.deps, editor, { importId: half.id });
    await office.work();
    expect(await left(office)).toEqual({ ...NOTHING, imports: 1 });
    const other = await checked(office, LONG);
    const mapping = { header: true, uses: ["email" as const, "skip" as const, "skip" as const] };
    await recheckImport(office.deps, editor, { importId: other.id, mapping, atOnce: 1 });
    expect((await readImport(office.deps.db, other.id))?.state).toBe("checking");
    await office.work();
    const again = await readImport(office.deps.db, other.id);
    expect(again).toMatchObject({ state: "checked", findings: { rows: 16_000, mapping } });
    expect(await office.count("SELECT sum(rows) FROM import_page WHERE n >= 0")).toBe(again?.findings.add);
  });

  it("gives the refused rows of all parts in the order of the file", async () => {
    const office = await createOffice();
    const found = await checked(office, LONG);
    const result = await readRefusedRows(office.deps, editor, { importId: found.id });
    if (isRefusal(result)) throw new Error(result.code);
    const rows: number[] = [];
    const codes = new Map<string, number>();
    for await (const { row, code } of result.rows) {
      rows.push(row);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(Object.fromEntries(codes)).toEqual(
      Object.fromEntries(found.findings.reasons.map((reason) => [reason.code, reason.rows])),
    );
  });
});

describe("the same file twice", () => {
  it("changes nothing, of many parts as of one", async () => {
    const office = await createOffice();
    const first = await checked(office, LONG);
    await runImport(office.deps, editor, { importId: first.id });
    await office.work();
    const count = () => office.count("SELECT count(*) FROM subscription");
    expect(await count()).toBe(first.findings.add);
    const second = await checked(office, LONG);
    expect(second.findings).toMatchObject({ add: 0, already: first.findings.add, refused: first.findings.refused });
    expect(await office.count("SELECT count(*) FROM import_page WHERE n >= 0")).toBe(0);
  });
});
