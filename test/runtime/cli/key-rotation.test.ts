/** Keys from the command line: how they stand, and rotation to its end. */
import { expect, it } from "vitest";
import { missingError } from "../../../src/domain/key-rotation/acts/missing.ts";
import { readConfig } from "../../../src/platform/config.ts";
import type { CliDeps } from "../../../src/runtime/cli/command.ts";
import { commands } from "../../../src/runtime/cli/commands.ts";
import { holdKeys } from "../../../src/runtime/node/hold-keys.ts";
import { loseNewest, renew } from "../../domain/key-rotation/rings.ts";
import { openDesk } from "../../http/staff/campaigns/desk.ts";
import { KEY_SET } from "../../support/settings.ts";

async function open(people = 3) {
  const desk = await openDesk();
  await desk.people(people);
  const run = async (name: string) => {
    const command = commands.find((c) => c.name === name);
    const deps: CliDeps = { ...desk.deps, finish: async () => void (await desk.work()) };
    return command?.show((await command.run?.(deps, { words: [], options: { json: true } })) as never) ?? "";
  };
  return { desk, run };
}

const line = (text: string, ring: string, n: number) => text.split("\n").filter((one) => one.startsWith(ring))[n] ?? "";

it("shows the rows under each key, moves them, and then says from when the old one may be destroyed", async () => {
  const { desk, run } = await open(450);
  await run("keys rotate");
  const first = desk.deps.config.rings.ADDRESS_KEYS.newest.id;
  renew(desk.deps, "ADDRESS_KEYS");
  const second = desk.deps.config.rings.ADDRESS_KEYS.newest.id;
  const before = await run("keys status");
  expect(line(before, "ADDRESS_KEYS", 0)).toMatch(new RegExp(`${second} +0 rows +in use`));
  expect(line(before, "ADDRESS_KEYS", 1)).toMatch(new RegExp(`${first} +450 rows +keep: its rows are brought`));

  const after = await run("keys rotate");
  expect(line(after, "ADDRESS_KEYS", 0)).toMatch(new RegExp(`${second} +450 rows +in use`));
  expect(line(after, "ADDRESS_KEYS", 1)).toMatch(/0 rows +no row needs it; backups may until 2026-12-22/);
  expect(line(after, "TOKEN_KEYS", 0)).toContain("in use");
});

it("never shows a key, only its id", async () => {
  const { run } = await open();
  const shown = await run("keys status");
  for (const text of Object.values(KEY_SET)) expect(shown).not.toContain(text);
});

it("without a key that rows need production does not start and says which; lost on purpose, it does", async () => {
  const { desk } = await open();
  renew(desk.deps, "ADDRESS_KEYS");
  await desk.deps.queue.enqueue({ kind: "rotate" });
  await desk.work();
  const { id } = desk.deps.config.rings.ADDRESS_KEYS.newest;
  loseNewest(desk.deps, "ADDRESS_KEYS");
  const said: string[] = [];
  const say = (sentence: string) => void said.push(sentence);
  const production = { ...desk.deps, config: { ...desk.deps.config, mode: "production" as const } };
  await expect(holdKeys(production, say)).rejects.toThrow(`ADDRESS_KEYS lacks the key ${id}`);
  expect(said).toEqual([]);
  await holdKeys(desk.deps, say);
  expect(said).toEqual([missingError([{ ring: "ADDRESS_KEYS", id }]).message]);
  await holdKeys({ ...production, config: { ...production.config, lostKeys: [id] } }, say);
  expect(said.length).toBe(1);
});

it("LOST_KEYS is a list of key ids", () => {
  const env = { ...KEY_SET, NODE_ENV: "test", MAILER: "capture" };
  expect(readConfig({ ...env, LOST_KEYS: "1a2b3c4d, 00000000" }).lostKeys).toEqual(["1a2b3c4d", "00000000"]);
  expect(() => readConfig({ ...env, LOST_KEYS: "my-key" })).toThrow(/LOST_KEYS is not a list/);
});
