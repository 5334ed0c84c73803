import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ask } from "../../support/ask.ts";
import { mailPeople } from "../../support/one-click-mailed.ts";
import { oneClickMatrix, PEOPLE } from "../../support/one-click-matrix.ts";
import { KEY_SET } from "../../support/settings.ts";
import { startWorkerHouse, type WorkerHouse } from "../../support/worker-house.ts";

let workers: WorkerHouse;
const house = oneClickMatrix(async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-one-click-"));
  workers = await startWorkerHouse({ folder, keys: KEY_SET });
  const { config, db } = workers.deps;
  const people = await mailPeople(db.client, config.databaseUrl, PEOPLE);
  const stop = async () => {
    await workers.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: workers.url, people, stop };
});

it("while the database server is away it says 503, and the next try is heard", async () => {
  const { url, people } = house();
  const who = people.next();
  const press = () => ask(`${url}/u/${who.token}`, { body: "List-Unsubscribe=One-Click" });
  const back = await workers.withoutDatabase();
  const answer = await press();
  await back();
  expect([answer.status, answer.body]).toEqual([503, ""]);
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  expect((await people.standing(who)).addresses).toBe(1);
  expect((await press()).status).toBe(200);
  expect(await people.standing(who)).toMatchObject({ addresses: 0, subscription: "ended" });
});
