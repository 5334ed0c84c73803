/** `/log/keys` and `/log/keys.json`: every key that ever signed the log, for people and for programs, and old checkpoints by old keys. */
import { expect, test } from "vitest";
import { recordLeak } from "../../../src/domain/proof-log/record-leak.ts";
import { noteSigner, openNote, readVkey, vkeyText } from "../../../src/domain/proof-log/rules/note.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import { allCheckpoints } from "../../../src/domain/proof-log/views.ts";
import { makeKey } from "../../../src/platform/keys.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { createWorld, type World } from "../../support/world.ts";

const seal = async (world: World) => {
  world.clock.pass({ seconds: 2 });
  await handleJob(world.deps, { kind: "seal" });
  await world.work();
};
const ringOf = (...all: ReturnType<typeof makeKey>[]) => ({
  newest: all[0] as ReturnType<typeof makeKey>,
  all,
  get: () => undefined,
});
const keysOf = async (world: World) =>
  (await (await world.request("/log/keys.json")).json()) as {
    origin: string;
    keys: { vkey: string; origin: string; from: string; to: string | null; leaked: string | null }[];
  };

test("a key is taken over with an overlap, and what the old one signed still verifies by the published history", async () => {
  const world = await createWorld();
  await seal(world);
  const [old] = world.deps.config.rings.LOG_SIGNING_KEYS.all;
  if (!old) throw new Error("no key");
  const next = makeKey(world.deps.ids.bytes(32));
  const { origin, keys: first } = await keysOf(world);
  expect(first).toEqual([
    { vkey: vkeyText(noteSigner(origin, old.bytes)), origin, from: expect.any(String), to: null, leaked: null },
  ]);

  Object.assign(world.deps.config.rings, { LOG_SIGNING_KEYS: ringOf(next, old) });
  await seal(world);
  Object.assign(world.deps.config.rings, { LOG_SIGNING_KEYS: ringOf(next) });
  await seal(world);

  const { keys } = await keysOf(world);
  expect(keys.map(({ to }) => to === null)).toEqual([false, true]);
  const published = keys.flatMap(({ vkey }) => readVkey(vkey) ?? []);
  const by: number[] = [];
  for await (const { note } of allCheckpoints(world.deps.db)) by.push(openNote(note, published)?.by.length ?? 0);
  expect(by, "old alone, both, new alone").toEqual([1, 2, 1]);
  const events = await world.rows("SELECT body FROM event WHERE typ = 'key.rotated' ORDER BY at");
  expect(
    events.map(({ body }) => [JSON.parse(String(body)).added.length, JSON.parse(String(body)).retired.length]),
  ).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(await verifyLog(world.deps)).toEqual([]);

  const page = await (await world.request("/log/keys")).text();
  for (const { vkey } of keys) expect(page).toContain(vkey);
  expect(page).toContain("Vairs nelietojam");
  await world.check();
});

test("a leaked key says so to everybody, once, and is an entry of the log", async () => {
  const world = await createWorld();
  await seal(world);
  const id = readVkey((await keysOf(world)).keys[0]?.vkey ?? "")?.id ?? "";
  const since = world.clock.now() - 3_600_000;
  expect(await recordLeak(world.deps, OPERATOR, { id: "00000000", since })).toMatchObject({
    code: "proof-log.key_unknown",
  });
  expect(await recordLeak(world.deps, OPERATOR, { id, since: since + 7_200_000 })).toMatchObject({
    code: "proof-log.leak_to_come",
  });
  expect(await recordLeak(world.deps, OPERATOR, { id, since })).toBeUndefined();
  expect(await recordLeak(world.deps, OPERATOR, { id, since })).toMatchObject({ code: "proof-log.leak_known" });
  expect((await keysOf(world)).keys[0]?.leaked).toBe(new Date(since).toISOString());
  expect(await (await world.request("/log/keys?lang=en")).text()).toContain("proves nothing without a time stamp");
  expect(await world.rows("SELECT typ FROM event WHERE typ = 'key.leaked'")).toHaveLength(1);
  await seal(world);
  await world.check();
});

test("before anything is sealed the page says so, and before set-up there is nothing", async () => {
  const world = await createWorld();
  expect(await (await world.request("/log/keys")).text()).toContain("atslēgu vēl nav");
  const bare = await createWorld({ demo: false });
  expect((await bare.request("/log/keys.json")).status).toBe(404);
});
