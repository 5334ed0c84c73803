import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { isRefusal } from "../../../src/refusal.ts";
import type { CliDeps } from "../../../src/runtime/cli/command.ts";
import { importList } from "../../../src/runtime/cli/imports.ts";
import { createProgress, line } from "../../../src/runtime/cli/progress.ts";
import { encode } from "../../support/people-list.ts";
import { createWorld, type World } from "../../support/world.ts";

const CLAIM = { source: "Vecā sistēma", since: "2019-03-01", basis: "consent", origin: "themselves" };

async function house() {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const world = await createWorld();
  const deps: CliDeps = Object.assign(world.deps, { finish: async () => void (await world.work()) });
  const bring = async (text: string | Uint8Array, options: Record<string, string | boolean> = {}) => {
    const path = join(folder, "list.csv");
    writeFileSync(path, text);
    return importList.run?.(deps, {
      words: [path],
      options: { list: "nedelas-apskats", ...CLAIM, ...options, json: true },
    });
  };
  return { world, bring };
}

const people = async (world: World) => (await world.rows("SELECT count(*) AS n FROM subscription"))[0]?.n;

it("says what would happen and writes nothing with --dry-run; without it writes, and the second time there is nothing to do", async () => {
  const { world, bring } = await house();
  const file = "E-pasts\na@b.example\nc@d.example\nbad\n";
  const dry = await bring(file, { "dry-run": true });
  expect(dry).toMatchObject({ state: "checked", findings: { add: 2, refused: 1 } });
  expect(importList.show(dry as never)).toContain("Nothing was written");
  expect(await people(world)).toBe(0);
  expect(await bring(file)).toMatchObject({ state: "done", findings: { written: { added: 2 } } });
  expect(await bring(file)).toMatchObject({ state: "dropped", findings: { add: 0, already: 2 } });
  expect(await people(world)).toBe(2);
});

it("brings the opt-outs of another system with no more than their source", async () => {
  const { world, bring } = await house();
  const done = await bring("email\na@b.example\n", { kind: "opt-outs", since: "", basis: "", origin: "" });
  expect(importList.show(done as never)).toContain("1 opt-outs");
  expect(await bring("email\na@b.example\n")).toMatchObject({ findings: { add: 0, left: 1 } });
  expect(await people(world)).toBe(0);
});

it("says in which encoding it read a file that does not say it, and reads it in the one that is named", async () => {
  const { bring } = await house();
  const file = encode("email,name\nivan@pasts.example,Иван Щукин\n", "windows-1251");
  const guessed = await bring(file, { "dry-run": true });
  expect(guessed).toMatchObject({ findings: { encoding: "windows-1251", add: 1 } });
  expect(importList.show(guessed as never)).toContain("Read as windows-1251");
  const named = await bring(file, { "dry-run": true, encoding: "windows-1257" });
  expect(named).toMatchObject({ findings: { encoding: "windows-1257" } });
  // What a file says itself is not overruled.
  const known = await bring("email,name\nivan@pasts.example,Иван\n", { "dry-run": true, encoding: "windows-1257" });
  expect(known).toMatchObject({ findings: { encoding: "utf-8" } });
  await expect(bring(file, { encoding: "utf-7" })).rejects.toThrow("--encoding is one of");
});

it("refuses a file that is no list by the name of its option, and one that is not there by its place", async () => {
  const { bring } = await house();
  const no = await bring("PK\u0003\u0004");
  expect(isRefusal(no) && no.fields).toEqual([{ field: "file", code: "imports.spreadsheet", values: undefined }]);
  await expect(async () => importList.run?.({} as CliDeps, { words: ["/nowhere.csv"], options: {} })).rejects.toThrow(
    "ENOENT",
  );
});

it("does not write while a column that is not read speaks of leaving, unless that is said to be right", async () => {
  const { world, bring } = await house();
  const file = `E-pasts;Piezīmes\na@b.example;Unsubscribed\nc@d.example;VIP\n`;
  expect(await bring(file)).toMatchObject({ code: "imports.unread_columns", values: { column: "Piezīmes" } });
  expect(await people(world)).toBe(0);
  const dry = await bring(file, { "dry-run": true });
  expect(importList.show(dry as never)).toContain("speaks of leaving: Piezīmes (1 rows)");
  expect(await bring(file, { "accept-unread": true })).toMatchObject({ state: "done" });
  const listmonk = await bring("uuid,email,name,attributes,status\nx,e@f.example,A,{},enabled\n", { "dry-run": true });
  expect(importList.show(listmonk as never)).toContain("listmonk export does not show who left");
});

it("draws a bar only where somebody looks", () => {
  expect(line("writing", 183_200, 300_000)).toBe("writing   ████████████░░░░░░░░  61 %  183,200 of 300,000");
  expect(line("reading", 512, undefined)).toBe("reading   512");
  const written: string[] = [];
  const terminal = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) }) as never;
  for (const bar of [createProgress(true, terminal(false)), createProgress(false, terminal(true))]) {
    bar.show("checking", 1, 2);
    bar.end();
  }
  expect(written).toEqual([]);
  createProgress(true, terminal(true)).show("checking", 1, 2);
  expect(written[0]).toContain("50 %");
});
