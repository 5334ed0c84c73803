/** What the command line reads: a draft whose texts stand in files of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readMailing } from "../../../src/domain/campaigns/views.ts";
import { type CliDeps, UsageError } from "../../../src/runtime/cli/command.ts";
import { commands } from "../../../src/runtime/cli/commands.ts";
import { readSheet } from "../../../src/runtime/cli/input.ts";
import { createWorld } from "../../support/world.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "pieteka-sheet-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

it("a text of a draft may stand in a file beside it, wherever the command is given", async () => {
  const at = folder();
  mkdirSync(join(at, "teksti"));
  writeFileSync(join(at, "teksti", "lead.lv.txt"), "Pirmā rindkopa.\n\nOtrā rindkopa.\n");
  const text = { subject: "Vai turpināt?", heading: "Vai vēlaties?", lead: "@teksti/lead.lv.txt" };
  const sheet = { title: "Rudens", reasonToAsk: "Cilvēki pieteicās vietnē.", texts: { lv: text } };
  writeFileSync(join(at, "rudens.json"), JSON.stringify(sheet));
  const world = await createWorld();
  const deps: CliDeps = { ...world.deps, finish: async () => {} };
  const create = commands.find(({ name }) => name === "campaign create");
  const [list] = await world.rows("SELECT slug FROM list WHERE kind='newsletter'");
  const options = { list: String(list?.slug), file: join(at, "rudens.json") };
  const made = (await create?.run?.(deps, { words: [], options })) as { id: string };
  const mailing = await readMailing(world.deps.db, made.id);
  expect(mailing?.draft.texts.lv).toEqual({ ...text, lead: "Pirmā rindkopa.\n\nOtrā rindkopa." });
});

it("a file that is not there is told without its path, and an @ alone is a text", () => {
  const at = folder();
  const write = (value: object) => {
    writeFileSync(join(at, "a.json"), JSON.stringify(value));
    return join(at, "a.json");
  };
  expect(() => readSheet(write({ lead: "@none.txt" }))).toThrow(new UsageError("The file cannot be read (ENOENT)."));
  expect(readSheet(write({ lead: "@", n: 3, on: true, list: ["x"], none: null }))).toEqual({
    lead: "@",
    n: 3,
    on: true,
    list: ["x"],
    none: null,
  });
});
