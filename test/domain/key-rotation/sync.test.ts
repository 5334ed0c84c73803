import { expect, it } from "vitest";
import { checkImport } from "../../../src/domain/imports/check.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { rotate } from "../../../src/domain/key-rotation/rotate.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { must } from "../consent/scene.ts";
import { createOffice, editor, LISTS, NOW, type Office } from "../imports/office.ts";
import { renew } from "./rings.ts";

const file = (...names: string[]) => utf8(`E-pasts\n${names.map((name) => `${name}@ministry.example`).join("\n")}\n`);
const claim = {
  source: "Personāla sistēma",
  since: "2020-01-01",
  basis: "task",
  origin: "themselves",
  proof: "",
} as const;

async function check(office: Office, ...names: string[]): Promise<string> {
  const input = {
    listId: LISTS.staff,
    fileName: "darbinieki.csv",
    kind: "sync",
    bytes: file(...names),
    claim,
  } as const;
  const { importId } = must(await checkImport(office.deps, editor, input));
  await office.work();
  return importId;
}

const onList = (office: Office) => office.count("SELECT count(*) FROM subscription WHERE state <> 'ended'");

async function open(): Promise<Office> {
  const office = await createOffice();
  must(await runImport(office.deps, editor, { importId: await check(office, "a", "b", "c") }));
  await office.work();
  office.clock.set(NOW + 60_000);
  return office;
}

it("between two keys a sync knows everybody, and while it is under way no tag is made anew", async () => {
  const office = await open();
  renew(office.deps, "TAG_KEYS");
  const found = await check(office, "a", "b", "c", "d");
  await rotate(office.deps);
  expect(await office.count("SELECT count(DISTINCT tag_key) FROM address")).toBe(1);
  must(await runImport(office.deps, editor, { importId: found }));
  await office.work();
  expect(await onList(office)).toBe(4);
  await rotate(office.deps);
  expect(await office.count("SELECT count(*) FROM address WHERE tag_key = ?", [newestTag(office)])).toBe(4);
});

it("a sync whose file was read under another key than the list takes nobody off", async () => {
  const office = await open();
  must(await runImport(office.deps, editor, { importId: await check(office, "a", "b", "d") }));
  // Another process, which had not seen the import, has made the tags anew.
  const tags = await office.client.execute("SELECT import_id, tag, row, kind FROM import_tag");
  await office.client.execute("DELETE FROM import_tag");
  renew(office.deps, "TAG_KEYS");
  await rotate(office.deps);
  for (const { import_id, tag, row, kind } of tags.rows)
    await office.client.execute({
      sql: "INSERT INTO import_tag (import_id, tag, row, kind) VALUES (?, ?, ?, ?)",
      args: [import_id ?? "", tag ?? "", row ?? 0, kind ?? ""],
    });
  await expect(office.work()).rejects.toThrow(/TAG key was changed/);
  expect(await onList(office)).toBe(4);
});

const newestTag = (office: Office) => office.deps.config.rings.TAG_KEYS.newest.id;
