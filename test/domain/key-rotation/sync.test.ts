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

it("a sync whose file was read under another key than the list takes nobody off; with the tags made anew it works", async () => {
  const office = await createOffice();
  must(await runImport(office.deps, editor, { importId: await check(office, "a", "b", "c") }));
  await office.work();
  office.clock.set(NOW + 60_000);
  renew(office.deps, "TAG_KEYS");

  const early = await check(office, "a", "b");
  must(await runImport(office.deps, editor, { importId: early }));
  await expect(office.work()).rejects.toThrow(/TAG key was changed/);
  expect(await office.count("SELECT count(*) FROM subscription WHERE state <> 'ended'")).toBe(3);

  await office.client.execute("DELETE FROM import_tag");
  await office.client.execute("DELETE FROM import_page");
  await office.client.execute({ sql: "UPDATE import SET state = 'dropped' WHERE id = ?", args: [early] });
  await rotate(office.deps);
  must(await runImport(office.deps, editor, { importId: await check(office, "a", "b") }));
  await office.work();
  expect(await office.count("SELECT count(*) FROM subscription WHERE state <> 'ended'")).toBe(2);
});
