/** The nightly look finds whoever is on a list against a tag, under whatever key, and alarms; nothing of it is lost by a crash. */
import { expect, it } from "vitest";
import { readOpenAlerts } from "../../../src/domain/alerts/views.ts";
import { sweepDue } from "../../../src/domain/suppressions/rules/sweep.ts";
import { sweepSuppressions } from "../../../src/domain/suppressions/sweep.ts";
import { readSweep } from "../../../src/domain/suppressions/views.ts";
import { loseKeyOf, spoil } from "../../support/lost-key.ts";
import { openScene, type Scene } from "../consent/scene.ts";
import { LISTS, PURPOSES } from "../imports/office.ts";

const HOUR = 3_600_000;
const ANNA = "anna@pasts.example";
const BERTA = "berta@pasts.example";

const alerts = async (scene: Scene) =>
  (await readOpenAlerts(scene.deps.db, "suppression")).map((a) => [a.code, a.detail.n]);

async function sweep(scene: Scene) {
  await sweepSuppressions(scene.deps);
  await scene.run();
}

it("is quiet where nobody is, and says how many it looked at", async () => {
  const scene = await openScene();
  await scene.importList([ANNA, BERTA]);
  await sweep(scene);
  expect(await readSweep(scene.deps.db)).toMatchObject({ lastSeen: 2, lastFound: 0 });
  expect(await alerts(scene)).toEqual([]);
});

it("finds a person of this purpose, not of another, and the alarm goes when it is put right", async () => {
  const scene = await openScene();
  await scene.importList([ANNA, BERTA]);
  await scene.importList([BERTA], LISTS.other);
  await scene.suppress(ANNA, PURPOSES.news);
  await scene.suppress(BERTA, PURPOSES.task);
  await sweep(scene);
  expect(await alerts(scene)).toEqual([["suppression.live", 1]]);
  const found = (await readSweep(scene.deps.db))?.subscriptions ?? [];
  const subscription = await scene.client.execute("SELECT id FROM subscription WHERE list_id='list-news'");
  expect(subscription.rows.map((r) => r.id)).toContain(found[0]);
  await scene.suppress(BERTA, "*");
  scene.clock.set(scene.clock.now() + 31 * HOUR);
  await sweep(scene);
  expect((await readSweep(scene.deps.db))?.lastFound).toBe(3);
  await scene.client.execute("DELETE FROM suppression");
  scene.clock.set(scene.clock.now() + 31 * HOUR);
  await sweep(scene);
  expect(await alerts(scene)).toEqual([]);
});

it("goes on where it was cut off: nobody is looked at twice or missed", async () => {
  const scene = await openScene();
  await scene.importList(Array.from({ length: 1_200 }, (_, i) => `p${i}@pasts.example`));
  await scene.suppress("p1100@pasts.example", "*");
  const { client } = scene.deps.db;
  const batch = client.batch.bind(client);
  let commits = 0;
  Object.assign(client, {
    batch: (...args: Parameters<typeof batch>) => {
      if (args[1] === "write" && ++commits === 3) throw new Error("the power fails");
      return batch(...args);
    },
  });
  await expect(sweepSuppressions(scene.deps)).rejects.toThrow("the power fails");
  Object.assign(client, { batch });
  expect(await readSweep(scene.deps.db)).toMatchObject({ seen: 500, endedAt: null });
  await sweep(scene);
  expect(await readSweep(scene.deps.db)).toMatchObject({ lastSeen: 1_200, lastFound: 1 });
});

it("is due once a night, at once where it was never done, and in the day where a night was missed", () => {
  const night = Date.UTC(2026, 10, 22, 2);
  expect(sweepDue(undefined, night)).toBe(true);
  expect(sweepDue(night, night + 12 * HOUR)).toBe(false);
  expect(sweepDue(night, night + 23 * HOUR)).toBe(true);
  expect(sweepDue(night - 2 * HOUR, night + 20 * HOUR)).toBe(false);
  expect(sweepDue(night, night + 30 * HOUR)).toBe(true);
});

it("steps over an address whose key is lost, says how many in the log, and finds whoever comes after it", async () => {
  const scene = await openScene();
  const warned: unknown[] = [];
  scene.deps.log = { info() {}, fault() {}, warn: (what, fields) => void warned.push([what, fields]) };
  await scene.importList([ANNA, BERTA, "cipa@pasts.example"]);
  for (const address of [ANNA, BERTA, "cipa@pasts.example"]) {
    const [tag] = scene.deps.vault.suppressionTags(address);
    await scene.client.execute({
      sql: "INSERT INTO suppression (tag, key_id, scope, reason, day, review_day) VALUES (?, ?, '*', 'never', '2026-01-01', '2029-01-01')",
      args: [tag?.tag as Uint8Array, tag?.keyId ?? ""],
    });
  }
  await loseKeyOf(scene.client, "address", "id = (SELECT min(id) FROM address)");
  await sweep(scene);
  expect(await readSweep(scene.deps.db)).toMatchObject({ lastSeen: 2, lastFound: 2 });
  expect(warned).toContainEqual(["addresses whose key is missing", { addresses: 1 }]);
  // Every other fault is still one.
  await spoil(scene.client, "address", "id = (SELECT max(id) FROM address)");
  scene.clock.set(scene.clock.now() + 31 * HOUR);
  await expect(sweepSuppressions(scene.deps)).rejects.toThrow();
});
