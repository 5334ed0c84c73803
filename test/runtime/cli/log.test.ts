/** The proof log from the command line: how it stands, a copy that is lost, a new origin, a new key. */
import { expect, it, onTestFinished } from "vitest";
import { readRing } from "../../../src/platform/keys.ts";
import { isRefusal } from "../../../src/refusal.ts";
import type { CliDeps } from "../../../src/runtime/cli/command.ts";
import { commands } from "../../../src/runtime/cli/commands.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { memoryLogCopy } from "../../fakes/log-copy.ts";
import { KEY_SET } from "../../support/settings.ts";
import { createWorld, type World } from "../../support/world.ts";

const named = (name: string) => {
  const found = commands.find((c) => c.name === name);
  if (!found) throw new Error(name);
  return found;
};

async function open() {
  const logCopy = memoryLogCopy();
  const world = await createWorld({ logCopy });
  const deps: CliDeps = { ...world.deps, finish: async () => void (await world.work()) };
  const run = async (name: string, words: string[] = [], options: Record<string, string> = {}) => {
    world.clock.pass({ seconds: 2 });
    const answer = await named(name).run?.(deps, { words, options });
    return isRefusal(answer) ? answer.code : named(name).show(answer as never);
  };
  await seal(world);
  return { world, logCopy, run };
}

const seal = async (world: World) => {
  world.clock.pass({ seconds: 2 });
  await handleJob(world.deps, { kind: "seal" });
  await world.work();
};

it("shows what is signed, the copy and the keys", async () => {
  const { world, run } = await open();
  const shown = await run("log status");
  expect(shown).toContain("Log:       jaunumi.ministrija.example/log");
  expect(shown).toContain("Signed:    14 entries; 0 wait");
  expect(shown).toContain("Copy:      14 entries of jaunumi.ministrija.example/log");
  expect(shown).toMatch(/Key: {7}[0-9a-f]{8} from 2026-11-22T/);
  await world.check();
});

it("a lost copy waits for a person: the desk and the command say what to do, and he keeps the origin", async () => {
  const { world, logCopy, run } = await open();
  expect(await run("log keep")).toBe("proof-log.copy_is_there");
  logCopy.head = undefined;
  await seal(world);
  expect(await run("log status")).toContain("npm run pieteka -- log keep");
  const desk = await world.signIn("admin");
  const page = await (await desk.get("/staff/?lang=en")).text();
  expect(page).toContain("The copy of the proof log has disappeared");
  // It is over when the copy is back, not when somebody has read it.
  expect(page).not.toMatch(/alerts\/[^"]+\/close/);
  expect(await run("log keep")).toMatch(/Signed: {4}\d+ entries; 0 wait/);
  expect(await (await desk.get("/staff/?lang=en")).text()).not.toContain("has disappeared");
  await world.check();
});

it("or opens a new origin, which the desk and the public page say", async () => {
  const { world, logCopy, run } = await open();
  logCopy.head = undefined;
  await seal(world);
  const shown = await run("log new-origin");
  expect(shown).toMatch(/Log: {7}jaunumi\.ministrija\.example\/log\/[0-9a-f]{8}\n/);
  expect(shown).toContain("Earlier:   jaunumi.ministrija.example/log, 14 entries");
  const desk = await world.signIn("admin");
  const page = await (await desk.get("/staff/")).text();
  expect(page).toContain("Sākts jauns pierādījumu žurnāls");
  expect(page).toMatch(/alerts\/[^"]+\/close/);
  expect(await (await world.request("/log/keys")).text()).toContain("Agrākie žurnāli");
  await world.check();
});

it("an older database gets its entries back, and the desk says how many have lost their content", async () => {
  const { logCopy } = await open();
  // Nothing is left of the first database; its copy is.
  const world = await createWorld({ logCopy });
  await seal(world);
  await seal(world);
  const desk = await world.signIn("dpo");
  expect(await (await desk.get("/staff/")).text()).toContain("14 ierakstu saturs ir zudis");
  expect(await (await desk.get("/staff/?lang=en")).text()).toContain("The content of 14 entries is lost.");
  await seal(world);
  await world.check();
});

it("says since when a key may have been known to others", async () => {
  const { world, run } = await open();
  const id = /Key: {7}([0-9a-f]{8})/.exec(await run("log status"))?.[1] ?? "";
  expect(await run("log key-leaked", [id], { since: "2026-11-22T07:00:00Z" })).toContain(
    "leaked 2026-11-22T07:00:00.000Z",
  );
  await expect(run("log key-leaked", [id], { since: "yesterday" })).rejects.toThrow("--since is not a time");
  await world.check();
});

it("a new key is put before the ones there are", async () => {
  const before = process.env.LOG_SIGNING_KEYS;
  onTestFinished(() => {
    if (before === undefined) delete process.env.LOG_SIGNING_KEYS;
    else process.env.LOG_SIGNING_KEYS = before;
  });
  delete process.env.LOG_SIGNING_KEYS;
  await expect(named("keys add").alone?.({ words: [], options: {} })).rejects.toThrow("not in the environment");
  process.env.LOG_SIGNING_KEYS = KEY_SET.LOG_SIGNING_KEYS;
  const made = (await named("keys add").alone?.({ words: [], options: {} })) as { LOG_SIGNING_KEYS: string };
  const ring = readRing("LOG_SIGNING_KEYS", made.LOG_SIGNING_KEYS);
  expect(ring.all).toHaveLength(2);
  expect(made.LOG_SIGNING_KEYS.endsWith(`,${KEY_SET.LOG_SIGNING_KEYS}`)).toBe(true);
});
